using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Tests.Forecasting;

namespace GeoCrime.Analytics.Tests.Evaluation;

public class NestedBacktestTests
{
    private static readonly AreaForecastOptions Monthly = new() { Horizon = 12, Levels = [80, 95] };

    [Fact]
    public void Forecasts_choices_and_intervals_at_an_origin_do_not_depend_on_what_came_after()
    {
        var series = GoldenSeries.Load("city_monthly", SeriesStep.Month)[0];
        var options = new NestedBacktestOptions([45, 57], [ForecastModel.Best, ForecastModel.Ets], Monthly);
        var changed = new CountSeries(series.Start, series.Step, [.. series.Values.Select((v, i) => i < 57 ? v : 3 * v)]);
        var (before, after) = (NestedBacktest.Run([series], options), NestedBacktest.Run([changed], options));
        for (var m = 0; m < 2; m++)
        {
            Assert.Equal(before[m][0]!.Answered, after[m][0]!.Answered);
            Assert.Equal(before[m][0]!.Backtest.Forecasts[1], after[m][0]!.Backtest.Forecasts[1]);
            Assert.Equal(before[m][0]!.Steps[0], after[m][0]!.Steps[0], (a, b) => a!.Crps == b!.Crps && a.Winkler[1] == b.Winkler[1]);
        }
    }

    [Fact]
    public void The_ensemble_is_the_mean_of_its_members()
    {
        var series = GoldenSeries.Load("area_monthly", SeriesStep.Month).Take(2).ToArray();
        var options = new NestedBacktestOptions([50, 55], [ForecastModel.Ensemble, ForecastModel.Ets, ForecastModel.NegativeBinomial], Monthly);
        var scores = NestedBacktest.Run(series, options);
        for (var s = 0; s < 2; s++)
            for (var h = 0; h < 12; h++)
                Assert.Equal(
                    (scores[1][s]!.Backtest.Forecasts[1][h] + scores[2][s]!.Backtest.Forecasts[1][h]) / 2, scores[0][s]!.Backtest.Forecasts[1][h], 1e-9);
    }

    [Fact]
    public void Trees_of_all_areas_answer_for_each()
    {
        var series = GoldenSeries.Load("area_daily", SeriesStep.Day).Take(2).ToArray();
        var forecast = new AreaForecastOptions { Boosting = new() { Trees = 20, LearningRate = 0.2 }, Spacing = 200, Levels = [80] };
        var scores = NestedBacktest.Run(series, new NestedBacktestOptions([1900, 2000], [ForecastModel.BoostedTrees], forecast));
        Assert.All(scores[0], score => Assert.InRange(ForecastErrors.Mase(score!.Backtest, series[0])!.Value, 0.3, 1.2));
    }

    // The goal: 0.97 times exponential smoothing with SARIMAX (0.762, 0.830, 0.750) and not above the best peer; see golden/forecast-peers.md.
    [Theory]
    [InlineData("city_daily", SeriesStep.Day, 30, 0.745)]
    [InlineData("area_monthly", SeriesStep.Month, 12, 0.746)]
    [InlineData("city_monthly", SeriesStep.Month, 12, 0.576)]
    public void Denvers_best_lies_below_the_best_peer(string level, SeriesStep step, int horizon, double peer)
    {
        var series = GoldenSeries.Load(level, step);
        var forecast = new AreaForecastOptions
        {
            Horizon = horizon, Levels = [80, 95], Holidays = HolidayCalendar.UnitedStates, Spacing = step == SeriesStep.Day ? 90 : null,
            Candidates = [ForecastModel.SeasonalNaive, ForecastModel.Mean, ForecastModel.Ets, ForecastModel.NegativeBinomial, ForecastModel.Ensemble],
        };
        var scores = NestedBacktest.Run(series, new NestedBacktestOptions(GoldenSeries.Origins(level, "origins20"), [ForecastModel.Best], forecast));
        Assert.True(scores[0].Select((score, s) => ForecastErrors.Mase(score!.Backtest, series[s])!.Value).Average() < peer);
    }

    [Fact]
    public void A_model_that_refuses_the_history_has_no_scores() =>
        Assert.Null(NestedBacktest.Run([Days(120)], new NestedBacktestOptions([80], [ForecastModel.BoostedTrees], new AreaForecastOptions { Levels = [80] }))[0][0]);

    [Fact]
    public void Cancelling_is_heard()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => NestedBacktest.Run(
            [Days(120)], new NestedBacktestOptions([80], [ForecastModel.Mean], new AreaForecastOptions()), null, stop.Token));
    }

    [Fact]
    public void What_cannot_be_tested_is_refused_with_the_reason()
    {
        string Message(int[] origins, params CountSeries[] series) => Assert.Throws<ArgumentException>(
            () => NestedBacktest.Run(series, new NestedBacktestOptions(origins, [ForecastModel.Mean], new AreaForecastOptions()))).Message;
        Assert.Equal("there is no series to test on", Message([50]));
        Assert.Contains("too short for a single origin", Message([], Days(20)));
        Assert.Contains("origin 100 with 30 steps does not fit into 120 steps", Message([100], Days(120)));
        Assert.Contains("the same start, step and length", Message([50], Days(120), Days(130)));
    }

    private static CountSeries Days(int count) => new(new DateOnly(2023, 1, 2), SeriesStep.Day, [.. Enumerable.Range(0, count).Select(i => i % 7 + 1.0)]);
}
