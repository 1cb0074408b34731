using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class ThetaModelTests
{
    [Fact]
    public void A_straight_line_is_continued_near_the_line()
    {
        var series = Days([.. Enumerable.Range(0, 100).Select(i => 10 + 2.0 * i)]);
        var path = new ThetaModel().Fit(series).Forecast(series, 5);
        // Half the trend comes from the line, and the smoothed level lags by 1/α: with α near 1 the first step is one half-slope behind.
        Assert.InRange(path[0], 208.9, 211);
        Assert.Equal(1, path[4] - path[3], 1e-6);
    }

    [Fact]
    public void The_season_comes_back()
    {
        var series = Days([.. Enumerable.Range(0, 140).Select(i => i % 7 == 2 ? 18d : 4)]);
        var path = new ThetaModel().Fit(series).Forecast(series, 7);
        for (var h = 0; h < 7; h++)
            Assert.Equal(h == 2 ? 18 : 4, path[h], 0.05);
    }

    [Fact]
    public void Falling_series_stop_at_zero_and_gaps_are_survived()
    {
        var values = Enumerable.Range(0, 50).Select(i => i % 6 == 5 ? double.NaN : Math.Max(0, 40 - i)).ToArray();
        Assert.All(new ThetaModel().Fit(Days(values)).Forecast(Days(values), 200), v => Assert.InRange(v, 0, 40));
    }

    [Fact]
    public void Constant_series_stay_and_short_ones_are_refused()
    {
        var constant = Days([.. Enumerable.Repeat(3d, 30)]);
        Assert.All(new ThetaModel().Fit(constant).Forecast(constant, 4), v => Assert.Equal(3, v, 1e-9));
        Assert.StartsWith(
            "exponential smoothing needs 8 known counts; there are 1",
            Assert.Throws<ArgumentException>(() => new ThetaModel().Fit(Days([1]))).Message);
    }

    private static CountSeries Days(double[] values) => new(new DateOnly(2024, 1, 1), SeriesStep.Day, values);
}
