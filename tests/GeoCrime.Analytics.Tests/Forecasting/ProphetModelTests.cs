using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class ProphetModelTests
{
    // golden/README.md: 1 %, for Prophet's own search stops early.
    [Theory]
    [InlineData("additive", false)]
    [InlineData("multiplicative", true)]
    public void The_airline_forecast_is_prophets(string name, bool multiplicative)
    {
        var model = new ProphetModel(new ProphetOptions { YearlyPairs = 10, Multiplicative = multiplicative });
        var fitted = model.Estimate(AirlineGolden.Series);
        var (path, golden) = (fitted.Forecast(AirlineGolden.Series, 24), AirlineGolden.Column("airline_prophet.csv", name + "_yhat"));
        for (var h = 0; h < 24; h++)
            Assert.Equal(1, path[h] / golden[h], 0.01);
        var past = AirlineGolden.Column("airline_prophet_fitted.csv", name + "_yhat");
        for (var i = 0; i < past.Length; i++)
            Assert.Equal(past[i], fitted.At(AirlineGolden.Series.DateAt(i)), 0.01 * 300);
    }

    [Fact]
    public void Changepoints_lie_where_prophet_puts_them()
    {
        var terms = new ProphetModel().Estimate(AirlineGolden.Series).Terms;
        Assert.Equal(25, terms.Changepoints.Length);
        Assert.Equal(0.03469669117647, terms.Changepoints[0], 1e-12);
        Assert.Equal(0.796875, terms.Changepoints[^1], 1e-12);
        Assert.Equal(4352, terms.Days);
    }

    [Fact]
    public void A_straight_line_is_continued_straight()
    {
        var series = Days([.. Enumerable.Range(0, 200).Select(i => 10 + 0.1 * i)]);
        var path = new ProphetModel().Fit(series).Forecast(series, 20);
        for (var h = 0; h < 20; h++)
            Assert.Equal(10 + 0.1 * (200 + h), path[h], 0.15);
    }

    [Fact]
    public void A_holiday_is_found_through_gaps()
    {
        var start = new DateOnly(2021, 1, 1);
        var series = new CountSeries(start, SeriesStep.Day, [.. Enumerable.Range(0, 900).Select(i =>
            i % 13 == 4 ? double.NaN : 30 + 5 * Math.Sin(i * 2 * Math.PI / 7) + (HolidayCalendar.UnitedStates.Contains(start.AddDays(i)) ? 20 : 0))]);
        var fitted = new ProphetModel(new ProphetOptions { Holidays = HolidayCalendar.UnitedStates }).Estimate(series);
        Assert.Equal(20, fitted.Seasons[^1] * fitted.Scale, 1);
    }

    [Fact]
    public void What_cannot_be_fitted_is_refused_with_the_reason()
    {
        Assert.Equal("the trend with seasons needs 28 known counts; there are 2", new ProphetModel().Refusal(Days([1, 2])));
        Assert.Contains("must be above 0", Assert.Throws<ArgumentOutOfRangeException>(
            () => new ProphetModel(new ProphetOptions { ChangepointScale = 0 }).Fit(Days([.. Enumerable.Repeat(3.0, 40)]))).Message);
    }

    private static CountSeries Days(double[] values) => new(new DateOnly(2024, 1, 1), SeriesStep.Day, values);
}
