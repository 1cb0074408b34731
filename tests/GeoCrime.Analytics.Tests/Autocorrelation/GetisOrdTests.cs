using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Tests.Autocorrelation;

public class GetisOrdTests
{
    private static readonly SpatialWeights Chain = SpatialWeights.FromLists([[1], [0, 2], [1]]);

    /// <summary>Values 0, 3, 0: mean 1, variance 2; unit 0 has sum 3 over 2, so z = (3 − 2)/√(2·(3·2 − 4)/2) = 1/√2.</summary>
    [Fact]
    public void Three_units_in_a_chain_by_hand()
    {
        var result = GetisOrd.Star([0, 3, 0], Chain.WithSelf());
        Assert.Equal(1 / Math.Sqrt(2), result.Z[0], 1e-12);
        Assert.True(double.IsNaN(result.Z[1]), "unit 1's neighbourhood is the whole map");
        Assert.Equal(1, result.P[1]);
    }

    [Fact]
    public void Two_sided_p_of_196_hundredths_is_five_per_cent() => Assert.Equal(0.05, NormalDeviates.TwoSided(1.959963984540054), 1e-12);

    [Fact]
    public void Binary_star_equals_spdep() =>
        Near(Columbus.Column("gistar_z_binary"), GetisOrd.Star(Columbus.Crime, Columbus.Queen.WithSelf()).Z);

    [Fact]
    public void Row_standardised_star_equals_spdep() =>
        Near(Columbus.Column("gistar_z_rowstd"), GetisOrd.Star(Columbus.Crime, Columbus.Queen.WithSelf().RowStandardised()).Z);

    [Fact]
    public void Plain_gi_equals_spdep() => Near(Columbus.Column("gi_z_binary"), GetisOrd.Plain(Columbus.Crime, Columbus.Queen).Z);

    [Fact]
    public void Scaling_and_shifting_the_values_changes_nothing() =>
        Near(
            GetisOrd.Star(Columbus.Crime, Columbus.Queen.WithSelf()).Z,
            GetisOrd.Star([.. Columbus.Crime.Select(value => 7 * value + 100)], Columbus.Queen.WithSelf()).Z);

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(123456.789)]
    public void Constant_values_have_no_deviate_and_p_one(double value)
    {
        var result = GetisOrd.Star([value, value, value, value], SpatialWeights.FromLists([[1], [0], [3], [2]]).WithSelf());
        Assert.All(result.Z, z => Assert.True(double.IsNaN(z)));
        Assert.Equal([1.0, 1, 1, 1], result.P);
    }

    [Fact]
    public void No_units_have_no_deviates() => Assert.Empty(GetisOrd.Star([], new SpatialWeights([0], [])).Z);

    [Fact]
    public void Star_needs_the_unit_itself() =>
        Assert.Contains("Gi* needs WithSelf()", Assert.Throws<ArgumentException>(() => GetisOrd.Star([1, 2, 3], Chain)).Message, StringComparison.Ordinal);

    [Fact]
    public void Values_that_are_not_numbers_are_named() =>
        Assert.Contains("values[2] is NaN", Assert.Throws<ArgumentException>(() =>
            GetisOrd.Star([1, 2, double.NaN], Chain.WithSelf())).Message, StringComparison.Ordinal);

    [Fact]
    public void There_must_be_one_value_a_unit() =>
        Assert.Contains("There are 2 values for 3 units.", Assert.Throws<ArgumentException>(() =>
            GetisOrd.Plain([1, 2], Chain)).Message, StringComparison.Ordinal);

    private static void Near(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
}
