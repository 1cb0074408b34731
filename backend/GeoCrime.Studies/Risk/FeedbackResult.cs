using GeoCrime.Domain;

namespace GeoCrime.Studies.Risk;

/// <summary>A ranking's hits where the area's share is a fifth, beside two ideas of what came.</summary>
/// <param name="OfficerWeight">What a record that officers started counts in the ranking, 0–1.</param>
/// <param name="PaiAll">PAI among all reports that came; null without two years of history.</param>
/// <param name="PaiVictimReported">PAI among those that victims or witnesses started.</param>
public sealed record FeedbackPai(double OfficerWeight, double? PaiAll, double? PaiVictimReported);

/// <param name="OfficerShare">Of the area's reports of the last year, 0–1.</param>
public sealed record FeedbackRank(Area Area, int RankFull, int RankAdjusted, double OfficerShare);

/// <summary>Who lives in the leading fifth of the areas.</summary>
/// <param name="City">Mean over all areas.</param>
/// <param name="LeadingFull">Mean over the leading areas with all records counted in full.</param>
/// <param name="LeadingAdjusted">The same with records that officers start excluded or counted for less.</param>
public sealed record FeedbackExposure(string Code, string Label, double? City, double? LeadingFull, double? LeadingAdjusted);

/// <summary>How far the ranking rests on records that are there because officers looked, and whom it would send officers to.</summary>
/// <param name="OfficerShare">Of the last year's reports, 0–1.</param>
/// <param name="Pai">Counted in full, then adjusted.</param>
/// <param name="Exposures">Means weighted by residents where all areas have them; empty where no indicators are loaded.</param>
public sealed record FeedbackResult(
    IReadOnlyList<OffenceCategory> Categories,
    double OfficerShare,
    double OfficerWeight,
    IReadOnlyList<FeedbackPai> Pai,
    IReadOnlyList<FeedbackRank> Ranks,
    IReadOnlyList<FeedbackExposure> Exposures,
    string Note);
