using GeoCrime.Domain;
using GeoCrime.GraphQL.Execution;
using GeoCrime.Studies.Risk;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class RiskLayerNode(Jurisdiction jurisdiction, IncidentColumns columns, RiskRequest request, LiveRun<RiskResult> run)
{
    public RunNode Run => new(run.Run);
    public double IntervalLevel => 80;
    public ScorecardNode Scorecard { get; } = ScorecardNode.Of(run.Result.Scorecard);
    public IReadOnlyList<RiskScoreNode> Scores { get; } = [.. run.Result.Scores.Select(score => new RiskScoreNode(jurisdiction, score))];
    public string Sensitivity => run.Result.Sensitivity;
    public IReadOnlyList<string> ScenarioNotes => run.Result.Notes;

    [Cost(50)]
    public async Task<FeedbackNode> Feedback(RequestContext context, CancellationToken cancellationToken) =>
        new(jurisdiction, await Input.CheckedAsync(() => context.Get<FeedbackStudy>().RunAsync(columns, request, AccessPolicy.Local, cancellationToken)));
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
    public double? YearChangePercent => score.YearChangePercent;
    public Trend YearTrend => score.YearTrend;
    public IReadOnlyList<OffenceGroupShare> Groups => score.Groups;
    public RiskReference? Baseline => score.Baseline;
    public RiskReference? FullyCounted => score.FullyCounted;
}
