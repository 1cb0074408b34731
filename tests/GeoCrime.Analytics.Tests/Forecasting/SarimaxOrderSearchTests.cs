using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class SarimaxOrderSearchTests
{
    private static CountSeries Logarithms { get; } =
        new(AirlineGolden.Series.Start, SeriesStep.Month, [.. AirlineGolden.Series.Values.Select(v => Math.Log(v))]);

    [Fact]
    public void The_airline_gets_both_differences_and_an_aicc_as_low_as_the_airline_models()
    {
        var fitted = SarimaxOrderSearch.Run(Logarithms);
        Assert.Equal((1, 1, 12), (fitted.Order.D, fitted.Order.SeasonalD, fitted.Order.Season));
        var airline = new SarimaxModel(new SarimaxOrder(0, 1, 1) { SeasonalD = 1, SeasonalQ = 1, Season = 12 }).Estimate(Logarithms);
        Assert.True(fitted.Aicc(Logarithms) <= airline.Aicc(Logarithms) + 1e-6);
    }

    [Fact]
    public void The_airline_model_has_the_aic_that_r_gives()
    {
        // arima(log(AirPassengers), c(0,1,1), seasonal = c(0,1,1)) in R: log-likelihood 244.696, AIC −483.40.
        var order = new SarimaxOrder(0, 1, 1) { SeasonalD = 1, SeasonalQ = 1, Season = 12 };
        var fitted = new SarimaxModel(order).Estimate(Logarithms);
        var likelihood = new ArmaLikelihood(order, Logarithms.Values, []).At(fitted.Parameters).LogLikelihood;
        Assert.Equal(-483.40, -2 * likelihood + 2 * 3, 0.01);
    }

    [Fact]
    public void An_autoregression_about_a_level_keeps_its_level()
    {
        var random = new Random(9);
        var values = new double[400];
        for (var i = 0; i < values.Length; i++)
            values[i] = 50 + (i == 0 ? 0 : 0.6 * (values[i - 1] - 50)) + Normal.Sample(random, 0, 3);
        var series = new CountSeries(new DateOnly(2024, 1, 1), SeriesStep.Day, values);
        var fitted = SarimaxOrderSearch.Run(series);
        Assert.Equal(0, fitted.Order.D);
        Assert.True(fitted.Order.P > 0);
        Assert.Equal(50, fitted.Forecast(series, 60)[^1], 3.0);
    }

    [Fact]
    public void A_short_series_is_refused_with_what_is_needed() =>
        Assert.Contains("about 30 that differ are needed", Assert.Throws<ArgumentException>(
            () => SarimaxOrderSearch.Run(new CountSeries(new DateOnly(2024, 1, 1), SeriesStep.Day, [1, 2, 3]))).Message);
}
