using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>How one model did on past windows: means over series, each over its origins. Null where nothing can be said.</summary>
/// <param name="Model">What was asked for; BEST where the choice itself is scored.</param>
/// <param name="Series">That the model could answer for.</param>
/// <param name="Origins">Most that a series was scored on.</param>
/// <param name="Bias">Mean of forecast − count; counts a step.</param>
/// <param name="Crps">Mean continuous ranked probability score; counts a step.</param>
/// <param name="Intervals">One a level.</param>
/// <param name="Leads">Near, middle and far steps of the horizon.</param>
/// <param name="BaselineMase">Of the plain alternative on the same series and origins; rows with fewer series compare by it.</param>
/// <param name="BeatsBaseline">Whether the 90 % interval of the paired difference over origins lies below 0; null below 5 origins and for the alternative itself.</param>
/// <param name="Picked">Of all windows (series × origins), those where BEST chose this model, knowing earlier windows only.</param>
public sealed record LeaderboardRow(
    ForecastModel Model, int Series, int Origins, double? Mase, double? Rmse, double? Mae, double? Mape, double? Smape, double? R2, double? Bias,
    double? DirectionalAccuracy, double? Crps, IReadOnlyList<IntervalQuality> Intervals, IReadOnlyList<LeadScore> Leads, double? BaselineMase,
    bool? BeatsBaseline, int Picked);

/// <summary>How good past intervals of one level were.</summary>
/// <param name="Level">Per cent.</param>
/// <param name="Observed">Share of known counts inside; 0–1.</param>
/// <param name="Winkler">Mean interval score: width, and 2/α times the distance of a count outside; counts.</param>
public sealed record IntervalQuality(double Level, double? Observed, double? Winkler);

/// <summary>How good a part of the horizon was.</summary>
/// <param name="From">First step ahead, from 1.</param>
/// <param name="To">Last step ahead.</param>
public sealed record LeadScore(int From, int To, double? Mase, double? Mae, double? Crps, IReadOnlyList<CoverageRow> Coverage);
