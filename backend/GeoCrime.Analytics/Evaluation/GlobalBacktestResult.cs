using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>What a model of all areas forecast at past origins.</summary>
/// <param name="Areas">One backtest an area.</param>
/// <param name="Paths">Shape [areas, origins]: the distributions.</param>
public sealed record GlobalBacktestResult(IReadOnlyList<Backtest> Areas, IReadOnlyList<CountPath[]> Paths);
