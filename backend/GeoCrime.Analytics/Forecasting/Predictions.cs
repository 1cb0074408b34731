using GeoCrime.Analytics.Evaluation;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Puts intervals around a mean path from the errors of past origins.</summary>
public static class Predictions
{
    /// <summary>The path's steps.</summary>
    /// <param name="history">What was forecast from; gives the dates.</param>
    /// <param name="path">Mean path, shape [horizon].</param>
    /// <param name="past">The model's past forecasts; without any, intervals are Poisson's.</param>
    /// <param name="levels">Per cent.</param>
    public static ForecastPoint[] Steps(CountSeries history, double[] path, Backtest past, IReadOnlyList<double> levels)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(path);
        return [.. path.Select((mean, h) => Point(history.DateAt(history.Length + h), mean, ErrorPool.Around(past, h, mean), levels))];
    }

    /// <summary>The horizon's total: from whole past error paths, so that errors which last are counted as lasting.</summary>
    /// <inheritdoc cref="Steps"/>
    public static ForecastPoint Total(CountSeries history, double[] path, Backtest past, IReadOnlyList<double> levels)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(past);
        var mean = path.Sum();
        return Point(history.DateAt(history.Length), mean, ErrorPool.OfTotals(past, mean), levels);
    }

    private static ForecastPoint Point(DateOnly start, double mean, double[] sortedErrors, IReadOnlyList<double> levels)
    {
        if (sortedErrors.Length == 0)
            return new ForecastPoint(start, mean, PoissonQuantile.At(mean, 0.5), [.. levels.Select(level =>
            {
                var tail = (1 - level / 100) / 2;
                return new PredictionInterval(level, PoissonQuantile.At(mean, tail), PoissonQuantile.At(mean, 1 - tail));
            })]);
        return new ForecastPoint(start, mean, Math.Max(0, mean + ErrorPool.Median(sortedErrors)), [.. levels.Select(level =>
        {
            var (lower, upper) = ErrorPool.Bounds(sortedErrors, level);
            return new PredictionInterval(level, Math.Max(0, mean + lower), Math.Max(0, mean + upper));
        })]);
    }
}
