using GeoCrime.Analytics.Numerics;

namespace GeoCrime.Analytics.Tests.Numerics;

public class Xoshiro256Tests
{
    [Fact]
    public void A_seed_repeats_itself()
    {
        Xoshiro256 a = new(5, 3), b = new(5, 3);
        Assert.Equal(Enumerable.Range(0, 9).Select(_ => a.Next()), Enumerable.Range(0, 9).Select(_ => b.Next()));
    }

    [Fact]
    public void Seeds_and_streams_differ()
    {
        var first = new[] { new Xoshiro256(1), new Xoshiro256(2), new Xoshiro256(1, 1), new Xoshiro256(1, 2), new Xoshiro256(0) }
            .Select(source => source.Next()).ToArray();
        Assert.Equal(first.Length, first.Distinct().Count());
    }

    /// <summary>Sixteen equal bins of 160,000 numbers: chi-squared with 15 degrees of freedom is under 37.7 with probability 0.999; the seed is fixed.</summary>
    [Fact]
    public void Numbers_fill_the_unit_interval_evenly()
    {
        var source = new Xoshiro256(42);
        var bins = new int[16];
        for (var i = 0; i < 160_000; i++)
            bins[(int)(source.NextDouble() * 16)]++;
        Assert.InRange(bins.Sum(count => (count - 10_000.0) * (count - 10_000) / 10_000), 0, 37.7);
    }
}
