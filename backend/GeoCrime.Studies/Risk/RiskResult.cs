using GeoCrime.Domain;

namespace GeoCrime.Studies.Risk;

public enum RiskBand
{
    Low,
    Guarded,
    Elevated,
    High,
    Severe,
}

public enum Trend
{
    Falling,
    Steady,
    Rising,
}

/// <param name="Value">In the component's own unit; null where unknown.</param>
/// <param name="Z">Robust distance from the median area.</param>
/// <param name="Weight">Share, 0–1.</param>
/// <param name="Contribution">Weight times place (0–100); contributions add up to the score.</param>
public sealed record RiskComponent(string Name, double? Value, double? Z, double Weight, double Contribution, string Explanation);

/// <summary>One area's score among the areas of its kind, with its own uncertainty.</summary>
/// <param name="Lower">80 % interval of the score over joint sample paths of all areas.</param>
/// <param name="RankLower">80 % of draws.</param>
/// <param name="BandProbability">Share of draws in which the area stays in its band.</param>
/// <param name="ExpectedIncidents">Over the horizon; their severity weights where the request is severity-weighted.</param>
public sealed record RiskScore(
    Area Area,
    double Score,
    double Lower,
    double Upper,
    int Rank,
    double TopFiveProbability,
    int RankLower,
    int RankUpper,
    RiskBand Band,
    double BandProbability,
    Trend Trend,
    IReadOnlyList<RiskComponent> Components,
    double ExpectedIncidents,
    double? MomentumPercent)
{
    /// <summary>Share of the last year's reports by offence group, the largest first.</summary>
    public IReadOnlyList<OffenceGroupShare> Groups { get; init; } = [];

    /// <summary>The last 364 days against those before; null without two years.</summary>
    public double? YearChangePercent { get; init; }

    /// <summary>The same where counting alone does not explain it.</summary>
    public Trend YearTrend { get; init; } = Trend.Steady;

    /// <summary>Without the scenario; null where there is none.</summary>
    public RiskReference? Baseline { get; init; }

    /// <summary>With records that officers start counted in full; null where they are.</summary>
    public RiskReference? FullyCounted { get; init; }
}

/// <summary>The same area under another question.</summary>
public sealed record RiskReference(double Score, int Rank, double ExpectedIncidents)
{
    internal static RiskReference Of(RiskScore score) => new(score.Score, score.Rank, score.ExpectedIncidents);
}

/// <param name="Share">0–1.</param>
public sealed record OffenceGroupShare(string Group, double Share);

/// <param name="AreaShare">Share of the areas that were taken, each counted as one whatever its size: an officer is sent to an area.</param>
/// <param name="HitRate">Share of the reports that came in them.</param>
/// <param name="Pai">Hit rate over area share.</param>
/// <param name="Pei">PEI*: hits over the best possible hits with as many areas.</param>
/// <param name="BaselinePai">The better plain alternative's PAI with as many areas.</param>
public sealed record HitRateRow(double AreaShare, double HitRate, double? Pai, double? Pei, double? BaselinePai);

/// <summary>How past rankings of areas did, beside ranking by plain counts.</summary>
/// <param name="Rows">Top 5, 10 and 20 % of the areas, means over origins.</param>
/// <param name="Baselines">The plain alternatives, the better one first.</param>
/// <param name="BeatsBaseline">Whether the 90 % interval of the paired difference in hit rate at 20 % lies above 0; null below 5 origins.</param>
public sealed record PlaceScorecard(int Origins, IReadOnlyList<HitRateRow> Rows, bool? BeatsBaseline, IReadOnlyList<string> Baselines, string Note)
{
    /// <summary>Spearman's correlation of the ranking with the reports that then came, mean over origins; null where nothing varies.</summary>
    public double? RankCorrelation { get; init; }

    /// <summary>The same of ranking by the last 28 days' counts.</summary>
    public double? LastMonthRankCorrelation { get; init; }
}

/// <param name="Sensitivity">How far the order depends on the weights, in words.</param>
/// <param name="Notes">What a scenario assumed and reckoned.</param>
public sealed record RiskResult(IReadOnlyList<RiskScore> Scores, PlaceScorecard Scorecard, string Sensitivity, IReadOnlyList<string> Notes);
