using System.Text.Json;
using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Neighbours;
using GeoCrime.Tests;

namespace GeoCrime.Analytics.Tests.Autocorrelation;

/// <summary>columbus_global.json: spdep 1.2.7 on Columbus crime; printed with 15 digits.</summary>
public class GlobalStatisticTests
{
    private static readonly JsonElement Golden =
        JsonDocument.Parse(File.ReadAllText(RepositoryFiles.Golden("columbus_global.json"))).RootElement;

    private static readonly SpatialWeights Chain = SpatialWeights.FromLists([[1], [0, 2], [1, 3], [2]]);

    [Theory]
    [InlineData(Assumption.Randomisation, "randomisation")]
    [InlineData(Assumption.Normality, "normality")]
    public void Moran_equals_spdep(Assumption assumption, string name)
    {
        var moran = GlobalMoran.Test(Columbus.Crime, Columbus.Queen.RowStandardised(), assumption);
        Near(Golden.GetProperty("moran"), moran, "I", "variance_" + name, "z_" + name);
    }

    [Fact]
    public void Geary_equals_spdep() =>
        Near(Golden.GetProperty("geary"), GlobalGeary.Test(Columbus.Crime, Columbus.Queen.RowStandardised()), "C", "variance", "z");

    [Fact]
    public void General_g_equals_spdep() =>
        Near(Golden.GetProperty("global_g_binary"), GlobalG.Test(Columbus.Crime, Columbus.Queen), "G", "variance", "z");

    /// <summary>Deviations −1.5, −0.5, 0.5, 1.5: I = 4/6 · 2(0.75 − 0.25 + 0.75)/5.</summary>
    [Fact]
    public void Moran_of_a_slope_by_hand() => Assert.Equal(1.0 / 3, GlobalMoran.Test([1, 2, 3, 4], Chain).Value, 1e-12);

    /// <summary>C = 3/(2·6) · 6·1/5.</summary>
    [Fact]
    public void Geary_of_a_slope_by_hand() => Assert.Equal(0.3, GlobalGeary.Test([1, 2, 3, 4], Chain).Value, 1e-12);

    /// <summary>Neighbours' products 2 + 6 + 12 of all pairs' 2 + 3 + 4 + 6 + 8 + 12.</summary>
    [Fact]
    public void General_g_of_a_slope_by_hand() => Assert.Equal(20.0 / 35, GlobalG.Test([1, 2, 3, 4], Chain).Value, 1e-12);

    /// <summary>All 24 orders of four values have the moments that the formulas give.</summary>
    [Fact]
    public void Moments_are_those_of_all_orders()
    {
        double[] values = [1, 2, 4, 9];
        var weights = SpatialWeights.FromLists([[1, 2], [0], [1], []]);
        var orders = (from a in values from b in values from c in values from d in values
                      where new[] { a, b, c, d }.Distinct().Count() == 4 select new[] { a, b, c, d }).ToArray();
        foreach (var test in new Func<double[], GlobalStatistic>[]
                 {
                     order => GlobalMoran.Test(order, weights), order => GlobalGeary.Test(order, weights), order => GlobalG.Test(order, weights),
                 })
        {
            var statistics = orders.Select(test).ToArray();
            var mean = statistics.Average(statistic => statistic.Value);
            Assert.Equal(mean, statistics[0].Expectation, 1e-12);
            Assert.Equal(statistics.Average(statistic => Math.Pow(statistic.Value - mean, 2)), statistics[0].Variance, 1e-12);
        }
    }

    [Fact]
    public void Values_that_are_all_alike_are_refused() =>
        Assert.Contains("All values are 5", Assert.Throws<ArgumentException>(() => GlobalMoran.Test([5, 5, 5, 5], Chain)).Message, StringComparison.Ordinal);

    [Fact]
    public void Three_units_are_too_few() =>
        Assert.Contains("3 units are too few", Assert.Throws<ArgumentException>(() =>
            GlobalGeary.Test([1, 2, 3], SpatialWeights.FromLists([[1], [0], [1]]))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_unit_beside_itself_is_refused() =>
        Assert.Contains("own neighbour", Assert.Throws<ArgumentException>(() =>
            GlobalMoran.Test([1, 2, 3, 4], Chain.WithSelf())).Message, StringComparison.Ordinal);

    [Fact]
    public void A_map_of_islands_is_refused() =>
        Assert.Contains("no unit has a neighbour", Assert.Throws<ArgumentException>(() =>
            GlobalMoran.Test([1, 2, 3, 4], SpatialWeights.FromLists([[], [], [], []]))).Message, StringComparison.Ordinal);

    [Fact]
    public void General_g_refuses_negative_values() =>
        Assert.Contains("values[1] is -2", Assert.Throws<ArgumentException>(() => GlobalG.Test([1, -2, 3, 4], Chain)).Message, StringComparison.Ordinal);

    private static void Near(JsonElement golden, GlobalStatistic statistic, string value, string variance, string z)
    {
        Assert.Equal(golden.GetProperty(value).GetDouble(), statistic.Value, 1e-9);
        Assert.Equal(golden.GetProperty("expectation").GetDouble(), statistic.Expectation, 1e-9);
        Assert.Equal(golden.GetProperty(variance).GetDouble(), statistic.Variance, 1e-9);
        Assert.Equal(golden.GetProperty(z).GetDouble(), statistic.Z, 1e-9);
    }
}
