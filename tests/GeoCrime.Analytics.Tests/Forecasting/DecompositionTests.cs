using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class DecompositionTests
{
    private const string Golden = "airline_decomposition.csv";
    private static readonly double[] Airline = AirlineGolden.Series.Values;

    // golden/README.md: agreement of double-precision implementations.
    private const double Tolerance = 1e-8;

    [Fact]
    public void Classical_forms_equal_statsmodels()
    {
        var additive = ClassicalDecomposition.Additive(Airline, 12);
        AssertEqual("add_trend", additive.Trend);
        AssertEqual("add_seasonal", additive.Seasonal);
        AssertEqual("add_resid", additive.Remainder);
        var multiplicative = ClassicalDecomposition.Multiplicative(Airline, 12);
        AssertEqual("mul_trend", multiplicative.Trend);
        AssertEqual("mul_seasonal", multiplicative.Seasonal);
        AssertEqual("mul_resid", multiplicative.Remainder);
    }

    [Fact]
    public void Stl_equals_statsmodels()
    {
        var stl = StlDecomposition.Of(Airline, 12, new StlOptions());
        AssertEqual("stl_trend", stl.Trend);
        AssertEqual("stl_seasonal", stl.Seasonal);
        AssertEqual("stl_resid", stl.Remainder);
        Assert.All(stl.Weights, w => Assert.Equal(1, w));
        Assert.InRange(stl.SeasonalStrength!.Value, 0.95, 1);
        Assert.InRange(stl.TrendStrength!.Value, 0.95, 1);
    }

    [Fact]
    public void Robust_stl_equals_statsmodels()
    {
        var stl = StlDecomposition.Of(Airline, 12, new StlOptions { Robust = true });
        AssertEqual("stl_robust_trend", stl.Trend);
        AssertEqual("stl_robust_seasonal", stl.Seasonal);
        AssertEqual("stl_robust_weight", stl.Weights);
    }

    [Fact]
    public void Four_steps_of_season_two_are_what_the_hand_computes()
    {
        var parts = ClassicalDecomposition.Additive([1, 3, 3, 5], 2);
        Assert.Equal([double.NaN, 2.5, 3.5, double.NaN], parts.Trend);
        Assert.Equal([-0.5, 0.5, -0.5, 0.5], parts.Seasonal);
        Assert.Equal([double.NaN, 0, 0, double.NaN], parts.Remainder);
    }

    [Fact]
    public void Parts_add_up_to_the_series_whatever_it_is()
    {
        var counts = Gen.ArrayOf(Gen.Choose(0, 40).Select(i => (double)i)).Where(a => a.Length >= 14);
        Prop.ForAll(counts.ToArbitrary(), values =>
        {
            foreach (var robust in new[] { false, true })
            {
                var parts = StlDecomposition.Of(values, 7, new StlOptions { Robust = robust });
                for (var i = 0; i < values.Length; i++)
                    Assert.Equal(values[i], parts.Trend[i] + parts.Seasonal[i] + parts.Remainder[i], 1e-9);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Stl_runs_through_a_gap()
    {
        double Pure(int i) => 20 + 0.1 * i + (i % 7 == 2 ? 6 : -1);
        var values = Enumerable.Range(0, 100).Select(Pure).ToArray();
        for (var i = 40; i < 47; i++)
            values[i] = double.NaN;
        var parts = StlDecomposition.Of(values, 7, new StlOptions());
        for (var i = 0; i < 100; i++)
            Assert.Equal(Pure(i), parts.Trend[i] + parts.Seasonal[i], 0.05);
        Assert.True(double.IsNaN(parts.Remainder[43]));
        Assert.True(double.IsNaN(values[43]));
    }

    [Fact]
    public void A_constant_series_is_all_trend()
    {
        var parts = StlDecomposition.Of([.. Enumerable.Repeat(5d, 30)], 7, new StlOptions { Robust = true });
        Assert.All(parts.Trend, t => Assert.Equal(5, t, 1e-12));
        Assert.All(parts.Seasonal, s => Assert.Equal(0, s, 1e-12));
    }

    [Fact]
    public void What_cannot_be_decomposed_is_refused_with_the_reason()
    {
        Assert.Equal(
            "a decomposition needs two seasons of 12 steps; the series has 23",
            Assert.Throws<ArgumentException>(() => ClassicalDecomposition.Additive(new double[23], 12)).Message);
        Assert.Equal(
            "the multiplicative form needs counts above 0; one is 0",
            Assert.Throws<ArgumentException>(() => ClassicalDecomposition.Multiplicative([1, 0, 1, 2], 2)).Message);
        Assert.Equal(
            "a decomposition needs known counts; all are missing",
            Assert.Throws<ArgumentException>(() => StlDecomposition.Of([double.NaN, double.NaN, double.NaN, double.NaN], 2, new StlOptions())).Message);
        Assert.Contains("must be odd and at least 3", Assert.Throws<ArgumentOutOfRangeException>(
            () => StlDecomposition.Of(Airline, 12, new StlOptions { SeasonalWindow = 8 })).Message);
    }

    private static void AssertEqual(string column, double[] actual)
    {
        var expected = AirlineGolden.Column(Golden, column);
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], Tolerance * Math.Max(1, Math.Abs(double.IsNaN(expected[i]) ? 1 : expected[i])));
    }
}
