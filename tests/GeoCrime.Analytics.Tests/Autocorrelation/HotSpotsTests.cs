using GeoCrime.Analytics.Autocorrelation;

namespace GeoCrime.Analytics.Tests.Autocorrelation;

public class HotSpotsTests
{
    /// <summary>The rate of false alarms is at most 16 % of cities at q = .10; of 40 cities, 11 or more has probability 1 in 30 at that rate.</summary>
    [Theory]
    [InlineData(0.05)]
    [InlineData(1)]
    [InlineData(60)]
    public void Random_cities_seldom_have_a_hot_or_cold_cell(double mean)
    {
        var alarms = Enumerable.Range(1, 40).Count(seed =>
        {
            var (weights, counts) = RandomCity.Make(80, mean, seed);
            return HotSpots.Find(counts, weights, 0, 0).Bins.Any(bin => bin != 0);
        });
        Assert.InRange(alarms, 0, 10);
    }

    /// <summary>At q = .10 one find in ten may be false on average; one in five is allowed to this one city.</summary>
    [Fact]
    public void A_planted_hot_spot_is_found_and_little_else()
    {
        var (weights, counts) = RandomCity.Make(30, 2, 8);
        foreach (var cell in new[] { 14 * 30 + 14, 14 * 30 + 15, 15 * 30 + 14, 15 * 30 + 15 })
            counts[cell] += 30;
        var bins = HotSpots.Find(counts, weights, 0, 0).Bins;
        Assert.Equal(3, bins[14 * 30 + 14]);
        var found = Enumerable.Range(0, bins.Length).Where(cell => bins[cell] != 0).ToArray();
        var far = found.Count(cell => Math.Abs(cell / 30 - 14.5) > 2 || Math.Abs(cell % 30 - 14.5) > 2);
        Assert.InRange(far, 0, found.Length / 5);
    }

    [Fact]
    public void A_planted_cold_spot_is_negative()
    {
        var (weights, counts) = RandomCity.Make(30, 40, 9);
        for (var row = 10; row < 14; row++)
            for (var column = 10; column < 14; column++)
                counts[row * 30 + column] = 2;
        Assert.Equal(-3, HotSpots.Find(counts, weights, 0, 0).Bins[12 * 30 + 12]);
    }

    [Fact]
    public void Bins_follow_the_adjusted_rates() =>
        Assert.Equal([3, -2, 1, 0, 0], HotSpots.Bin([0.001, 0.018, 0.05, 0.5, 1], [1, -1, 1, 1, 0]));

    [Fact]
    public void Constant_counts_have_no_spots()
    {
        var counts = Enumerable.Repeat(3.0, 100).ToArray();
        Assert.All(HotSpots.Find(counts, RandomCity.Weights(10), 99, 1).Bins, bin => Assert.Equal(0, bin));
    }

    [Fact]
    public void Permutations_are_left_out_on_request() =>
        Assert.Null(HotSpots.Find([1, 2, 3, 4], RandomCity.Weights(2), 0, 1).PseudoP);

    [Fact]
    public void A_negative_number_of_permutations_is_refused() =>
        Assert.Contains("permutations", Assert.Throws<ArgumentOutOfRangeException>(() =>
            HotSpots.Find([1, 2, 3, 4], RandomCity.Weights(2), -1, 1)).Message, StringComparison.Ordinal);
}
