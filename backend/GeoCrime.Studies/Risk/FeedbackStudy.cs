using System.Globalization;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Series;

namespace GeoCrime.Studies.Risk;

/// <summary>
/// The guard against feedback: a ranking that counts what officers find sends them where they have looked before. It sets the ranking
/// beside one in which such records count for less, with what that costs in hits and whom each would send officers to.
/// </summary>
/// <remarks>Lum and Isaac (2016), Significance 13(5), 14–19.</remarks>
public sealed class FeedbackStudy(RiskStudy risk, IIndicators indicators)
{
    private const double LeadingShare = 0.2;

    /// <param name="request">Its officer-initiated weight is what the adjusted ranking uses; at 1, those records are excluded.</param>
    /// <exception cref="ArgumentException">As <see cref="RiskStudy.RunAsync"/>.</exception>
    public async Task<FeedbackResult> RunAsync(IncidentColumns columns, RiskRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        var weight = request.OfficerWeight < 1 ? request.OfficerWeight : 0;
        RiskRequest At(double each) => request with { OfficerWeight = each };
        var adjusted = (await risk.RunAsync(columns, At(weight), policy, cancellationToken)).Result;
        var (fullHistory, adjustedHistory, victimHistory) = (
            await risk.HistoryAsync(columns, At(1), policy, cancellationToken),
            await risk.HistoryAsync(columns, At(weight), policy, cancellationToken),
            await risk.HistoryAsync(columns, At(0), policy, cancellationToken));
        var (all, victim) = (Came(fullHistory), Came(victimHistory));
        FeedbackPai Pai(double each, RiskHistory history)
        {
            var rankings = PlaceScoring.Rankings(history, At(each));
            return new FeedbackPai(each, PlaceScoring.Pai(rankings, all, LeadingShare), PlaceScoring.Pai(rankings, victim, LeadingShare));
        }
        FeedbackPai[] pai = [Pai(1, fullHistory), Pai(weight, adjustedHistory)];
        var categories = columns.Categories.Where(category => category.OfficerInitiated).ToList();
        var (shares, total) = OfficerShares(columns, request, cancellationToken);
        var ranks = adjusted.Scores.Select(score => new FeedbackRank(score.Area, score.FullyCounted!.Rank, score.Rank, shares[score.Area.Code])).ToList();
        var loaded = await indicators.LoadAsync(columns.Jurisdiction, request.Kind, policy, cancellationToken);
        var exposures = loaded.Select(indicator => Exposure(indicator, ranks)).ToList();
        return new FeedbackResult(categories, total, weight, pai, ranks, exposures, Note(categories, total, weight, pai, ranks, exposures));
    }

    private static List<double[]> Came(RiskHistory history) => [.. history.Origins.Select(origin => origin.Came)];

    private static (Dictionary<string, double> ByArea, double Total) OfficerShares(IncidentColumns columns, RiskRequest request, CancellationToken cancellationToken)
    {
        var end = (request.AsOf ?? columns.CompleteThrough ?? DateOnly.FromDayNumber(columns.Chunks.Max(chunk => chunk.Count == 0 ? 0 : chunk.Day[^1]))).AddDays(1);
        var year = LastYear.Of(columns, request.Kind, request.Filter, end, request.AsOf, 1, cancellationToken);
        var officer = columns.Categories.Select(category => category.OfficerInitiated).ToArray();
        var (started, all) = (year.Categories.Select(area => area.Where((_, category) => officer[category]).Sum()).ToArray(), year.Categories.Select(area => area.Sum()).ToArray());
        var areas = columns.AreaKinds.First(kind => kind.Kind == request.Kind).Areas;
        return (areas.Index().ToDictionary(each => each.Item.Code, each => all[each.Index] > 0 ? started[each.Index] / all[each.Index] : 0), all.Sum() > 0 ? started.Sum() / all.Sum() : 0);
    }

    private static FeedbackExposure Exposure(Indicator indicator, List<FeedbackRank> ranks)
    {
        var known = ranks.Where(rank => indicator.Values.ContainsKey(rank.Area.Code)).ToList();
        var places = Math.Max(1, (int)Math.Round(LeadingShare * ranks.Count));
        var weighted = known.All(rank => rank.Area.Population is not null);
        return new FeedbackExposure(indicator.Code, indicator.Label, Mean(known), Mean(known.Where(rank => rank.RankFull <= places)), Mean(known.Where(rank => rank.RankAdjusted <= places)));

        double? Mean(IEnumerable<FeedbackRank> areas)
        {
            var (sum, weight) = (0.0, 0.0);
            foreach (var rank in areas)
            {
                var own = weighted ? rank.Area.Population!.Value : 1;
                sum += own * indicator.Values[rank.Area.Code];
                weight += own;
            }
            return weight > 0 ? sum / weight : null;
        }
    }

    private static string Note(List<OffenceCategory> categories, double share, double weight, FeedbackPai[] pai, List<FeedbackRank> ranks, List<FeedbackExposure> exposures)
    {
        if (categories.Count == 0)
            return "No category is marked as started by officers: there is nothing to count for less.";
        var moved = ranks.Count(rank => rank.RankFull != rank.RankAdjusted);
        var places = Math.Max(1, (int)Math.Round(LeadingShare * ranks.Count));
        var left = ranks.Count(rank => rank.RankFull <= places && rank.RankAdjusted > places);
        List<string> sentences =
        [
            string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} % of the last year's reports are records that officers started ({string.Join(", ", categories.Select(category => category.Label))})."),
            string.Create(CultureInfo.InvariantCulture, $"{(weight == 0 ? "Without them" : $"Counted at {100 * weight:0.#} %")} {moved} of {ranks.Count} areas change rank and {left} of the leading {places} leave."),
        ];
        if (pai is [{ PaiAll: { } all, PaiVictimReported: { } victim }, { PaiAll: { } allAfter, PaiVictimReported: { } victimAfter }])
            sentences.Add(string.Create(CultureInfo.InvariantCulture, $"With a fifth of the areas PAI goes from {all:0.00} to {allAfter:0.00} among all reports that came, and from {victim:0.00} to {victimAfter:0.00} among those that victims or witnesses started."));
        if (exposures.Count == 0)
            sentences.Add("No indicators of areas are loaded (./geocrime indicators), so who lives in the leading areas is not tabled.");
        return string.Join(' ', sentences);
    }
}
