using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>Models side by side on the same past windows.</summary>
/// <param name="Series">How many were tested.</param>
/// <param name="Origins">Most that a series was scored on.</param>
/// <param name="From">First day that was scored; null without windows.</param>
/// <param name="Baseline">The better of the two plain alternatives by MASE.</param>
/// <param name="Rows">Best first by MASE over that of the baseline on the same series; rows without one last.</param>
public sealed record Leaderboard(int Series, int Origins, DateOnly? From, DateOnly? To, ForecastModel Baseline, IReadOnlyList<LeaderboardRow> Rows)
{
    private static readonly ForecastModel[] Plain = [ForecastModel.SeasonalNaive, ForecastModel.Mean];

    /// <summary>The table of nested scores.</summary>
    /// <param name="series">Of one step, start and length.</param>
    /// <param name="scores">A row of each model, shape [series]; null where it could not answer.</param>
    /// <param name="levels">Those of the scores; per cent.</param>
    public static Leaderboard Of(IReadOnlyList<CountSeries> series, IReadOnlyList<NestedScores?[]> scores, IReadOnlyList<double> levels)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(scores);
        var origins = scores.SelectMany(row => row.OfType<NestedScores>()).Select(each => each.Backtest.Origins).MaxBy(each => each.Length) ?? [];
        if (origins.Length == 0)
            return new Leaderboard(series.Count, 0, null, null, ForecastModel.SeasonalNaive, []);
        var horizon = scores.SelectMany(row => row.OfType<NestedScores>()).First().Backtest.Horizon;
        var baseline = Plain.MinBy(kind => Mean(series.Select(each => each.Known == 0 ? null : Error(Alternative(kind, each, origins, horizon), each))) ?? double.PositiveInfinity);
        var answered = scores.SelectMany(row => row.OfType<NestedScores>()).Where(each => each.Model == ForecastModel.Best).SelectMany(each => each.Answered).ToArray();
        var rows = scores.Where(row => row.OfType<NestedScores>().Any()).Select(row => Row(series, row, baseline, levels, answered));
        return new Leaderboard(
            series.Count, origins.Length, series[0].DateAt(origins[0]), series[0].DateAt(origins[^1] + horizon - 1), baseline,
            [.. rows.OrderBy(row => row.Mase / row.BaselineMase ?? double.PositiveInfinity).ThenBy(row => row.Model)]);
    }

    private static LeaderboardRow Row(
        IReadOnlyList<CountSeries> series, NestedScores?[] scores, ForecastModel baseline, IReadOnlyList<double> levels, ForecastModel[] answered)
    {
        var tested = Enumerable.Range(0, series.Count).Where(s => scores[s] is not null).Select(s => (Series: series[s], Scores: scores[s]!)).ToArray();
        var plain = tested.Select(each => Alternative(baseline, each.Series, each.Scores.Backtest.Origins, each.Scores.Backtest.Horizon)).ToArray();
        double? Of(Func<Backtest, CountSeries, double?> measure) => Mean(tested.Select(each => measure(each.Scores.Backtest, each.Series)));
        double? Steps(Func<StepScore, double> measure) => MeanOfSteps(tested.Select(each => each.Scores), 0, int.MaxValue, measure);
        var model = tested[0].Scores.Model;
        return new LeaderboardRow(
            model, tested.Length, tested.Max(each => each.Scores.Backtest.Origins.Length), Of(ForecastErrors.Mase), Of((test, _) => ForecastErrors.Rmse(test)),
            Of((test, _) => ForecastErrors.Mae(test)), Of((test, _) => ForecastErrors.Mape(test)), Of((test, _) => ForecastErrors.Smape(test)),
            Of((test, _) => ForecastErrors.RSquared(test)), Of((test, _) => ForecastErrors.Bias(test)), Of(ForecastErrors.DirectionalAccuracy), Steps(step => step.Crps),
            [.. levels.Select((level, l) => new IntervalQuality(level, Steps(step => step.Inside[l] ? 1 : 0), Steps(step => step.Winkler[l])))],
            [.. Leads(tested, levels)], Mean(plain.Zip(tested, (test, each) => ForecastErrors.Mase(test, each.Series))),
            model == baseline ? null : Beats(tested, plain), answered.Count(each => each == model));
    }

    private static bool? Beats((CountSeries Series, NestedScores Scores)[] tested, Backtest[] plain)
    {
        // An origin is one observation of all areas, so only series with the same origins compare.
        var origins = tested.Select(each => each.Scores.Backtest.Origins).MaxBy(each => each.Length)!;
        int[] same = [.. Enumerable.Range(0, tested.Length).Where(s => tested[s].Scores.Backtest.Origins.SequenceEqual(origins) && ForecastErrors.Mase(plain[s], tested[s].Series) is not null)];
        return same.Length == 0
            ? null
            : ModelComparison.Of([.. same.Select(s => tested[s].Series)], [.. same.Select(s => plain[s])], [.. same.Select(s => tested[s].Scores.Backtest)]).Interval is { } interval
                ? interval.High < 0
                : null;
    }

    private static IEnumerable<LeadScore> Leads((CountSeries Series, NestedScores Scores)[] tested, IReadOnlyList<double> levels)
    {
        var horizon = tested[0].Scores.Backtest.Horizon;
        var near = tested[0].Series.Step switch { SeriesStep.Day => 7, SeriesStep.Week => 4, _ => 3 };
        int[] bounds = [.. new[] { 0, near, 2 * near, horizon }.Where(bound => bound < horizon).Append(horizon)];
        foreach (var (from, to) in bounds.Zip(bounds.Skip(1)))
        {
            double? Of(Func<Backtest, CountSeries, double?> measure) => Mean(tested.Select(each => measure(each.Scores.Backtest.Between(from, to), each.Series)));
            double? Steps(Func<StepScore, double> measure) => MeanOfSteps(tested.Select(each => each.Scores), from, to, measure);
            yield return new LeadScore(
                from + 1, to, Of(ForecastErrors.Mase), Of((test, _) => ForecastErrors.Mae(test)), Steps(step => step.Crps),
                [.. levels.Select((level, l) => new CoverageRow(level, Steps(step => step.Inside[l] ? 1 : 0)))]);
        }
    }

    private static Backtest Alternative(ForecastModel kind, CountSeries series, int[] origins, int horizon) =>
        RollingOrigin.Run(kind == ForecastModel.Mean ? PlainModels.Mean : PlainModels.SeasonalNaive, series, origins, horizon);

    private static double? Error(Backtest test, CountSeries series) => ForecastErrors.Mase(test, series) ?? ForecastErrors.Mae(test);

    // Means of series' means: a series with a gap counts as much as another.
    private static double? MeanOfSteps(IEnumerable<NestedScores> scores, int from, int to, Func<StepScore, double> measure) =>
        Mean(scores.Select(each => Mean(each.Steps.SelectMany(path => path.Skip(from).Take(to - from)).OfType<StepScore>().Select(step => (double?)measure(step)))));

    private static double? Mean(IEnumerable<double?> values) => values.OfType<double>().ToArray() is { Length: > 0 } known ? known.Average() : null;
}
