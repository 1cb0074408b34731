namespace GeoCrime.Analytics.Forecasting;

/// <summary>A forecast step, or the total over the horizon.</summary>
/// <param name="Start">First day of the step.</param>
/// <param name="Mean">The model's expected count; ≥ 0.</param>
/// <param name="Median">The mean moved by the median of past errors; ≥ 0.</param>
/// <param name="Intervals">One a level, in the order asked for.</param>
public sealed record ForecastPoint(DateOnly Start, double Mean, double Median, IReadOnlyList<PredictionInterval> Intervals);

/// <summary>An interval that a future count falls into with a given probability.</summary>
/// <param name="Level">Per cent.</param>
/// <param name="Lower">≥ 0.</param>
public sealed record PredictionInterval(double Level, double Lower, double Upper);
