using GeoCrime.Domain;
using GeoCrime.Studies.Risk;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class FeedbackNode(Jurisdiction jurisdiction, FeedbackResult result)
{
    public IReadOnlyList<CategoryNode> Categories => [.. result.Categories.Select(category => new CategoryNode(jurisdiction, category))];
    public double OfficerShare => result.OfficerShare;
    public double OfficerInitiatedWeight => result.OfficerWeight;
    public IReadOnlyList<FeedbackPaiNode> Pai => [.. result.Pai.Select(pai => new FeedbackPaiNode(pai.OfficerWeight, pai.PaiAll, pai.PaiVictimReported))];
    public IReadOnlyList<FeedbackRankNode> Ranks { get; } = [.. result.Ranks.Select(rank => new FeedbackRankNode(new AreaNode(jurisdiction, rank.Area), rank.RankFull, rank.RankAdjusted, rank.OfficerShare))];
    public IReadOnlyList<FeedbackExposure> Exposures => result.Exposures;
    public string Note => result.Note;
}

public sealed record FeedbackPaiNode(double OfficerInitiatedWeight, double? PaiAll, double? PaiVictimReported);

public sealed record FeedbackRankNode(AreaNode Area, int RankFull, int RankAdjusted, double OfficerShare);
