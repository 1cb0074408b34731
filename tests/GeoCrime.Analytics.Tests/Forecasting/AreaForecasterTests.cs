using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class AreaForecasterTests
{
    private static readonly LstmOptions QuickLstm = new()
    {
        FirstHidden = 16,
        SecondHidden = 16,
        Lookback = 21,
        Outputs = 14,
        Stride = 5,
        Training = new TrainingOptions { Epochs = 1, BatchSize = 32 },
    };

    private static readonly AreaForecastOptions Quick = new() { Horizon = 14, Origins = 6, Spacing = 15, Lstm = QuickLstm };

    [Fact]
    public void A_district_gets_points_total_scorecard_and_model_file()
    {
        var log = new RememberedTraining();
        var series = GoldenSeries.Load("area_daily", SeriesStep.Day)[0];
        var forecast = AreaForecaster.Run(series, Quick with { Model = ForecastModel.Lstm }, log);
        Assert.Equal(ForecastModel.Lstm, forecast.Model);
        Assert.Equal(14, forecast.Points.Count);
        Assert.Equal(series.DateAt(series.Length), forecast.Points[0].Start);
        Assert.Equal(forecast.Points.Sum(p => p.Mean), forecast.Total.Mean, 1e-9);
        Assert.Equal(6, forecast.Scorecard.Origins);
        Assert.InRange(forecast.Scorecard.Mase!.Value, 0.5, 1.1);
        Assert.Equal([80d, 95], forecast.Scorecard.Coverage.Select(c => c.Level));
        Assert.Equal((2, 2, 1), (log.Planned.Trainings, log.Epochs, log.Planned.Epochs));
        Assert.Single(forecast.LossCurve);
        var read = LstmFile.Read(forecast.ModelBytes);
        Assert.Equal(forecast.Points.Select(p => p.Mean), read.Forecast(series, 14));
    }

    [Fact]
    public void Intervals_hold_the_median_and_widen_with_the_level()
    {
        var forecast = AreaForecaster.Run(GoldenSeries.Load("area_daily", SeriesStep.Day)[1], Quick with { Model = ForecastModel.Mean });
        Assert.All(forecast.Points.Append(forecast.Total), point =>
        {
            var (narrow, wide) = (point.Intervals[0], point.Intervals[1]);
            Assert.True(0 <= wide.Lower && wide.Lower <= narrow.Lower && narrow.Lower <= point.Median);
            Assert.True(point.Median <= narrow.Upper && narrow.Upper <= wide.Upper);
        });
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_cancelling_is_heard()
    {
        var series = GoldenSeries.Load("area_daily", SeriesStep.Day)[2];
        var options = Quick with { Model = ForecastModel.Lstm, Seed = 5 };
        Assert.Equal(AreaForecaster.Run(series, options).ModelBytes, AreaForecaster.Run(series, options).ModelBytes);
        using var stop = new CancellationTokenSource();
        stop.CancelAfter(TimeSpan.FromMilliseconds(1));
        var endless = options with { Lstm = QuickLstm with { Training = QuickLstm.Training with { Epochs = 100_000, Patience = 100_000 } } };
        Assert.Throws<OperationCanceledException>(() => AreaForecaster.Run(series, endless, null, stop.Token));
    }

    [Fact]
    public void Best_is_the_ensemble_unless_another_is_surely_better()
    {
        var series = GoldenSeries.Load("area_daily", SeriesStep.Day)[3];
        var forecast = AreaForecaster.Run(series, Quick);
        Assert.Equal((ForecastModel.Best, ForecastModel.Ensemble), (forecast.Requested, forecast.Model));
        Assert.Equal(forecast.Candidates[forecast.Model], forecast.Scorecard.Mase);
        // A week that repeats to the last count: nothing is surer than the season itself.
        var exact = Days([.. Enumerable.Range(0, 800).Select(i => i / 7 % 3 == 0 ? 5.0 + i % 7 : 20.0 - i % 7)]);
        var plain = AreaForecaster.Run(exact, Quick with { Candidates = [ForecastModel.Mean, ForecastModel.SeasonalNaive] });
        Assert.Equal(plain.Candidates.Values.Min(), plain.Candidates[plain.Model]);
    }

    [Theory]
    [InlineData(EnsembleWeighting.Equal)]
    [InlineData(EnsembleWeighting.ByBacktest)]
    public void An_ensemble_is_the_weighted_mean_of_its_members(EnsembleWeighting weighting)
    {
        var series = GoldenSeries.Load("city_monthly", SeriesStep.Month)[0];
        var options = new AreaForecastOptions { Horizon = 6, Origins = 6, Weighting = weighting };
        AreaForecast Run(ForecastModel model) => AreaForecaster.Run(series, options with { Model = model });
        var (ets, regression, ensemble) = (Run(ForecastModel.Ets), Run(ForecastModel.NegativeBinomial), Run(ForecastModel.Ensemble));
        var (a, b) = (1 / Math.Pow(ets.Scorecard.Mase!.Value, 2), 1 / Math.Pow(regression.Scorecard.Mase!.Value, 2));
        var first = weighting == EnsembleWeighting.Equal ? 0.5 : a / (a + b);
        for (var h = 0; h < 6; h++)
        {
            Assert.Equal(first * ets.Points[h].Mean + (1 - first) * regression.Points[h].Mean, ensemble.Points[h].Mean, 1e-9);
            Assert.Equal(first * ets.Backtest.Errors[2][h] + (1 - first) * regression.Backtest.Errors[2][h], ensemble.Backtest.Errors[2][h], 1e-9);
        }
    }

    [Fact]
    public void Origins_leave_enough_to_train_on_where_the_series_allows()
    {
        CountSeries Months(int count) => new(new DateOnly(2019, 1, 1), SeriesStep.Month, new double[count]);
        var options = new AreaForecastOptions { Horizon = 12 };
        // 24 months in, 12 out and seven further windows are 43 months.
        Assert.Equal(Enumerable.Range(43, 15), AreaForecaster.Origins(Months(69), options));
        Assert.Equal(Enumerable.Range(25, 14), AreaForecaster.Origins(Months(50), options));
        Assert.Empty(AreaForecaster.Origins(Months(12), options));
    }

    [Fact]
    public void Seasonal_naive_does_not_beat_itself()
    {
        var series = GoldenSeries.Load("area_daily", SeriesStep.Day)[0];
        var scorecard = AreaForecaster.Run(series, Quick with { Model = ForecastModel.SeasonalNaive }).Scorecard;
        Assert.False(scorecard.BeatsBaseline);
        Assert.Equal(scorecard.Mase, scorecard.Baselines.Single(b => b.Name == "seasonal naive").Mase);
        Assert.StartsWith("Not shown to be better than the plain alternative", scorecard.Note);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public void A_constant_series_is_forecast_as_that_constant(double value)
    {
        var forecast = AreaForecaster.Run(Days([.. Enumerable.Repeat(value, 400)]), Quick with { Model = ForecastModel.Lstm });
        Assert.Equal(ForecastModel.Mean, forecast.Model);
        Assert.All(forecast.Points, p => Assert.Equal((value, value), (p.Mean, p.Intervals[1].Upper)));
        Assert.Null(forecast.Scorecard.Mase);
        Assert.Equal(
            ["Lstm: all known counts are equal, from which the LSTM cannot learn.", "The mean of the last 28 days answers instead."],
            forecast.Remarks);
    }

    [Fact]
    public void A_short_series_is_answered_by_the_mean()
    {
        var forecast = AreaForecaster.Run(Days([.. Enumerable.Range(0, 80).Select(i => i % 5 + 1.0)]), new AreaForecastOptions { Model = ForecastModel.Lstm });
        Assert.Equal(ForecastModel.Mean, forecast.Model);
        Assert.All(forecast.Points, p => Assert.InRange(p.Mean, 2.5, 3.5));
        Assert.StartsWith("Lstm: the LSTM needs a history of", forecast.Remarks[0]);
    }

    [Fact]
    public void Two_days_give_poisson_intervals_and_say_that_they_were_not_checked()
    {
        var forecast = AreaForecaster.Run(Days([3, 5]), new AreaForecastOptions());
        Assert.Equal(ForecastModel.Mean, forecast.Model);
        Assert.All(forecast.Points, p => Assert.Equal((4.0, 4.0, 1.0, 8.0), (p.Mean, p.Median, p.Intervals[1].Lower, p.Intervals[1].Upper)));
        Assert.Equal(0, forecast.Scorecard.Origins);
        Assert.Null(forecast.Scorecard.BeatsBaseline);
        Assert.Contains("were not checked", forecast.Remarks[^1]);
    }

    [Fact]
    public void One_spike_neither_explodes_nor_turns_negative()
    {
        var values = Enumerable.Repeat(2d, 500).ToArray();
        values[480] = 5000;
        foreach (var model in new[] { ForecastModel.Lstm, ForecastModel.Best, ForecastModel.Drift })
            Assert.All(AreaForecaster.Run(Days(values), Quick with { Model = model }).Points, p => Assert.InRange(p.Mean, 0, 5000));
    }

    [Fact]
    public void A_series_without_any_known_count_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(
            () => AreaForecaster.Run(Days([double.NaN, double.NaN]), new AreaForecastOptions()));
        Assert.Equal("the series of 2 steps from 2023-01-02 has no known value; a forecast needs at least one", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    public void A_horizon_out_of_range_is_refused(int horizon) =>
        Assert.Contains("must be from 1 to 366 steps", Assert.Throws<ArgumentOutOfRangeException>(
            () => AreaForecaster.Run(Days([1, 2]), new AreaForecastOptions { Horizon = horizon })).Message);

    private static CountSeries Days(double[] values) => new(new DateOnly(2023, 1, 2), SeriesStep.Day, values);
}
