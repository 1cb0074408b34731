using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class DiagnosticsTests
{
    // golden/README.md: tests and correlations.
    private const double Tolerance = 1e-9;
    private static readonly double[] Airline = AirlineGolden.Series.Values;

    [Fact]
    public void Correlations_equal_statsmodels()
    {
        AssertEqual(AirlineGolden.Numbers("acf"), Autocorrelations.Acf(Airline, 24));
        AssertEqual(AirlineGolden.Numbers("pacf_ywm"), Autocorrelations.Pacf(Airline, 24));
    }

    [Fact]
    public void Acf_of_three_values_is_what_the_hand_computes()
    {
        Assert.Equal([1, 0, -0.5], Autocorrelations.Acf([1, 2, 3], 2));
        Assert.Equal([1d, -0.5], Autocorrelations.Acf([1, double.NaN, 3, 1, 3], 1)[..2].Select(v => Math.Round(v, 12)));
    }

    [Theory]
    [InlineData("n", Deterministic.None)]
    [InlineData("c", Deterministic.Constant)]
    [InlineData("ct", Deterministic.ConstantAndTrend)]
    public void Dickey_Fuller_equals_statsmodels(string name, Deterministic terms)
    {
        foreach (var (lags, suffix) in new (int?, string)[] { (null, "AIC"), (13, "fixed13") })
        {
            var test = AugmentedDickeyFuller.Test(Airline, terms, lags);
            Assert.Equal(AirlineGolden.Number("adf", $"{name}_{suffix}", "statistic"), test.Statistic, Tolerance);
            Assert.Equal(AirlineGolden.Number("adf", $"{name}_{suffix}", "p"), test.PValue, Tolerance);
            Assert.Equal(AirlineGolden.Number("adf", $"{name}_{suffix}", "lags"), test.Lags);
        }
    }

    [Fact]
    public void Dickey_Fuller_of_growth_rates_equals_statsmodels()
    {
        var growth = Airline.Skip(1).Zip(Airline, (now, before) => Math.Log(now) - Math.Log(before)).ToArray();
        var test = AugmentedDickeyFuller.Test(growth, Deterministic.Constant);
        Assert.Equal(AirlineGolden.Number("adf", "log_diff_c_AIC", "statistic"), test.Statistic, Tolerance);
        Assert.Equal(14, test.Lags);
    }

    [Theory]
    [InlineData("c_auto", false, null)]
    [InlineData("c_legacy", false, 14)]
    [InlineData("ct_auto", true, null)]
    [InlineData("ct_legacy", true, 14)]
    public void Kpss_equals_statsmodels(string name, bool trend, int? lags)
    {
        var test = Kpss.Test(Airline, trend, lags);
        Assert.Equal(AirlineGolden.Number("kpss", name, "statistic"), test.Statistic, Tolerance);
        Assert.Equal(AirlineGolden.Number("kpss", name, "p"), test.PValue, Tolerance);
        Assert.Equal(AirlineGolden.Number("kpss", name, "lags"), test.Lags);
    }

    [Fact]
    public void Noise_keeps_to_a_level_and_a_random_walk_does_not()
    {
        var random = new Random(1);
        var noise = Enumerable.Range(0, 400).Select(_ => random.NextDouble()).ToArray();
        var walk = new double[400];
        for (var i = 1; i < 400; i++)
            walk[i] = walk[i - 1] + noise[i] - 0.5;
        Assert.Equal("The series keeps to a level: both tests agree.", SeriesDiagnostics.Of(Days(noise)).Verdict);
        Assert.Equal(
            "The series wanders or trends and does not return to one level: both tests agree.",
            SeriesDiagnostics.Of(Days([.. walk.Select(v => v + 100)])).Verdict);
    }

    [Fact]
    public void Short_constant_and_gappy_series_are_not_tested_but_described()
    {
        foreach (var values in new[] { new double[100], [1, 2], [.. Enumerable.Range(0, 100).Select(i => i % 20 == 0 ? double.NaN : i)] })
        {
            var diagnostics = SeriesDiagnostics.Of(Days(values));
            Assert.Null(diagnostics.Adf);
            Assert.Null(diagnostics.Kpss);
            Assert.Equal("Too short or too even a series to test whether it keeps to a level.", diagnostics.Verdict);
        }
    }

    [Fact]
    public void What_cannot_be_tested_is_refused_with_the_reason()
    {
        Assert.Equal(
            "the test needs at least 12 known values that are not all equal; there are 2",
            Assert.Throws<ArgumentException>(() => Kpss.Test([1, 2], false)).Message);
        Assert.Equal(
            "20 values are too few for 10 lags",
            Assert.Throws<ArgumentException>(() => AugmentedDickeyFuller.Test(Airline[..20], Deterministic.Constant, 10)).Message);
        Assert.Contains("must be from 0 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => Autocorrelations.Acf([1, 2], 2)).Message);
    }

    private static void AssertEqual(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], Tolerance);
    }

    private static CountSeries Days(double[] values) => new(new DateOnly(2024, 1, 1), SeriesStep.Day, values);
}
