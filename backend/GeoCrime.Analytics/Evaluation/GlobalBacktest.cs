using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>Backtests of the LSTM for all areas.</summary>
public static class GlobalBacktest
{
    /// <summary>One backtest an area, on the same origins.</summary>
    /// <param name="areas">Series of one step, start and length.</param>
    /// <param name="origins">Increasing, each with its whole horizon inside the series.</param>
    /// <param name="trainEvery">Trains anew at the first origin and at every so manieth after it; null trains before the first alone.</param>
    /// <param name="log">Follows the trainings.</param>
    /// <exception cref="ArgumentException">An origin is outside, or the history before the first is too short to train on.</exception>
    public static GlobalBacktestResult Run(
        IReadOnlyList<CountSeries> areas, GlobalLstmOptions options, int[] origins, int horizon, int? trainEvery = null,
        ITrainingLog? log = null, CancellationToken cancellation = default) =>
        Run(areas, options, origins, horizon, origin => trainEvery is { } every && Array.IndexOf(origins, origin) % every == 0, log, cancellation);

    /// <param name="trains">Whether it trains anew at an origin; at the first it always does.</param>
    internal static GlobalBacktestResult Run(
        IReadOnlyList<CountSeries> areas, GlobalLstmOptions options, int[] origins, int horizon, Func<int, bool> trains, ITrainingLog? log, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(origins);
        var paths = new List<IReadOnlyList<CountPath>>();
        var fittedSteps = new int[origins.Length];
        FittedGlobalLstm? fitted = null;
        for (var o = 0; o < origins.Length; o++)
        {
            var origin = origins[o];
            if (origin < 1 || areas.Any(series => origin + horizon > series.Length) || (o > 0 && origin <= origins[o - 1]))
                throw new ArgumentException($"origin {origin} with {horizon} steps does not fit into the series, or origins do not increase");
            CountSeries[] histories = [.. areas.Select(series => series.Before(origin))];
            var train = fitted is null || trains(origin);
            if (train)
                fitted = GlobalLstmModel.Train(histories, options, log, cancellation);
            fittedSteps[o] = train ? origin : fittedSteps[o - 1];
            paths.Add(fitted!.Forecast(histories, horizon, mayBeUnknown: true));
        }
        return new GlobalBacktestResult(
            [.. areas.Select((series, area) => new Backtest(
                origins, [.. paths.Select(each => each[area].Mean)], [.. origins.Select(o => series.Values[o..(o + horizon)])], fittedSteps))],
            [.. areas.Select((_, area) => paths.Select(each => each[area]).ToArray())]);
    }
}
