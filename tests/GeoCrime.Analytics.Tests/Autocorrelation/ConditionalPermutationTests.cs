using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Tests.Autocorrelation;

public class ConditionalPermutationTests
{
    /// <summary>
    /// Unit 0 keeps its 9 and has one neighbour worth 5; of the four others' values 5, 0, 0, 0 one in four is at least 5 and all are
    /// at most 5. Four standard errors of 20,000 draws are 0.0123, doubled for two sides.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1.5)]
    public void One_neighbour_by_hand(double factor)
    {
        var weights = SpatialWeights.FromLists([[1], [0], [3], [2], []]);
        var p = ConditionalPermutation.PseudoP([9 * factor, 5 * factor, 0, 0, 0], weights, 20_000, 1);
        Assert.Equal(0.5, p[0], 0.025);
        // Unit 2's neighbour is empty; three quarters of draws are at most 0... two of four: 9, 5, 0, 0.
        Assert.Equal(1, p[2], 0.025);
        Assert.Equal(1, p[4]);
    }

    [Fact]
    public void Empty_neighbourhoods_are_not_significant()
    {
        var (weights, counts) = RandomCity.Make(30, 0.05, 2);
        var p = ConditionalPermutation.PseudoP(counts, weights, 199, 1);
        for (var unit = 0; unit < counts.Length; unit++)
            if (weights.Of(unit).ToArray().All(neighbour => counts[neighbour] == 0))
                Assert.Equal(1, p[unit]);
    }

    /// <summary>Draws of 3 of the 15 others are few enough to count; four standard errors of 20,000 draws, doubled, are 0.028.</summary>
    [Fact]
    public void Draws_follow_the_count_of_all_sets()
    {
        double[] values = [3, 0, 7, 1, 2, 2, 9, 4, 0, 0, 5, 6, 1, 8, 2, 3];
        var lists = Enumerable.Range(0, 16).Select(unit => new[] { (unit + 1) % 16, (unit + 3) % 16, (unit + 5) % 16 }).ToArray();
        var p = ConditionalPermutation.PseudoP(values, SpatialWeights.FromLists(lists), 20_000, 7);
        for (var unit = 0; unit < 16; unit++)
        {
            var others = values.Where((_, i) => i != unit).Select(value => (int)value).ToArray();
            var tails = SumsOfDraws.Without(others, [3])[3];
            var sum = lists[unit].Sum(neighbour => (int)values[neighbour]);
            Assert.Equal(Math.Min(1, 2 * Math.Min(tails.AtLeast[sum], tails.AtMost[sum])), p[unit], 0.028);
        }
    }

    /// <summary>As above with 400 units, which are drawn eight permutations at a time.</summary>
    [Fact]
    public void Draws_from_many_units_follow_the_count_of_all_sets()
    {
        var random = new Random(3);
        double[] values = [.. Enumerable.Range(0, 400).Select(_ => (double)(random.Next(4) * random.Next(5)))];
        var lists = Enumerable.Range(0, 400).Select(unit => Enumerable.Range(1, 6).Select(step => (unit + step * step) % 400).ToArray()).ToArray();
        var p = ConditionalPermutation.PseudoP(values, SpatialWeights.FromLists(lists), 20_003, 7);
        foreach (var unit in new[] { 0, 1, 57, 200, 399 })
        {
            int[] others = [.. values.Where((_, i) => i != unit).Select(value => (int)value)];
            var tails = SumsOfDraws.Without(others, [6])[6];
            var sum = lists[unit].Sum(neighbour => (int)values[neighbour]);
            Assert.Equal(Math.Min(1, 2 * Math.Min(tails.AtLeast[sum], tails.AtMost[sum])), p[unit], 0.028);
        }
    }

    /// <summary>Two of 72 units to draw from hold 100. Both are among three draws with probability 6/5112; with putting back 200 would
    /// be reached twice as often. The mean over 70 units of 99,999 permutations has a standard error of 2.6e-5.</summary>
    [Fact]
    public void No_unit_is_drawn_twice()
    {
        var values = new double[73];
        (values[70], values[71]) = (100, 100);
        var lists = Enumerable.Range(0, 73).Select(unit => unit < 70 ? [70, 71, 72] : Array.Empty<int>()).ToArray();
        var p = ConditionalPermutation.PseudoP(values, SpatialWeights.FromLists(lists), 99_999, 5);
        Assert.Equal(2 * 6.0 / (72 * 71), p[..70].Average(), 1.3e-4);
    }

    [Fact]
    public void Weighted_and_unweighted_draws_agree()
    {
        var (weights, counts) = RandomCity.Make(12, 1, 5);
        var even = ConditionalPermutation.PseudoP(counts, weights, 5000, 3);
        var standardised = ConditionalPermutation.PseudoP(counts, weights.RowStandardised(), 5000, 4);
        // Five standard errors of the difference of two such p-values.
        Assert.All(even.Zip(standardised), pair => Assert.Equal(pair.First, pair.Second, 0.1));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_at_one_thread_and_many()
    {
        var (weights, counts) = RandomCity.Make(20, 1, 5);
        var many = ConditionalPermutation.PseudoP(counts, weights, 99, 11);
        Assert.Equal(SingleThread.Run(() => ConditionalPermutation.PseudoP(counts, weights, 99, 11)), many);
        Assert.NotEqual(ConditionalPermutation.PseudoP(counts, weights, 99, 12), many);
    }

    [Fact]
    public void A_lone_unit_is_an_island() => Assert.Equal([1.0], ConditionalPermutation.PseudoP([3], new SpatialWeights([0, 0], []), 9, 1));

    [Fact]
    public void There_must_be_a_permutation() =>
        Assert.Contains("permutations", Assert.Throws<ArgumentOutOfRangeException>(() =>
            ConditionalPermutation.PseudoP([3], new SpatialWeights([0, 0], []), 0, 1)).Message, StringComparison.Ordinal);
}
