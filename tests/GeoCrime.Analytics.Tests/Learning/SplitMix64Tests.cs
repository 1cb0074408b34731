using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Learning;

public class SplitMix64Tests
{
    [Fact]
    public void Seed_zero_starts_with_the_published_number()
    {
        // First output of the reference implementation (Vigna, prng.di.unimi.it/splitmix64.c) for state 0.
        var random = new SplitMix64(0);
        Assert.Equal(0xE220A8397B1DCDAFUL, random.Next());
    }

    [Fact]
    public void Indices_are_even_over_their_range()
    {
        var random = SplitMix64.For(1, 2);
        var counts = new int[10];
        for (var i = 0; i < 100_000; i++)
            counts[random.NextIndex(10)]++;
        // Standard deviation of a count is 95; five of them.
        Assert.All(counts, c => Assert.InRange(c, 9_525, 10_475));
    }

    [Fact]
    public void A_shuffle_keeps_every_item()
    {
        var items = Enumerable.Range(0, 50).ToArray();
        SplitMix64.For(1, 1).Shuffle(items);
        Assert.NotEqual(Enumerable.Range(0, 50), items);
        Assert.Equal(Enumerable.Range(0, 50), items.Order());
    }

    [Fact]
    public void Purposes_of_one_seed_have_streams_of_their_own()
    {
        var first = SplitMix64.For(1, 1);
        var second = SplitMix64.For(1, 2);
        var third = SplitMix64.For(1, 1, 1);
        Assert.Equal(3, new[] { first.Next(), second.Next(), third.Next() }.Distinct().Count());
    }
}
