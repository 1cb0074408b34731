using GeoCrime.Studies.SampleCity;

namespace GeoCrime.Studies.Tests.SampleCity;

public class SampleRandomTests
{
    [Fact]
    public void The_same_seed_and_stream_repeat_and_others_do_not()
    {
        double[] Draw(int seed, int stream) => [.. Enumerable.Repeat(new SampleRandom(seed, stream), 4).Select(r => r.NextDouble())];
        Assert.Equal(Draw(1, 2), Draw(1, 2));
        Assert.NotEqual(Draw(1, 2), Draw(2, 2));
        Assert.NotEqual(Draw(1, 2), Draw(1, 3));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(8)]
    [InlineData(200)]
    public void Poisson_counts_have_their_mean_as_mean_and_variance(double mean)
    {
        const int n = 40_000;
        var random = new SampleRandom(7, 0);
        var counts = Enumerable.Range(0, n).Select(_ => (double)random.Poisson(mean)).ToArray();
        var average = counts.Average();
        // Five standard errors of a mean, and of a variance whose own variance is about 2·mean² + mean.
        Assert.Equal(mean, average, 5 * Math.Sqrt(mean / n));
        Assert.Equal(mean, counts.Average(c => (c - average) * (c - average)), 5 * Math.Sqrt((2 * mean * mean + mean) / n));
    }

    [Fact]
    public void A_mean_of_zero_gives_no_count() => Assert.Equal(0, new SampleRandom(1, 1).Poisson(0));

    [Fact]
    public void Normal_and_exponential_have_their_moments()
    {
        const int n = 40_000;
        var random = new SampleRandom(3, 0);
        var normal = Enumerable.Range(0, n).Select(_ => random.Normal()).ToArray();
        var waiting = Enumerable.Range(0, n).Select(_ => random.Exponential(4)).ToArray();
        Assert.Equal(0, normal.Average(), 5 / Math.Sqrt(n));
        Assert.Equal(1, normal.Average(z => z * z), 5 * Math.Sqrt(2.0 / n));
        Assert.Equal(4, waiting.Average(), 5 * 4 / Math.Sqrt(n));
    }

    [Fact]
    public void Draws_follow_their_weights_and_skip_weight_zero()
    {
        var random = new SampleRandom(5, 0);
        var cumulative = Cumulative.Of([1.0, 0, 3, 0]);
        var counts = new int[4];
        for (var i = 0; i < 20_000; i++)
            counts[random.Draw(cumulative)]++;
        Assert.Equal(0, counts[1]);
        Assert.Equal(0, counts[3]);
        Assert.Equal(0.25, counts[0] / 20_000.0, 5 * Math.Sqrt(0.25 * 0.75 / 20_000));
    }
}
