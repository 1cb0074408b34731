using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Tests.Autocorrelation;

public class ExactCountTestTests
{
    /// <summary>Pairs of 0, 0, 1, 5 sum to 0, 1, 1, 5, 5, 6: one of six reaches 6, all but one stay at 5 or less.</summary>
    [Fact]
    public void Four_units_in_two_pairs_by_hand()
    {
        var result = ExactCountTest.Test([0, 0, 1, 5], SpatialWeights.FromLists([[1], [0], [3], [2]]).WithSelf());
        Assert.All(result.P, p => Assert.Equal(2.0 / 6, p, 1e-12));
        Assert.Equal([-1, -1, 1, 1], result.Direction);
    }

    [Fact]
    public void Draws_without_putting_back_count_every_set() =>
        Prop.ForAll(Gen.Choose(0, 9).NonEmptyListOf().Select(list => list.Take(12).ToArray()).ToArbitrary(), counts =>
        {
            var sizes = Enumerable.Range(1, counts.Length).ToArray();
            var tails = SumsOfDraws.Without(counts, sizes);
            return sizes.All(size =>
            {
                var sums = Enumerable.Range(0, 1 << counts.Length).Where(set => int.PopCount(set) == size)
                    .Select(set => counts.Where((_, i) => (set >> i & 1) == 1).Sum()).ToArray();
                return Enumerable.Range(0, SumsOfDraws.LargestSum(counts, size) + 1).All(s =>
                    Math.Abs(tails[size].AtMost[s] - sums.Count(sum => sum <= s) / (double)sums.Length) < 1e-9
                    && Math.Abs(tails[size].AtLeast[s] - sums.Count(sum => sum >= s) / (double)sums.Length) < 1e-9);
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    /// <summary>Three draws with putting back from 0, 0, 1, 4: (½ + ¼z + ¼z⁴)³ by hand at the ends.</summary>
    [Fact]
    public void Draws_with_putting_back_are_a_convolution()
    {
        var tails = SumsOfDraws.With([0, 0, 1, 4], [1, 3]);
        Assert.Equal(1.0 / 8, tails[3].AtMost[0], 1e-12);
        Assert.Equal(1.0 / 8 + 3.0 / 16, tails[3].AtMost[1], 1e-12);
        Assert.Equal(1.0 / 64, tails[3].AtLeast[12], 1e-12);
        Assert.Equal(0.25, tails[1].AtLeast[2], 1e-12);
    }

    [Fact]
    public void Both_ways_agree_where_units_are_many()
    {
        var random = new Random(4);
        var counts = Enumerable.Range(0, 3000).Select(_ => random.Next(4) * random.Next(4)).ToArray();
        TailProbabilities without = SumsOfDraws.Without(counts, [9])[9], with = SumsOfDraws.With(counts, [9])[9];
        Assert.All(without.AtLeast.Zip(with.AtLeast), pair => Assert.Equal(pair.First, pair.Second, 2e-3));
    }

    [Fact]
    public void Constant_counts_depart_nowhere()
    {
        var result = ExactCountTest.Test([4, 4, 4, 4], SpatialWeights.FromLists([[1], [0], [3], [2]]).WithSelf());
        Assert.Equal([1.0, 1, 1, 1], result.P);
        Assert.Equal([0, 0, 0, 0], result.Direction);
    }

    [Fact]
    public void An_empty_neighbourhood_among_mostly_empty_units_is_not_significant()
    {
        var (weights, counts) = RandomCity.Make(40, 0.05, 3);
        var result = ExactCountTest.Test(counts, weights);
        for (var unit = 0; unit < counts.Length; unit++)
            if (weights.Of(unit).ToArray().All(neighbour => counts[neighbour] == 0))
                Assert.Equal(1, result.P[unit]);
    }

    [Fact]
    public void Huge_counts_are_tested_in_steps()
    {
        double[] counts = [2e8, 1e8, 0, 0, 0, 1e8];
        var ring = SpatialWeights.FromLists([[1], [0], [3], [2], [5], [4]]).WithSelf();
        // Of the 15 pairs one, (0, 1), or (0, 5), reaches 3e8: two of fifteen.
        Assert.Equal(4.0 / 15, ExactCountTest.Test(counts, ring).P[0], 1e-9);
    }

    [Fact]
    public void No_units_have_no_p() => Assert.Empty(ExactCountTest.Test([], new SpatialWeights([0], [])).P);

    [Theory]
    [InlineData(-1)]
    [InlineData(0.5)]
    public void Counts_must_be_whole_and_not_negative(double count) =>
        Assert.Contains("the exact test needs whole numbers", Assert.Throws<ArgumentException>(() =>
            ExactCountTest.Test([count], new SpatialWeights([0, 1], [0]))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_unit_itself_must_be_drawn() =>
        Assert.Contains("needs WithSelf()", Assert.Throws<ArgumentException>(() =>
            ExactCountTest.Test([1, 2], SpatialWeights.FromLists([[1], [0]]))).Message, StringComparison.Ordinal);
}
