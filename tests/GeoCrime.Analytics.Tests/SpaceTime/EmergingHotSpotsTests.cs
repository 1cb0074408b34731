using GeoCrime.Analytics.Neighbours;
using GeoCrime.Analytics.SpaceTime;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Tests.SpaceTime;

public class EmergingHotSpotsTests
{
    private const int Side = 16;
    private const int Steps = 12;
    private static readonly SpatialWeights Places = RandomCity.Weights(Side);

    /// <summary>Nine cells around (8, 8) hold twelve more incidents each in the steps named.</summary>
    [Theory]
    [InlineData(11, 12, EmergingPattern.NewHot)]
    [InlineData(6, 12, EmergingPattern.ConsecutiveHot)]
    [InlineData(0, 12, EmergingPattern.PersistentHot)]
    public void A_planted_spot_has_the_pattern_that_was_planted(int from, int to, EmergingPattern pattern)
    {
        var counts = City(2, 3);
        for (var step = from; step < to; step++)
            Plant(counts, step, 12);
        Assert.Equal(pattern, EmergingHotSpots.Find(counts, Places, Steps).Patterns[8 * Side + 8]);
    }

    [Theory]
    [InlineData(1, EmergingPattern.IntensifyingHot)]
    [InlineData(-1, EmergingPattern.DiminishingHot)]
    public void A_spot_that_grows_intensifies_and_one_that_shrinks_diminishes(int direction, EmergingPattern pattern)
    {
        var counts = City(2, 4);
        for (var step = 0; step < Steps; step++)
            Plant(counts, step, 25 + direction * (step - 6) * 3);
        Assert.Equal(pattern, EmergingHotSpots.Find(counts, Places, Steps).Patterns[8 * Side + 8]);
    }

    [Fact]
    public void Gi_star_is_that_of_the_space_time_neighbourhood()
    {
        var counts = City(3, 5);
        var found = EmergingHotSpots.Find(counts, Places, Steps);
        var (mean, n) = (counts.Average(), counts.Length);
        var deviation = Math.Sqrt(counts.Average(count => count * count) - mean * mean);
        foreach (var (step, row, column) in new[] { (0, 0, 0), (0, 5, 5), (1, 15, 3), (11, 8, 8) })
        {
            var (sum, k) = (0.0, 0);
            for (var t = Math.Max(0, step - 1); t <= step; t++)
                for (var r = Math.Max(0, row - 1); r <= Math.Min(Side - 1, row + 1); r++)
                    for (var c = Math.Max(0, column - 1); c <= Math.Min(Side - 1, column + 1); c++, k++)
                        sum += counts[t * Side * Side + r * Side + c];
            var z = (sum - mean * k) / (deviation * Math.Sqrt((n * (double)k - k * k) / (n - 1)));
            Assert.Equal(z, found.Z[step * Side * Side + row * Side + column], 1e-9);
        }
    }

    /// <summary>At q = .10 a random city has any significant bin in about one case of ten; 20 cities with 8 or more have probability under 10⁻³.</summary>
    [Theory]
    [InlineData(0.02)]
    [InlineData(1)]
    public void Random_cities_seldom_have_a_pattern(double mean)
    {
        var alarms = Enumerable.Range(1, 20).Count(seed => EmergingHotSpots.Find(City(mean, seed), Places, Steps).Bins.Any(bin => bin != 0));
        Assert.InRange(alarms, 0, 7);
    }

    [Fact]
    public void An_empty_neighbourhood_among_empty_ones_is_never_significant()
    {
        var counts = new double[Steps * Side * Side];
        for (var step = 0; step < Steps; step++)
            Plant(counts, step, 30);
        var found = EmergingHotSpots.Find(counts, Places, Steps);
        Assert.All(found.Bins, bin => Assert.InRange(bin, 0, 3));
        Assert.Equal(EmergingPattern.None, found.Patterns[0]);
    }

    [Fact]
    public void Empty_and_constant_cubes_have_no_pattern()
    {
        Assert.All(EmergingHotSpots.Find(new double[Steps * Side * Side], Places, Steps).Patterns, pattern => Assert.Equal(EmergingPattern.None, pattern));
        Assert.Empty(EmergingHotSpots.Find([], SpatialWeights.FromLists([]), 3).Patterns);
        Assert.Equal(EmergingPattern.None, EmergingHotSpots.Find([5], SpatialWeights.FromLists([[0]]), 1).Patterns[0]);
    }

    [Fact]
    public void Counts_are_left_as_they_were()
    {
        var counts = City(2, 6);
        var before = counts.ToArray();
        _ = EmergingHotSpots.Find(counts, Places, Steps);
        Assert.Equal(before, counts);
    }

    [Fact]
    public void Misuse_is_refused_with_the_numbers()
    {
        Assert.StartsWith("There are 5 counts for 256 places × 2 steps.",
            Assert.Throws<ArgumentException>(() => EmergingHotSpots.Find(new double[5], Places, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("steps", Assert.Throws<ArgumentOutOfRangeException>(() => EmergingHotSpots.Find([], Places, 0)).Message, StringComparison.Ordinal);
        Assert.Contains("4,000,000 bins", Assert.Throws<ArgumentException>(() => SpaceTimeCube.Neighbours(Places, 20_000)).Message, StringComparison.Ordinal);
        Assert.Contains("binary", Assert.Throws<ArgumentException>(() => SpaceTimeCube.Neighbours(Places.RowStandardised(), 2)).Message, StringComparison.Ordinal);
    }

    private static double[] City(double mean, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Steps * Side * Side).Select(_ => (double)Poisson.Sample(random, mean))];
    }

    private static void Plant(double[] counts, int step, int more)
    {
        for (var row = 7; row <= 9; row++)
            for (var column = 7; column <= 9; column++)
                counts[step * Side * Side + row * Side + column] += more;
    }
}
