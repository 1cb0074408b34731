using GeoCrime.Analytics.Evaluation;
using GeoCrime.Studies.Risk;
using GeoCrime.Studies.Staffing;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

/// <summary>One shape for the scorecards of series and of places; what does not apply is null or empty.</summary>
public sealed record ScorecardNode(
    IReadOnlyList<BaselineScore> Baselines,
    int Origins,
    double? Mase,
    double? Rmse,
    double? Mae,
    double? Mape,
    double? R2,
    double? Crps,
    double? DirectionalAccuracy,
    IReadOnlyList<CoverageRow> Coverage,
    IReadOnlyList<HitRateRow> Pai,
    bool? BeatsBaseline,
    string Note,
    double? RankCorrelation = null,
    double? LastMonthRankCorrelation = null)
{
    public static ScorecardNode Of(Scorecard series) => new(
        series.Baselines, series.Origins, series.Mase, series.Rmse, series.Mae, series.Mape, series.R2, series.Crps, series.DirectionalAccuracy, series.Coverage, [], series.BeatsBaseline, series.Note);

    public static ScorecardNode Of(PlaceScorecard places) => new(
        [.. places.Baselines.Select(name => new BaselineScore(name, null, null, null))], places.Origins, null, null, null, null, null, null, null, [], places.Rows, places.BeatsBaseline, places.Note, places.RankCorrelation, places.LastMonthRankCorrelation);

    public static ScorecardNode Of(WorkloadScorecard workload) => new(
        [.. workload.Baselines.Select(each => new BaselineScore(each.Name, null, each.Mae, null))], workload.Origins, null, null, workload.Mae, null, null, null, null, [], [], workload.BeatsBaseline, workload.Note);
}
