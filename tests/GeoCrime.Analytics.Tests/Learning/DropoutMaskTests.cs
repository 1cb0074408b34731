using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Learning;

public class DropoutMaskTests
{
    [Fact]
    public void Kept_values_are_scaled_so_that_the_mean_stays()
    {
        const int n = 100_000;
        var mask = new DropoutMask(n, 0.2);
        mask.Draw(new SplitMix64(1), n);
        var values = new float[n];
        mask.Apply(Enumerable.Repeat(1f, n).ToArray(), values, 0);
        Assert.Equal([0f, 1.25f], values.Distinct().Order().Select(v => MathF.Round(v, 4)));
        // Standard deviation of the mean: 0.5 / √n = 0.0016; five of them.
        Assert.Equal(1, values.Average(), 0.008);
    }

    [Fact]
    public void A_part_uses_its_own_place_of_the_mask()
    {
        var mask = new DropoutMask(8, 0.5);
        mask.Draw(new SplitMix64(3), 8);
        float[] whole = new float[8], part = new float[3];
        mask.Apply(Enumerable.Repeat(1f, 8).ToArray(), whole, 0);
        mask.Apply([1, 1, 1], part, 5);
        Assert.Equal(whole[5..], part);
    }

    [Fact]
    public void Rate_zero_changes_nothing_and_rate_one_is_refused()
    {
        var mask = new DropoutMask(5, 0);
        mask.Draw(new SplitMix64(1), 5);
        var values = new float[5];
        mask.Apply([1, 2, 3, 4, 5], values, 0);
        Assert.Equal([1f, 2, 3, 4, 5], values);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DropoutMask(5, 1));
    }
}
