using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>Backtests of the LSTM for all areas: trained once, on what was known before the first origin.</summary>
public static class GlobalBacktest
{
    /// <summary>One backtest an area, on the same origins.</summary>
    /// <param name="areas">Series of one step, start and length.</param>
    /// <param name="origins">Increasing, each with its whole horizon inside the series.</param>
    /// <exception cref="ArgumentException">An origin is outside, or the history before the first is too short to train on.</exception>
    public static Backtest[] Run(
        IReadOnlyList<CountSeries> areas, GlobalLstmOptions options, int[] origins, int horizon, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(origins);
        if (origins.Length == 0)
            return [.. areas.Select(_ => new Backtest([], [], [], []))];
        var fitted = GlobalLstmModel.Train([.. areas.Select(series => series.Before(origins[0]))], options, null, cancellation);
        return [.. areas.Select((series, area) => RollingOrigin.Run(new Trained(fitted.ForArea(area)), series, origins, horizon, cancellation))];
    }

    // Already trained before the first origin: fitting it there again changes nothing.
    private sealed class Trained(IFittedModel fitted) : ISeriesModel
    {
        public ForecastModel Kind => ForecastModel.LstmGlobal;

        public bool RefitsAtEachOrigin => false;

        public string? Refusal(CountSeries history) => null;

        public IFittedModel Fit(CountSeries history, CancellationToken cancellation = default) => fitted;
    }
}
