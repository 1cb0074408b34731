using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class DayTableTests
{
    private static readonly DateOnly First = new(2021, 1, 4);

    [Fact]
    public void Planned_columns_hold_for_the_future_and_count_0_elsewhere()
    {
        var rows = new DayTable([new("game", true, new Dictionary<DateOnly, double> { [First.AddDays(40)] = 1 })]).Before(First.AddDays(30));
        Assert.Equal([0.0, 1.0], [rows.At(First)[0], rows.At(First.AddDays(40))[0]]);
        Assert.Equal(1.0 / 7, rows.Over(First.AddDays(35), SeriesStep.Week)[0], 1e-12);
    }

    [Fact]
    public void Measured_columns_are_usual_for_the_time_of_year_from_the_forecast_on()
    {
        // Two years of a yearly wave.
        double Wave(DateOnly day) => 10 + 8 * Math.Sin(2 * Math.PI * day.DayOfYear / 365.25);
        var heat = Enumerable.Range(0, 730).ToDictionary(i => First.AddDays(i), i => Wave(First.AddDays(i)));
        var rows = new DayTable([new("heat", false, heat)]).Before(First.AddDays(730));
        var deviation = 8 / Math.Sqrt(2);
        foreach (var ahead in new[] { 0, 100, 250 })
            Assert.Equal((Wave(First.AddDays(730 + ahead)) - 10) / deviation, rows.At(First.AddDays(730 + ahead))[0], 0.1);
        Assert.Equal((Wave(First.AddDays(50)) - 10) / deviation, rows.At(First.AddDays(50))[0], 0.02);
    }

    [Fact]
    public void Nothing_measured_after_the_forecast_began_is_seen()
    {
        var random = new Random(4);
        var heat = Enumerable.Range(0, 500).ToDictionary(i => First.AddDays(i), _ => random.NextDouble());
        var changed = heat.ToDictionary(each => each.Key, each => each.Key >= First.AddDays(400) ? 1000 : each.Value);
        var (a, b) = (new DayTable([new("heat", false, heat)]).Before(First.AddDays(400)), new DayTable([new("heat", false, changed)]).Before(First.AddDays(400)));
        Assert.All(Enumerable.Range(0, 600), i => Assert.Equal(a.At(First.AddDays(i)), b.At(First.AddDays(i))));
    }

    [Fact]
    public void Without_any_measurement_a_column_says_nothing() => Assert.Equal(0, new DayTable([new("heat", false, new Dictionary<DateOnly, double>())]).Before(First).At(First)[0]);

    [Fact]
    public void A_name_that_stands_twice_and_a_value_that_is_no_number_are_refused()
    {
        var none = new Dictionary<DateOnly, double>();
        Assert.Equal("the column 'rain' stands twice", Assert.Throws<ArgumentException>(() => new DayTable([new("rain", true, none), new("rain", false, none)])).Message);
        Assert.Equal("the column 'rain' is NaN on 2021-01-04; values are finite", Assert.Throws<ArgumentException>(() => new DayTable([new("rain", true, new Dictionary<DateOnly, double> { [First] = double.NaN })])).Message);
    }

    // Twenty a day, forty more on days with a game; games are drawn, and known ahead.
    [Theory]
    [InlineData(ForecastModel.Sarimax)]
    [InlineData(ForecastModel.NegativeBinomial)]
    [InlineData(ForecastModel.BoostedTrees)]
    public void Models_learn_what_an_event_brings(ForecastModel model)
    {
        const int length = 800;
        var random = new Random(7);
        var games = Enumerable.Range(0, length + 30).Where(_ => random.Next(9) == 0).Append(length + 3).Distinct().ToDictionary(i => First.AddDays(i), _ => 1.0);
        var series = new CountSeries(First, SeriesStep.Day, [.. Enumerable.Range(0, length).Select(i => 18.0 + random.Next(5) + 40 * games.GetValueOrDefault(First.AddDays(i)))]);
        var options = new AreaForecastOptions { Model = model, Horizon = 30, Days = new DayTable([new("game", true, games)]), Boosting = new() { Trees = 150, LearningRate = 0.1, LeastRows = 20 } };
        var path = SeriesModels.Create(model, options, SeriesStep.Day).Fit(series).Forecast(series, 30);
        double Mean(bool game) => Enumerable.Range(0, 30).Where(h => games.ContainsKey(First.AddDays(length + h)) == game).Average(h => path[h]);
        Assert.InRange(Mean(true) - Mean(false), 30, 50);
        Assert.InRange(Mean(false), 18, 26);
    }

    [Fact]
    public void A_column_that_never_moved_is_left_out_and_the_unknown_future_of_weather_is_said()
    {
        var random = new Random(8);
        var series = new CountSeries(First, SeriesStep.Day, [.. Enumerable.Range(0, 300).Select(_ => (double)random.Next(9))]);
        var days = new DayTable([new("game", true, new Dictionary<DateOnly, double> { [First.AddDays(310)] = 1 }), new("heat", false, Enumerable.Range(0, 300).ToDictionary(i => First.AddDays(i), _ => 20.0))]);
        Assert.Empty(days.Before(First.AddDays(300)).Telling(series));
        var with = AreaForecaster.Run(series, new AreaForecastOptions { Model = ForecastModel.Sarimax, Days = days, Origins = 2 });
        var without = AreaForecaster.Run(series, new AreaForecastOptions { Model = ForecastModel.Sarimax, Origins = 2 });
        Assert.Equal(without.Points.Select(point => point.Mean), with.Points.Select(point => point.Mean));
        Assert.Contains("The future of heat is not known: the forecast takes what is usual for the time of year.", with.Remarks);
    }

    [Fact]
    public void Backtests_with_weather_do_not_look_ahead()
    {
        var random = new Random(9);
        var values = Enumerable.Range(0, 420).Select(_ => (double)random.Next(20)).ToArray();
        var heat = Enumerable.Range(0, 420).ToDictionary(i => First.AddDays(i), _ => random.NextDouble());
        var later = heat.ToDictionary(each => each.Key, each => each.Key >= First.AddDays(380) ? 99 : each.Value);
        double[] Path(Dictionary<DateOnly, double> weather) => RollingOrigin.Run(
            new NegativeBinomialModel(null, new DayTable([new("heat", false, weather)])), new CountSeries(First, SeriesStep.Day, values), [380], 30).Forecasts[0];
        Assert.Equal(Path(heat), Path(later));
    }
}
