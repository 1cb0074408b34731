namespace GeoCrime.Analytics.Evaluation;

/// <summary>How a model did on past data that it had not seen, beside the plain alternatives. Null where nothing can be said.</summary>
/// <param name="Baselines">Seasonal naive and the mean of recent weeks, on the same origins.</param>
/// <param name="Origins">Number of origins.</param>
/// <param name="Mase">Mean over origins of the absolute error over the training part's mean absolute seasonal difference.</param>
/// <param name="Rmse">Mean over origins of the root mean squared error; counts a step.</param>
/// <param name="Mae">Mean over origins of the mean absolute error; counts a step.</param>
/// <param name="Mape">Mean absolute percentage error of the steps with a count above 0; per cent.</param>
/// <param name="R2">1 − squared errors over squares about each window's own mean, both summed over all origins.</param>
/// <param name="Crps">Mean continuous ranked probability score; counts a step.</param>
/// <param name="DirectionalAccuracy">Share of steps whose change from the step before has the forecast's sign; 0–1.</param>
/// <param name="Coverage">How often past intervals held; each origin's made from the other origins' errors.</param>
/// <param name="BeatsBaseline">
/// Whether the 90 % interval of the paired difference over origins to the better plain alternative lies below 0; null below 5 origins.
/// </param>
/// <param name="Note">The verdict in words.</param>
public sealed record Scorecard(
    IReadOnlyList<BaselineScore> Baselines, int Origins, double? Mase, double? Rmse, double? Mae, double? Mape, double? R2,
    double? Crps, double? DirectionalAccuracy, IReadOnlyList<CoverageRow> Coverage, bool? BeatsBaseline, string Note);

/// <summary>A plain alternative's errors on the same origins; see <see cref="Scorecard"/>.</summary>
public sealed record BaselineScore(string Name, double? Mase, double? Mae, double? DirectionalAccuracy);

/// <summary>How often intervals held.</summary>
/// <param name="Level">Per cent.</param>
/// <param name="Observed">Share of known counts inside; 0–1.</param>
public sealed record CoverageRow(double Level, double? Observed);
