using GeoCrime.Analytics.Evaluation;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>The forecasts of all areas by one network, and the network itself.</summary>
/// <param name="Areas">Shape [areas]; null where an area has no known count, and everywhere where the history is too short.</param>
/// <param name="Trained">Null where the history is too short.</param>
public sealed record GlobalForecast(IReadOnlyList<AreaForecast?> Areas, GlobalTraining? Trained);

/// <summary>A trained network of all areas with what stands behind it.</summary>
/// <param name="Places">Which of the areas it serves, in the order of its training.</param>
/// <param name="Conformal">What its intervals are corrected by.</param>
public sealed record GlobalTraining(FittedGlobalLstm Model, IReadOnlyList<int> Places, ConformalCounts Conformal, ModelCard Card);
