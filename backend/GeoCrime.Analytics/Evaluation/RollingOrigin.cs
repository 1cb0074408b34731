using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>Backtests by rolling origin: at each of several past steps the model forecasts from what was known then.</summary>
/// <remarks>Tashman (2000), International Journal of Forecasting 16(4).</remarks>
public static class RollingOrigin
{
    /// <summary>Origins counted back from the last one whose whole horizon is known.</summary>
    /// <param name="length">Steps of the series.</param>
    /// <param name="horizon">Steps ahead; ≥ 1.</param>
    /// <param name="spacing">Steps between origins; ≥ 1. For days not a multiple of 7, or all would fall on one weekday.</param>
    /// <param name="count">Most origins.</param>
    /// <param name="minTraining">Least steps before the first origin.</param>
    /// <returns>Increasing; empty where the series is too short for one.</returns>
    public static int[] Plan(int length, int horizon, int spacing, int count, int minTraining)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(spacing, 1);
        var last = length - horizon;
        var room = last < minTraining || last < 1 ? 0 : (last - Math.Max(1, minTraining)) / spacing + 1;
        var origins = new int[Math.Min(count, room)];
        for (var i = 0; i < origins.Length; i++)
            origins[i] = last - (origins.Length - 1 - i) * spacing;
        return origins;
    }

    /// <summary>Planned origins and further ones that lie between the first of them and a last step, increasing.</summary>
    internal static int[] With(int[] planned, IReadOnlyList<int> further, int last) => planned.Length == 0
        ? []
        : [.. planned.Concat(further.Where(origin => origin >= planned[0] && origin <= last)).Distinct().Order()];

    /// <summary>Where some origins stand among all; those that are not among them are left out.</summary>
    internal static int[] Places(int[] all, IReadOnlyList<int> some) => [.. some.Select(origin => Array.IndexOf(all, origin)).Where(place => place >= 0)];

    /// <summary>Runs a model over the origins, with all history before each. Nothing at or after an origin reaches its forecast.</summary>
    /// <param name="origins">Increasing, each with its whole horizon inside the series.</param>
    /// <exception cref="ArgumentException">An origin is outside, or the model refuses the history before one.</exception>
    public static Backtest Run(
        ISeriesModel model, CountSeries series, int[] origins, int horizon, CancellationToken cancellation = default) =>
        Run(model, series, origins, horizon, null, cancellation);

    /// <inheritdoc cref="Run(ISeriesModel, CountSeries, int[], int, CancellationToken)"/>
    /// <param name="window">Steps of history that the model sees, sliding; null for all, expanding. Sliding models are fitted at each origin.</param>
    public static Backtest Run(
        ISeriesModel model, CountSeries series, int[] origins, int horizon, int? window, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(origins);
        var forecasts = new double[origins.Length][];
        var actuals = new double[origins.Length][];
        var fittedSteps = new int[origins.Length];
        IFittedModel? fitted = null;
        for (var i = 0; i < origins.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var origin = origins[i];
            if (origin < 1 || origin + horizon > series.Length || (i > 0 && origin <= origins[i - 1]))
                throw new ArgumentException(
                    $"origin {origin} with {horizon} steps does not fit into {series.Length} steps, or origins do not increase");
            var history = window is { } steps ? series.Before(origin).Last(steps) : series.Before(origin);
            var refit = fitted is null || model.RefitsAtEachOrigin || window is not null;
            if (refit)
                fitted = model.Fit(history, cancellation);
            fittedSteps[i] = refit ? origin : fittedSteps[i - 1];
            forecasts[i] = fitted!.Forecast(history, horizon);
            actuals[i] = series.Values[origin..(origin + horizon)];
        }
        return new Backtest(origins, forecasts, actuals, fittedSteps);
    }
}
