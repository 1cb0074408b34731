namespace GeoCrime.Analytics.Evaluation;

/// <summary>
/// How good past intervals were: each origin's are made from the other origins' errors alone. Where origins are closer than the
/// horizon (months, weeks) these share counts with its own, which flatters coverage a little.
/// </summary>
internal static class IntervalScores
{
    /// <summary>Share of known counts inside their intervals for each level, and the mean CRPS; null without two origins.</summary>
    /// <param name="levels">Per cent.</param>
    /// <remarks>CRPS of a sample: mean |x − y| − ½ mean |x − x'| (Gneiting and Raftery 2007, JASA 102).</remarks>
    public static (IReadOnlyList<CoverageRow> Coverage, double? Crps) Of(Backtest backtest, IReadOnlyList<double> levels)
    {
        var inside = new int[levels.Count];
        var (count, scores) = (0, 0.0);
        for (var o = 0; o < backtest.Origins.Length; o++)
            for (var h = 0; h < backtest.Horizon; h++)
            {
                var actual = backtest.Actuals[o][h];
                if (double.IsNaN(actual))
                    continue;
                var pool = ErrorPool.Around(backtest.Errors, h, leftOut: o);
                if (pool.Length == 0)
                    continue;
                count++;
                var forecast = backtest.Forecasts[o][h];
                scores += Crps(forecast, pool, actual);
                for (var l = 0; l < levels.Count; l++)
                {
                    var (lower, upper) = ErrorPool.Bounds(pool, levels[l]);
                    if (actual >= Math.Max(0, forecast + lower) && actual <= Math.Max(0, forecast + upper))
                        inside[l]++;
                }
            }
        return ([.. levels.Select((level, l) => new CoverageRow(level, count == 0 ? null : (double)inside[l] / count))],
            count == 0 ? null : scores / count);
    }

    private static double Crps(double forecast, double[] sortedErrors, double actual)
    {
        var (distance, spread) = (0.0, 0.0);
        var n = sortedErrors.Length;
        for (var i = 0; i < n; i++)
        {
            var x = Math.Max(0, forecast + sortedErrors[i]);
            distance += Math.Abs(x - actual);
            spread += (2 * i - n + 1) * x;
        }
        return distance / n - spread / ((double)n * n);
    }
}
