using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Hotspots;
using GeoCrime.Studies.Risk;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Tests.Forecasts;

namespace GeoCrime.Studies.Tests.Risk;

public class RiskStudyTests
{
    private static readonly Row[] Rows = RiskCity.Rows(850);
    private static readonly RiskRequest Usual = new("precinct", null, 28, new RiskWeights(), RiskBasis.Count, false, IncidentFilter.All);

    [Fact]
    public void Contributions_add_up_to_the_score_and_intervals_hold_it() =>
        Prop.ForAll(Gen.Choose(0, 20).Four().ToArbitrary(), Gen.Elements(1, 28, 45).ToArbitrary(), (parts, horizon) =>
        {
            var weights = new RiskWeights(parts.Item1, parts.Item2, parts.Item3, parts.Item4 + 1);
            var scores = Run(SmallCity.Columns(Rows), Usual with { Weights = weights, HorizonDays = horizon }).Scores;
            return scores.Select(score => score.Rank).SequenceEqual([1, 2, 3, 4]) && scores.All(score =>
                Math.Abs(score.Components.Sum(component => component.Contribution) - score.Score) < 1e-9
                && Math.Abs(score.Components.Sum(component => component.Weight) - 1) < 1e-9
                && score.Components.Select(component => component.Name).SequenceEqual(["volume", "momentum", "hotspot", "severity"])
                && score.Lower <= score.Score && score.Score <= score.Upper
                && score.RankLower <= score.Rank && score.Rank <= score.RankUpper
                && score.Band == (RiskBand)Math.Min(4, (int)(score.Score / 20))
                && score.BandProbability is >= 0 and <= 1
                && score.TopFiveProbability == 1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(6));

    [Fact]
    public void A_replay_knows_nothing_that_was_reported_later() =>
        Prop.ForAll(Gen.Choose(400, 840).ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(), (origin, precinct) =>
        {
            var asOf = RiskCity.First.AddDays(origin);
            // A whole hot spot in the year before, of which nobody knew on that day.
            var later = Enumerable.Range(1, 1500).Select(number => RiskCity.Block(asOf.AddDays(-number / 5), precinct, number) with { Reported = asOf.AddDays(1) });
            var known = Run(SmallCity.Columns(Rows), Usual with { AsOf = asOf });
            var hindsight = Run(SmallCity.Columns([.. Rows, .. later]), Usual with { AsOf = asOf });
            return Figures(known).SequenceEqual(Figures(hindsight));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(6));

    [Fact]
    public void Once_reported_it_counts()
    {
        var asOf = RiskCity.First.AddDays(800);
        var more = Enumerable.Range(1, 1500).Select(number => RiskCity.Block(asOf.AddDays(-number / 5), 3, number));
        Assert.NotEqual(
            Figures(Run(SmallCity.Columns(Rows), Usual with { AsOf = asOf })),
            Figures(Run(SmallCity.Columns([.. Rows, .. more]), Usual with { AsOf = asOf })));
    }

    [Fact]
    public void The_components_are_what_they_say()
    {
        var columns = SmallCity.Columns(Rows);
        var scores = Run(columns, Usual).Scores.ToDictionary(score => score.Area.Code);
        // P1 has three reports a day to P2's two; P1's are all in one block, and every third is an assault.
        Assert.Equal(84, scores["P1"].Components[0].Value!.Value, 3.0);
        Assert.Equal(56, scores["P2"].Components[0].Value!.Value, 3.0);
        Assert.Equal(HotspotShares(columns), scores.OrderBy(score => score.Key).Select(score => score.Value.Components[2].Value!.Value));
        Assert.InRange(scores["P1"].Components[2].Value!.Value, 0.5, 1);
        Assert.InRange(scores["P4"].Components[2].Value!.Value, 0, 0.1);
        Assert.Equal((2 + 2 + 10) / 3.0, scores["P1"].Components[3].Value!.Value, 1e-9);
        Assert.Equal("P1", scores.Values.MinBy(score => score.Rank)!.Area.Code);
        Assert.StartsWith("84 reports expected in the next 28 days, ", scores["P1"].Components[0].Explanation, StringComparison.Ordinal);
        Assert.All(scores.Values, score => Assert.Equal(Trend.Steady, score.Trend));
    }

    [Fact]
    public void Severity_weighs_the_volume_and_leaves_momentum_a_count()
    {
        var columns = SmallCity.Columns(Rows);
        var (plain, weighted) = (Run(columns, Usual with { AsOf = columns.CompleteThrough }), Run(columns, Usual with { AsOf = columns.CompleteThrough, SeverityWeighted = true }));
        foreach (var (count, weight) in plain.Scores.OrderBy(score => score.Area.Code).Zip(weighted.Scores.OrderBy(score => score.Area.Code)))
        {
            Assert.Equal(count.Components[1].Value, weight.Components[1].Value);
            Assert.Equal(count.Trend, weight.Trend);
        }
        var first = weighted.Scores.Single(score => score.Area.Code == "P1");
        Assert.Equal(28 * 14, first.ExpectedIncidents, 3.0);
        Assert.StartsWith("Reports with a severity weight of 392 expected", first.Components[0].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trained_forecast_that_is_better_makes_the_volume()
    {
        var columns = SmallCity.Columns(Rows);
        var request = new ForecastRequest("precinct", ForecastModel.Lstm, SeriesStep.Day, 30, IncidentFilter.All);
        var plain = (await new ForecastStudy(new LiveRuns(), new MemoryRuns(), new MemoryForecasts())
            .RunAsync(columns, request with { Model = ForecastModel.Mean }, AccessPolicy.Local, CancellationToken.None)).Answers[3]!.Forecast;
        var run = RunIdentity.Of(StudyKind.Forecast, columns, request, ForecastRequest.Seed, AccessPolicy.Local).ToRun(RunState.Succeeded, DateTime.UnixEpoch);
        var published = new MemoryForecasts();
        published.Saved.Add((run.Id, "precinct", "P4", (plain with { Model = ForecastModel.Lstm, Path = [.. Enumerable.Repeat(9.0, 30)], Scorecard = plain.Scorecard with { Mase = 0 } }).Write()));
        var (before, after) = (Live(columns, Usual, new MemoryForecasts()), Live(columns, Usual, published, run));
        Assert.Equal(28 * 9, after.Result.Scores.Single(score => score.Area.Code == "P4").ExpectedIncidents, 1e-9);
        // Another forecast behind it is another run.
        Assert.NotEqual(before.Run.Id, after.Run.Id);
    }

    [Fact]
    public void Same_run_same_figures() => Assert.Equal(Figures(Run(SmallCity.Columns(Rows), Usual)), Figures(Run(SmallCity.Columns(Rows), Usual)));

    [Fact]
    public void A_city_of_a_few_days_has_scores_and_no_scorecard()
    {
        var result = Run(SmallCity.Columns(RiskCity.Rows(10)), Usual);
        Assert.Equal((4, 0), (result.Scores.Count, result.Scorecard.Origins));
        Assert.Null(result.Scorecard.BeatsBaseline);
        Assert.StartsWith("Not scored yet", result.Scorecard.Note, StringComparison.Ordinal);
        Assert.All(result.Scores, score => Assert.Null(score.Components[1].Value));
    }

    public static TheoryData<RiskRequest, string> Refused => new()
    {
        { Usual with { Kind = "beat" }, "There is no area kind 'beat'; there are: precinct." },
        { Usual with { HorizonDays = 0 }, "horizonDays is 0; 1…180 is allowed." },
        { Usual with { HorizonDays = 181 }, "horizonDays is 181; 1…180 is allowed." },
        { Usual with { Filter = new IncidentFilter(To: RiskCity.First) }, "A risk score uses the whole history: leave filter.from and filter.to out (asOf replays the past)." },
        { Usual with { Weights = new RiskWeights(0, 0, 0, 0) }, "weights must be 0 or more and not all 0; given: 0, 0, 0, 0." },
        { Usual with { AsOf = RiskCity.First.AddDays(-1) }, $"asOf is 2021-12-31; the data span 2022-01-01 to {RiskCity.First.AddDays(849):yyyy-MM-dd}." },
        { Usual with { AsOf = RiskCity.First.AddDays(850) }, $"asOf is {RiskCity.First.AddDays(850):yyyy-MM-dd}; the data span 2022-01-01 to {RiskCity.First.AddDays(849):yyyy-MM-dd}." },
        { Usual with { OfficerWeight = -0.1 }, "officerInitiatedWeight is -0.1; 0…1 is allowed." },
        { Usual with { Per = RiskBasis.Resident }, "per: RESIDENT needs the population of every area; precinct 'P1' has none." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Other_requests_are_refused(RiskRequest request, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Run(SmallCity.Columns(Rows, population: null), request)).Message);

    /// <summary>Of each precinct's rows of the last 364 days the share in hot cells.</summary>
    private static IEnumerable<double> HotspotShares(IncidentColumns columns)
    {
        var lastYear = new IncidentFilter(From: columns.CompleteThrough!.Value.AddDays(-363));
        var found = new HotspotStudy(new LiveRuns()).RunAsync(columns, new HotspotRequest(lastYear, Permutations: 0), AccessPolicy.Local, CancellationToken.None).GetAwaiter().GetResult().Result;
        return Rows.Where(row => row.Day >= lastYear.From).GroupBy(SmallCity.PrecinctOf).OrderBy(area => area.Key)
            .Select(area => area.Count(IsHot) / (double)area.Count());

        // Rows at the rim may lie in a cell whose centre is outside.
        bool IsHot(Row row) => found.Grid.UnitAt(SmallCity.West + row.X!.Value, SmallCity.South + row.Y!.Value) is var unit and >= 0 && found.Units[unit].Bin > 0;
    }

    private static RiskResult Run(IncidentColumns columns, RiskRequest request) => Live(columns, request, new MemoryForecasts()).Result;

    private static LiveRun<RiskResult> Live(IncidentColumns columns, RiskRequest request, MemoryForecasts published, params Run[] runs)
    {
        var live = new LiveRuns();
        return new RiskStudy(live, new ForecastStudy(live, new MemoryRuns(runs), published)).RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static IEnumerable<double?> Figures(RiskResult result) =>
    [
        .. result.Scores.SelectMany(score => new double?[] { score.Area.Id, score.Score, score.Lower, score.Upper, score.BandProbability, score.ExpectedIncidents, score.MomentumPercent }),
        .. result.Scores.SelectMany(score => score.Components.SelectMany(component => new[] { component.Value, component.Z, component.Contribution })),
        .. result.Scorecard.Rows.SelectMany(row => new[] { row.AreaShare, row.HitRate, row.Pai, row.Pei, row.BaselinePai }),
    ];
}
