namespace GeoCrime.Analytics.Forecasting;

/// <summary>What all forecast models have in common: fitted on a history, they continue it.</summary>
public interface ISeriesModel
{
    ForecastModel Kind { get; }

    /// <summary>Whether a backtest fits anew at each origin; otherwise once, before the first.</summary>
    bool RefitsAtEachOrigin { get; }

    /// <summary>Why the model cannot be fitted to a history, in words for the user; null where it can.</summary>
    string? Refusal(CountSeries history);

    /// <summary>Estimates the model from a history alone.</summary>
    /// <exception cref="ArgumentException"><see cref="Refusal"/> has a reason.</exception>
    IFittedModel Fit(CountSeries history, CancellationToken cancellation = default);
}
