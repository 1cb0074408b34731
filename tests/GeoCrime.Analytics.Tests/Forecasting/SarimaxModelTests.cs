using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using MathNet.Numerics.LinearAlgebra;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class SarimaxModelTests
{
    private static readonly SarimaxOrder Airline = new(1, 1, 1) { SeasonalD = 1, SeasonalQ = 1, Season = 12 };

    private static CountSeries Logarithms { get; } =
        new(AirlineGolden.Series.Start, SeriesStep.Month, [.. AirlineGolden.Series.Values.Select(v => Math.Log(v))]);

    [Theory]
    [InlineData("sarimax_raw", 1e-4)]
    [InlineData("sarimax_log", 1e-6)]
    public void Statsmodels_parameters_give_its_likelihood_forecasts_and_bounds(string name, double tolerance)
    {
        var series = name == "sarimax_raw" ? AirlineGolden.Series : Logarithms;
        var fitted = new FittedSarimax(Airline, Golden(name));
        Assert.Equal(AirlineGolden.Number(name, "loglike"), fitted.LogLikelihood(series), 1e-6);
        var predictions = fitted.Predict(series, 24);
        var (mean, lower) = (AirlineGolden.Column("airline_forecasts.csv", name), AirlineGolden.Column("airline_forecasts.csv", name + "_lo"));
        for (var h = 0; h < 24; h++)
        {
            Assert.Equal(mean[h], predictions[h].Mean, tolerance);
            Assert.Equal(lower[h], predictions[h].Mean - 1.959963984540054 * Math.Sqrt(predictions[h].Variance), tolerance);
        }
    }

    [Theory]
    [InlineData("sarimax_raw")]
    [InlineData("sarimax_log")]
    public void The_fit_is_at_least_as_likely_as_statsmodels(string name)
    {
        var series = name == "sarimax_raw" ? AirlineGolden.Series : Logarithms;
        var fitted = new SarimaxModel(Airline).Estimate(series);
        Assert.True(fitted.LogLikelihood(series) >= AirlineGolden.Number(name, "loglike") - 0.01);
        // golden/README.md gives 0.02 for parameters. On the raw series ours is another, higher optimum (−506.60, not −507.45).
        if (name == "sarimax_log")
            Assert.Equal(AirlineGolden.Number(name, "params", "ma.S.L12"), fitted.Parameters.SeasonalMa[0], 0.02);
    }

    [Fact]
    public void An_autoregression_of_order_one_is_what_the_hand_computes()
    {
        var fitted = new FittedSarimax(new SarimaxOrder(1, 0, 0), new SarimaxParameters([], [0.5], [], [], [], 2));
        var series = Days([3, 1]);
        var first = -0.5 * (Math.Log(2 * Math.PI * 2 / 0.75) + 9 / (2 / 0.75));
        var second = -0.5 * (Math.Log(2 * Math.PI * 2) + 0.25 / 2);
        Assert.Equal(first + second, fitted.LogLikelihood(series), 1e-12);
        var predictions = fitted.Predict(series, 2);
        Assert.Equal((0.5, 0.25), (predictions[0].Mean, predictions[1].Mean));
        Assert.Equal(2.5, predictions[1].Variance, 1e-12);
    }

    [Fact]
    public void Likelihood_equals_the_dense_normal_density_also_with_missing_counts()
    {
        var order = new SarimaxOrder(2, 0, 1) { SeasonalP = 1, SeasonalQ = 1, Season = 4 };
        var parameters = new SarimaxParameters([], [0.5, -0.2], [0.4], [0.3], [-0.5], 1.7);
        var random = new Random(5);
        var values = Enumerable.Range(0, 60).Select(i => i % 9 == 4 ? double.NaN : 3 * random.NextDouble()).ToArray();
        Assert.Equal(DenseLogDensity(order, parameters, values), new FittedSarimax(order, parameters).LogLikelihood(Days(values)), 1e-8);
    }

    [Fact]
    public void A_long_series_settles_to_the_same_likelihood()
    {
        var order = new SarimaxOrder(1, 0, 1);
        var parameters = new SarimaxParameters([], [0.8], [-0.4], [], [], 1);
        var random = new Random(6);
        var values = Enumerable.Range(0, 300).Select(_ => random.NextDouble()).ToArray();
        Assert.Equal(DenseLogDensity(order, parameters, values), new FittedSarimax(order, parameters).LogLikelihood(Days(values)), 1e-8);
    }

    [Fact]
    public void A_regressor_is_found_and_continued()
    {
        var random = new Random(7);
        static bool Sunday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday;
        var start = new DateOnly(2024, 1, 1);
        var series = Days([.. Enumerable.Range(0, 300).Select(i => 20 + 4 * random.NextDouble() + (Sunday(start.AddDays(i)) ? 15 : 0))]);
        var fitted = new SarimaxModel(new SarimaxOrder(0, 1, 1), day => [Sunday(day) ? 1 : 0]).Estimate(series);
        Assert.Equal(15, fitted.Parameters.Beta[0], 0.5);
        var path = fitted.Forecast(series, 7);
        for (var h = 0; h < 7; h++)
            Assert.Equal(Sunday(start.AddDays(300 + h)) ? 37 : 22, path[h], 1.5);
    }

    [Fact]
    public void No_forecast_is_negative_or_explodes_whatever_the_counts()
    {
        var counts = Gen.ArrayOf(Gen.Frequency((6, Gen.Choose(0, 9)), (1, Gen.Choose(0, 300)), (1, Gen.Constant(-1)))
            .Select(i => i < 0 ? double.NaN : i)).Where(a => new SarimaxModel(new SarimaxOrder(1, 1, 1)).Refusal(Days(a)) is null);
        Prop.ForAll(counts.ToArbitrary(), values =>
        {
            var path = new SarimaxModel(new SarimaxOrder(1, 1, 1)).Fit(Days(values)).Forecast(Days(values), 60);
            Assert.All(path, v => Assert.InRange(v, 0, 20_000));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    [Fact]
    public void A_denver_district_is_forecast_better_than_by_the_mean()
    {
        var series = GoldenSeries.Load("area_daily", SeriesStep.Day)[5];
        var origins = GoldenSeries.Origins("area_daily");
        var own = ForecastErrors.Mase(RollingOrigin.Run(new SarimaxModel(), series, origins, 30), series);
        Assert.True(own < ForecastErrors.Mase(RollingOrigin.Run(PlainModels.Mean, series, origins, 30), series));
    }

    [Fact]
    public void What_cannot_be_fitted_is_refused_with_the_reason()
    {
        Assert.Equal(
            "SARIMAX (1,1,1)(1,0,1)7 needs 15 known counts; there are 2",
            Assert.Throws<ArgumentException>(() => new SarimaxModel().Fit(Days([1, 2]))).Message.Split(" (Param")[0]);
        Assert.Equal("all known counts are equal", new SarimaxModel().Refusal(Days(new double[50])));
        Assert.Contains("d is at most 2", Assert.Throws<ArgumentOutOfRangeException>(
            () => new SarimaxModel(new SarimaxOrder(1, 3, 0)).Fit(Days(new double[50]))).Message);
        Assert.Contains("a season of at least 2 steps", Assert.Throws<ArgumentOutOfRangeException>(
            () => new SarimaxModel(new SarimaxOrder(1, 0, 0) { SeasonalP = 1 }).Fit(Days(new double[50]))).Message);
    }

    // Autocovariances from the weights of past disturbances, then the density of the known values at once.
    private static double DenseLogDensity(SarimaxOrder order, SarimaxParameters parameters, double[] values)
    {
        const int weights = 4000;
        var (ar, ma) = (Expanded(parameters.Ar, parameters.SeasonalAr, order.Season, -1), Expanded(parameters.Ma, parameters.SeasonalMa, order.Season, 1));
        var psi = new double[weights];
        for (var k = 0; k < weights; k++)
        {
            psi[k] = k == 0 ? 1 : k < ma.Length ? ma[k] : 0;
            for (var j = 1; j < ar.Length && j <= k; j++)
                psi[k] -= ar[j] * psi[k - j];
        }
        var known = Enumerable.Range(0, values.Length).Where(i => !double.IsNaN(values[i])).ToArray();
        double Covariance(int lag) => parameters.Variance * Enumerable.Range(0, weights - lag).Sum(k => psi[k] * psi[k + lag]);
        var byLag = Enumerable.Range(0, values.Length).Select(Covariance).ToArray();
        var matrix = Matrix<double>.Build.Dense(known.Length, known.Length, (i, j) => byLag[Math.Abs(known[i] - known[j])]).Cholesky();
        var y = Vector<double>.Build.Dense([.. known.Select(i => values[i])]);
        return -0.5 * (known.Length * Math.Log(2 * Math.PI) + matrix.DeterminantLn + y.DotProduct(matrix.Solve(y)));
    }

    // (1 + sign·Σ aᵢBⁱ)(1 + sign·Σ bⱼB^(js)), by multiplying out.
    private static double[] Expanded(double[] a, double[] b, int season, int sign)
    {
        var result = new double[a.Length + b.Length * season + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
                result[i + j * season] += (i == 0 ? 1 : sign * a[i - 1]) * (j == 0 ? 1 : sign * b[j - 1]);
        return result;
    }

    private static SarimaxParameters Golden(string name)
    {
        double Parameter(string parameter) => AirlineGolden.Number(name, "params", parameter);
        return new SarimaxParameters([], [Parameter("ar.L1")], [Parameter("ma.L1")], [], [Parameter("ma.S.L12")], Parameter("sigma2"));
    }

    private static CountSeries Days(double[] values) => new(new DateOnly(2024, 1, 1), SeriesStep.Day, values);
}
