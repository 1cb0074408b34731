using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>One area's forecast with everything that stands behind it.</summary>
/// <param name="Requested">What was asked for.</param>
/// <param name="Model">What answered; never <see cref="ForecastModel.Best"/>.</param>
/// <param name="Points">Shape [horizon].</param>
/// <param name="Total">Over the whole horizon, with its own interval.</param>
/// <param name="Backtest">The answering model's past forecasts and errors, for <see cref="JointPaths"/>.</param>
/// <param name="Candidates">MASE of each model that was tried, null where it has none.</param>
/// <param name="ModelBytes">The published model as a file; null for models without parameters to keep.</param>
/// <param name="LossCurve">Training of the published model; empty without one.</param>
/// <param name="Remarks">Sentences for the user: why another model answered, what could not be tested.</param>
public sealed record AreaForecast(
    ForecastModel Requested, ForecastModel Model, IReadOnlyList<ForecastPoint> Points, ForecastPoint Total, Scorecard Scorecard,
    Backtest Backtest, IReadOnlyDictionary<ForecastModel, double?> Candidates, byte[]? ModelBytes,
    IReadOnlyList<EpochLoss> LossCurve, IReadOnlyList<string> Remarks)
{
    /// <summary>The network at <see cref="AreaForecastOptions.Also"/>; null where it was not asked there.</summary>
    public Backtest? Also { get; init; }
}
