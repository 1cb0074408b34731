using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Tests.Evaluation;

public class LeaderboardTests
{
    private static readonly double[] Levels = [80, 95];
    private static readonly AreaForecastOptions Options = new() { Horizon = 14, Levels = Levels };

    // Ten a day, then one more every day: what is known is the exact future.
    private static readonly CountSeries Rising = new(new DateOnly(2024, 1, 1), SeriesStep.Day, [.. Enumerable.Range(0, 200).Select(day => 10.0 + day)]);

    [Fact]
    public void Errors_by_hand()
    {
        var table = Board([Rising], Table(Rising, (ForecastModel.Drift, PlainModels.Drift), (ForecastModel.Naive, PlainModels.Naive)), ForecastModel.Naive, ForecastModel.Drift);
        Assert.Equal([ForecastModel.Drift, ForecastModel.Naive], table.Rows.Select(row => row.Model));
        var naive = table.Rows[1];
        // The last count is 1 … 14 too low, on average 7.5; a week before lies 7 lower everywhere.
        Assert.Equal(7.5, naive.Mae!.Value, 1e-12);
        Assert.Equal(7.5 / 7, naive.Mase!.Value, 1e-12);
        Assert.Equal(-7.5, naive.Bias!.Value, 1e-12);
        Assert.Equal([(1, 7), (8, 14)], naive.Leads.Select(lead => (lead.From, lead.To)));
        Assert.Equal([4.0, 11.0], naive.Leads.Select(lead => lead.Mae!.Value), (a, b) => Math.Abs(a - b) < 1e-12);
        // Seasonal naive is 7 too low in the first week and 14 in the second: 10.5; the mean of 28 days lies 13.5 lower still than the last.
        Assert.Equal((ForecastModel.SeasonalNaive, 1.5), (table.Baseline, Math.Round(naive.BaselineMase!.Value, 9)));
        Assert.Equal((0, true, true), (table.Rows[0].Picked, table.Rows[0].BeatsBaseline, naive.BeatsBaseline));
    }

    [Fact]
    public void What_was_picked_adds_up_to_all_windows()
    {
        var random = new Random(3);
        CountSeries[] series = [.. Enumerable.Range(0, 3).Select(_ => new CountSeries(Rising.Start, SeriesStep.Day, [.. Enumerable.Range(0, 300).Select(_ => (double)random.Next(9))]))];
        ForecastModel[] models = [ForecastModel.Best, ForecastModel.SeasonalNaive, ForecastModel.Mean];
        var options = Options with { Candidates = [ForecastModel.SeasonalNaive, ForecastModel.Mean] };
        var scores = models.Select(model => series.Select(each => NestedBacktest.Score(each, model, Table(each, (ForecastModel.SeasonalNaive, PlainModels.SeasonalNaive), (ForecastModel.Mean, PlainModels.Mean)), [200, 230, 260], options)).ToArray()).ToArray();
        var table = Leaderboard.Of(series, scores, Levels);
        Assert.Equal(9, table.Rows.Sum(row => row.Picked));
        Assert.Equal((3, 3), (table.Series, table.Origins));
        Assert.Equal((Rising.Start.AddDays(200), Rising.Start.AddDays(273)), (table.From, table.To));
        Assert.All(table.Rows, row => Assert.All(row.Intervals, each => Assert.InRange(each.Observed!.Value, 0.3, 1)));
        Assert.Null(table.Rows.Single(row => row.Model == table.Baseline).BeatsBaseline);
    }

    [Fact]
    public void Scores_of_known_backtests_are_those_of_running_them()
    {
        var series = new CountSeries(Rising.Start, SeriesStep.Day, [.. Enumerable.Range(0, 700).Select(day => (double)(day * day % 7))]);
        var ran = NestedBacktest.Run([series], new NestedBacktestOptions([640, 670], [ForecastModel.Mean], Options))[0][0]!;
        var known = RollingOrigin.Run(PlainModels.Mean, series, [548, 578, 608, 638, 640, 670], 14);
        var scored = NestedBacktest.Score(series, ForecastModel.Mean, new Dictionary<ForecastModel, Backtest> { [ForecastModel.Mean] = known }, [640, 670], Options)!;
        Assert.Equal(ran.Backtest.Forecasts, scored.Backtest.Forecasts);
        Assert.Equal(ran.Steps[1].Select(step => step!.Crps), scored.Steps[1].Select(step => step!.Crps));
    }

    [Fact]
    public void An_origin_that_a_backtest_lacks_is_not_scored() => Assert.Null(
        NestedBacktest.Score(Rising, ForecastModel.Drift, Table(Rising, (ForecastModel.Drift, PlainModels.Drift)), [151], Options));

    [Fact]
    public void Without_any_window_there_are_no_rows()
    {
        var table = Leaderboard.Of([Rising], [new NestedScores?[1]], Levels);
        Assert.Equal((0, 1, null), (table.Rows.Count, table.Series, table.From));
    }

    [Fact]
    public void A_constant_series_has_errors_but_no_scaled_ones()
    {
        var constant = new CountSeries(Rising.Start, SeriesStep.Day, [.. Enumerable.Repeat(3.0, 200)]);
        var row = Board([constant], Table(constant, (ForecastModel.Mean, PlainModels.Mean)), ForecastModel.Mean).Rows.Single();
        Assert.Equal((null, 0.0, null), (row.Mase, row.Mae, row.BeatsBaseline));
    }

    private static Leaderboard Board(CountSeries[] series, Dictionary<ForecastModel, Backtest> table, params ForecastModel[] models) =>
        Leaderboard.Of(series, [.. models.Select(model => series.Select(each => NestedBacktest.Score(each, model, table, [100, 115, 130, 145, 160, 175], Options)).ToArray())], Levels);

    private static Dictionary<ForecastModel, Backtest> Table(CountSeries series, params (ForecastModel Kind, ISeriesModel Model)[] models) =>
        models.ToDictionary(each => each.Kind, each => RollingOrigin.Run(each.Model, series, [60, 80, 100, 115, 130, 145, 160, 175, .. series.Length > 280 ? new[] { 200, 230, 260 } : []], 14));
}
