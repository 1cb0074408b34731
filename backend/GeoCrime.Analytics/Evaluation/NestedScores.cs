using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>How a model did on one series, its choice and its intervals resting on windows that were over before each origin.</summary>
/// <param name="Model">What was asked for.</param>
/// <param name="Answered">Shape [origins]: what answered.</param>
/// <param name="Backtest">The scored origins.</param>
/// <param name="Steps">Shape [origins, horizon]; null where the count is missing, or no earlier window was over.</param>
public sealed record NestedScores(ForecastModel Model, ForecastModel[] Answered, Backtest Backtest, StepScore?[][] Steps);
