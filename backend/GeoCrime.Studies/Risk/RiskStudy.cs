using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Risk;

/// <summary>Composite risk score of every area of a kind: where most reports are to be expected, how sure that is, and why.</summary>
public sealed class RiskStudy(LiveRuns runs, ForecastStudy forecasts)
{
    private const double Tail = 0.1;
    private const int Leaders = 5;
    private readonly AreaPathStudy paths = new(runs, forecasts);

    /// <exception cref="ArgumentException">A parameter is out of range, or names what the jurisdiction does not have.</exception>
    /// <remarks>Forecasts, draws and past origins are kept in memory by what they depend on: other weights only add up again.</remarks>
    public async Task<LiveRun<RiskResult>> RunAsync(IncidentColumns columns, RiskRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        Check(columns, request);
        var (areaPaths, key) = await paths.RunAsync(columns, PathsOf(request), policy, cancellationToken);
        var identity = RunIdentity.Of(StudyKind.Risk, columns, new { Request = request, Forecasts = key }, RiskRequest.Seed, policy);
        var inputs = await runs.GetAsync($"risk {key} {RunIdentity.Write(request.Scenario)}", token => InputsOf(columns, request, areaPaths, token), cancellationToken);
        var draws = await runs.GetAsync($"risk draws {key} {RunIdentity.Write(request.Scenario)} {request.Per}", _ => RiskRanking.VolumeDraws(inputs, request.Per), cancellationToken);
        var history = await HistoryAsync(columns, request, policy, cancellationToken);
        var plain = request.Scenario is null ? null : (await RunAsync(columns, request with { Scenario = null }, policy, cancellationToken)).Result;
        var full = request.OfficerWeight < 1 ? (await RunAsync(columns, request with { OfficerWeight = 1 }, policy, cancellationToken)).Result : null;
        return await runs.GetAsync(identity, _ => Compute(inputs, draws, history, request, plain, full), cancellationToken);
    }

    /// <summary>The origins that the ranking is replayed at.</summary>
    internal async Task<RiskHistory> HistoryAsync(IncidentColumns columns, RiskRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        var (areaPaths, key) = await paths.RunAsync(columns, PathsOf(request), policy, cancellationToken);
        // A replay is scored on what came before it, as it would have been then.
        return await runs.GetAsync($"risk history {key}", token => RiskHistory.Of(RowFilter.Apply(columns, request.Filter, token), request, areaPaths.Series, token), cancellationToken);
    }

    private static AreaPathRequest PathsOf(RiskRequest request) => new(request.Kind, request.AsOf, request.HorizonDays, request.SeverityWeighted, request.OfficerWeight, request.Filter);

    private static void Check(IncidentColumns columns, RiskRequest request)
    {
        if (request.HorizonDays is < 1 or > AreaPathRequest.MostDays)
            throw new ArgumentException($"horizonDays is {request.HorizonDays}; 1…{AreaPathRequest.MostDays} is allowed.");
        if (request.Filter.From is not null || request.Filter.To is not null)
            throw new ArgumentException("A risk score uses the whole history: leave filter.from and filter.to out (asOf replays the past).");
        if (!(request.OfficerWeight is >= 0 and <= 1))
            throw new ArgumentException($"officerInitiatedWeight is {request.OfficerWeight}; 0…1 is allowed.");
        request.Weights.Shares();
        columns.KindNumber(request.Kind);
        FilterNames.Check(columns, request.Filter);
        var days = columns.Chunks.Where(chunk => chunk.Count > 0).ToList();
        if (request.AsOf is not { } asOf || days.Count == 0)
            return;
        var (first, last) = (DateOnly.FromDayNumber(days.Min(chunk => chunk.Day[0])), columns.CompleteThrough ?? DateOnly.FromDayNumber(days.Max(chunk => chunk.Day[^1])));
        if (asOf < first || asOf > last)
            throw new ArgumentException($"asOf is {asOf:yyyy-MM-dd}; the data span {first:yyyy-MM-dd} to {last:yyyy-MM-dd}.");
    }

    private static RiskInputs InputsOf(IncidentColumns columns, RiskRequest request, AreaPaths areaPaths, CancellationToken cancellationToken) =>
        RiskInputs.Of(columns, request, areaPaths.Counts, [.. areaPaths.Paths.Zip(areaPaths.Errors)], cancellationToken);

    private static RiskResult Compute(RiskInputs inputs, double[][] places, RiskHistory history, RiskRequest request, RiskResult? plain, RiskResult? full)
    {
        var ranking = new RiskRanking(inputs, request);
        var (before, counted) = (References(plain), References(full));
        var scores = Describe(inputs, ranking, ranking.Simulate(places), request).Select(score => score with { Baseline = before?[score.Area.Code], FullyCounted = counted?[score.Area.Code] });
        return new RiskResult([.. scores.OrderBy(score => score.Rank)], PlaceScoring.Score(history, request), RiskExplanation.Sensitivity(ranking, request.Weights), inputs.Notes);
    }

    private static Dictionary<string, RiskReference>? References(RiskResult? other) => other?.Scores.ToDictionary(score => score.Area.Code, RiskReference.Of);

    private static IEnumerable<RiskScore> Describe(RiskInputs inputs, RiskRanking ranking, double[][] draws, RiskRequest request)
    {
        var ranks = Array.ConvertAll(draws, RiskRanking.RanksOf);
        for (var area = 0; area < inputs.Areas.Count; area++)
        {
            var scores = Array.ConvertAll(draws, draw => draw[area]);
            var places = Array.ConvertAll(ranks, draw => draw[area]);
            Array.Sort(scores);
            Array.Sort(places);
            var band = BandOf(ranking.Scores[area]);
            yield return new RiskScore(
                inputs.Areas[area],
                ranking.Scores[area],
                Math.Min(ranking.Scores[area], Quantile(scores, Tail)),
                Math.Max(ranking.Scores[area], Quantile(scores, 1 - Tail)),
                ranking.Ranks[area],
                places.Count(place => place <= Leaders) / (double)places.Length,
                Math.Min(ranking.Ranks[area], Quantile(places, Tail)),
                Math.Max(ranking.Ranks[area], Quantile(places, 1 - Tail)),
                band,
                scores.Count(score => BandOf(score) == band) / (double)scores.Length,
                (Trend)(inputs.Momentum[area].Direction + 1),
                Components(inputs, ranking, area, request),
                ranking.Expected[area],
                inputs.Momentum[area].Percent)
            {
                Groups = inputs.Groups[area],
                YearChangePercent = inputs.Years[area].Percent,
                YearTrend = (Trend)(inputs.Years[area].Direction + 1),
            };
        }
    }

    private static RiskComponent[] Components(RiskInputs inputs, RiskRanking ranking, int area, RiskRequest request)
    {
        RiskComponent Component(int number, string name, double value, string explanation) => new(
            name,
            double.IsNaN(value) ? null : value,
            ranking.Z[number][area],
            ranking.Weights[number],
            ranking.Weights[number] * RobustScore.Place(ranking.Z[number][area]),
            explanation);
        return
        [
            Component(0, "volume", ranking.VolumeOnBasis[area], RiskExplanation.Volume(ranking.Expected[area], request.SeverityWeighted, request.HorizonDays, ranking.Z[0][area])),
            Component(1, "momentum", inputs.Momentum[area].LogRatio, RiskExplanation.Momentum(inputs.Momentum[area])),
            Component(2, "hotspot", inputs.HotspotShare[area], RiskExplanation.Hotspot(inputs.HotspotShare[area])),
            Component(3, "severity", inputs.Severity[area], RiskExplanation.Severity(inputs.Severity[area], ranking.Z[3][area])),
        ];
    }

    private static RiskBand BandOf(double score) => (RiskBand)Math.Clamp((int)(score / 20), 0, 4);

    private static T Quantile<T>(T[] sorted, double share) => sorted[Math.Clamp((int)(share * sorted.Length), 0, sorted.Length - 1)];
}
