using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Risk;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Scenarios;
using GeoCrime.Studies.Tests.Forecasts;

namespace GeoCrime.Studies.Tests.Risk;

public class FeedbackStudyTests
{
    private static readonly RiskRequest ByVolume = new("precinct", null, 28, new RiskWeights(1, 0, 0, 0), RiskBasis.Count, false, IncidentFilter.All);

    /// <summary>Each day five drug records and one theft in P1, three thefts in P2, one in P3.</summary>
    private static readonly IncidentColumns City = SmallCity.Columns(Enumerable.Range(0, 1000).SelectMany(day => new[] { 0, 0, 0, 0, 0, 9, 1, 1, 1, 2 }.Select(place =>
        RiskCity.Report(RiskCity.First.AddDays(day), place == 9 ? 0 : place) with { Category = place == 0 ? "drugs" : "theft" })));

    [Fact]
    public async Task Without_records_of_officers_the_ranking_and_its_hits_change()
    {
        var result = await RunAsync(ByVolume, new Indicator("income", "Income, $", new Dictionary<string, double> { ["P1"] = 10, ["P2"] = 20, ["P3"] = 30, ["P4"] = 60 }));
        Assert.Equal(0.5, result.OfficerShare, 1e-9);
        Assert.Equal(0, result.OfficerWeight);
        Assert.Equal((1, 2, 5 / 6.0), result.Ranks.Where(rank => rank.Area.Code == "P1").Select(rank => (rank.RankFull, rank.RankAdjusted, rank.OfficerShare)).Single());
        Assert.Equal((2, 1, 0.0), result.Ranks.Where(rank => rank.Area.Code == "P2").Select(rank => (rank.RankFull, rank.RankAdjusted, rank.OfficerShare)).Single());
        // The first of four areas: P1 holds 6 of 10 of all and 1 of 5 of the victims', P2 3 of 10 and 3 of 5.
        Assert.Equal([(1.0, 2.4, 0.8), (0.0, 1.2, 2.4)], result.Pai.Select(pai => (pai.OfficerWeight, Math.Round(pai.PaiAll!.Value, 9), Math.Round(pai.PaiVictimReported!.Value, 9))));
        Assert.Equal([new FeedbackExposure("income", "Income, $", 30, 10, 20)], result.Exposures);
        Assert.Contains("Without them 2 of 4 areas change rank and 1 of the leading 1 leave.", result.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_weight_between_counts_them_in_part()
    {
        // 1 + 5·0.5 = 3.5 in P1 against 3 in P2: it stays the first.
        var result = await RunAsync(ByVolume with { OfficerWeight = 0.5 });
        Assert.Equal(0.5, result.OfficerWeight);
        Assert.All(result.Ranks, rank => Assert.Equal(rank.RankFull, rank.RankAdjusted));
        Assert.Empty(result.Exposures);
        Assert.Contains("No indicators of areas are loaded", result.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_layer_that_counts_them_less_keeps_the_full_rank_beside()
    {
        var scores = (await Study().RunAsync(City, ByVolume with { OfficerWeight = 0 }, AccessPolicy.Local, CancellationToken.None)).Result.Scores;
        Assert.Equal("P2", scores.MinBy(score => score.Rank)!.Area.Code);
        Assert.Equal([1, 2], scores.Where(score => score.Area.Code is "P1" or "P2").OrderBy(score => score.Area.Code).Select(score => score.FullyCounted!.Rank));
        Assert.Equal(28, scores.Single(score => score.Area.Code == "P1").ExpectedIncidents, 1e-9);
        Assert.Equal(28 * 6, scores.Single(score => score.Area.Code == "P1").FullyCounted!.ExpectedIncidents, 1e-9);
    }

    [Fact]
    public async Task A_scenario_keeps_the_score_without_it_beside()
    {
        var scenario = new Scenario([new ScenarioChange(100, Category: "theft")], []);
        var result = (await Study().RunAsync(City, ByVolume with { Scenario = scenario }, AccessPolicy.Local, CancellationToken.None)).Result;
        var second = result.Scores.Single(score => score.Area.Code == "P2");
        Assert.Equal((2 * 28 * 3.0, 28 * 3.0), (Math.Round(second.ExpectedIncidents, 9), Math.Round(second.Baseline!.ExpectedIncidents, 9)));
        // One in six of P1's reports is a theft.
        Assert.Equal(28 * 7, result.Scores.Single(score => score.Area.Code == "P1").ExpectedIncidents, 1e-9);
        Assert.Equal(["Reports of Theft: +100 %."], result.Notes);
    }

    private static Task<FeedbackResult> RunAsync(RiskRequest request, params Indicator[] indicators) =>
        new FeedbackStudy(Study(), new MemoryIndicators(indicators)).RunAsync(City, request, AccessPolicy.Local, CancellationToken.None);

    private static RiskStudy Study()
    {
        var live = new LiveRuns();
        return new RiskStudy(live, new ForecastStudy(live, new MemoryRuns(), new MemoryForecasts()));
    }

    private sealed class MemoryIndicators(IReadOnlyList<Indicator> indicators) : IIndicators
    {
        public Task<IReadOnlyList<Indicator>> LoadAsync(Jurisdiction jurisdiction, string areaKind, AccessPolicy policy, CancellationToken cancellationToken) => Task.FromResult(indicators);
    }
}
