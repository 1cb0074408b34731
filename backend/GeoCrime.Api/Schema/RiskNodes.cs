using GeoCrime.Domain;
using GeoCrime.Studies.Risk;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class RiskLayerNode(Jurisdiction jurisdiction, LiveRun<RiskResult> run)
{
    public RunNode Run => new(run.Run);
    public double IntervalLevel => 80;
    public ScorecardNode Scorecard { get; } = ScorecardNode.Of(run.Result.Scorecard);
    public IReadOnlyList<RiskScoreNode> Scores { get; } = [.. run.Result.Scores.Select(score => new RiskScoreNode(jurisdiction, score))];
    public string Sensitivity => run.Result.Sensitivity;
}

public sealed class RiskScoreNode(Jurisdiction jurisdiction, RiskScore score)
{
    public AreaNode Area => new(jurisdiction, score.Area);
    public double Score => score.Score;
    public double Lower => score.Lower;
    public double Upper => score.Upper;
    public int Rank => score.Rank;
    public double TopFiveProbability => score.TopFiveProbability;
    public int RankLower => score.RankLower;
    public int RankUpper => score.RankUpper;
    public RiskBand Band => score.Band;
    public double BandProbability => score.BandProbability;
    public Trend Trend => score.Trend;
    public IReadOnlyList<RiskComponent> Components => score.Components;
    public double ExpectedIncidents => score.ExpectedIncidents;
    public double? MomentumPercent => score.MomentumPercent;
}
