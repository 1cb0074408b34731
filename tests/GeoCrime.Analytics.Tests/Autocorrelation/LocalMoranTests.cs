using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Tests.Autocorrelation;

public class LocalMoranTests
{
    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "_conditional")]
    public void Columbus_equals_spdep(bool conditional, string suffix)
    {
        var local = LocalMoran.Test(Columbus.Crime, Columbus.Queen.RowStandardised(), conditional);
        Near(Columbus.Column("moran_i"), local.I);
        Near(Columbus.Column("moran_e" + suffix), local.Expectation);
        Near(Columbus.Column("moran_var" + suffix), local.Variance);
        Near(Columbus.Column("moran_z" + suffix), local.Deviates.Z);
        Assert.Equal(Columbus.Text("quadrant").Select(name => name.Replace("-", "", StringComparison.Ordinal)),
            local.Quadrants.Select(quadrant => quadrant.ToString()));
    }

    [Fact]
    public void Local_values_average_to_the_global_one() =>
        Assert.Equal(
            GlobalMoran.Test(Columbus.Crime, Columbus.Queen.RowStandardised()).Value,
            LocalMoran.Test(Columbus.Crime, Columbus.Queen.RowStandardised()).I.Average(), 1e-12);

    [Fact]
    public void A_variable_against_itself_is_the_univariate_statistic()
    {
        var weights = Columbus.Queen.RowStandardised();
        var (i, quadrants) = LocalMoran.Bivariate(Columbus.Crime, Columbus.Crime, weights);
        var local = LocalMoran.Test(Columbus.Crime, weights);
        Near(local.I, i);
        Assert.Equal(local.Quadrants, quadrants);
    }

    [Fact]
    public void Crime_and_income_part_ways_in_columbus() =>
        Assert.True(LocalMoran.Bivariate(Columbus.Crime, Columbus.Column("INC"), Columbus.Queen.RowStandardised()).I.Average() < -0.2);

    [Fact]
    public void An_island_has_no_deviate()
    {
        var local = LocalMoran.Test([1, 2, 3, 9], SpatialWeights.FromLists([[1], [0], [1], []]));
        Assert.True(double.IsNaN(local.Deviates.Z[3]));
        Assert.Equal(1, local.Deviates.P[3]);
    }

    [Fact]
    public void A_unit_beside_itself_is_refused() =>
        Assert.Contains("own neighbour", Assert.Throws<ArgumentException>(() =>
            LocalMoran.Test(Columbus.Crime, Columbus.Queen.WithSelf())).Message, StringComparison.Ordinal);

    private static void Near(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
}
