namespace GeoCrime.Analytics.Evaluation;

/// <summary>
/// How good past intervals were: each origin's are made from the other origins' errors alone. Where origins are closer than the
/// horizon (months, weeks) these share counts with its own, which flatters coverage a little.
/// </summary>
public static class IntervalScores
{
    /// <summary>Share of known counts inside their intervals for each level, and the mean CRPS; null without two origins.</summary>
    /// <param name="levels">Per cent.</param>
    public static (IReadOnlyList<CoverageRow> Coverage, double? Crps) Of(Backtest backtest, IReadOnlyList<double> levels)
    {
        ArgumentNullException.ThrowIfNull(backtest);
        ArgumentNullException.ThrowIfNull(levels);
        var scores = new List<StepScore>();
        for (var o = 0; o < backtest.Origins.Length; o++)
            for (var h = 0; h < backtest.Horizon; h++)
            {
                var (forecast, actual) = (backtest.Forecasts[o][h], backtest.Actuals[o][h]);
                if (double.IsNaN(actual))
                    continue;
                var pool = ErrorPool.Around(backtest, h, forecast, leftOut: o);
                if (pool.Length > 0)
                    scores.Add(StepScore.Of(forecast, pool, actual, levels, chance: 0.5));
            }
        return ([.. levels.Select((level, l) => new CoverageRow(level, scores.Count == 0 ? null : scores.Average(s => s.Inside[l] ? 1.0 : 0)))],
            scores.Count == 0 ? null : scores.Average(s => s.Crps));
    }

    /// <summary>Share of past totals inside intervals of the horizon's total; null without two origins.</summary>
    /// <param name="levels">Per cent.</param>
    public static IReadOnlyList<CoverageRow> OfTotals(Backtest backtest, IReadOnlyList<double> levels)
    {
        ArgumentNullException.ThrowIfNull(backtest);
        ArgumentNullException.ThrowIfNull(levels);
        var inside = levels.Select(_ => new List<double>()).ToArray();
        for (var o = 0; o < backtest.Origins.Length; o++)
        {
            if (JointPaths.TotalErrors([backtest.Errors[o]]) is not [var error])
                continue;
            var mean = backtest.Forecasts[o].Sum();
            var pool = ErrorPool.OfTotals(backtest, mean, leftOut: o);
            for (var l = 0; l < levels.Count && pool.Length > 0; l++)
            {
                var (lower, upper) = ErrorPool.Bounds(pool, levels[l]);
                inside[l].Add(error >= Math.Max(-mean, lower) && error <= upper ? 1 : 0);
            }
        }
        return [.. levels.Select((level, l) => new CoverageRow(level, inside[l].Count == 0 ? null : inside[l].Average()))];
    }
}
