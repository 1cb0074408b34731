using GeoCrime.Domain;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Risk;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.SampleCity;
using GeoCrime.Studies.Tests.Forecasts;
using GeoCrime.Studies.Tests.Hotspots;

namespace GeoCrime.Studies.Tests.Risk;

public class SampleCityRiskTests
{
    [Fact]
    public async Task The_planted_rising_precinct_ranks_as_rising_and_the_falling_one_as_falling()
    {
        var live = new LiveRuns();
        var study = new RiskStudy(live, new ForecastStudy(live, new MemoryRuns(), new MemoryForecasts()));
        var request = new RiskRequest("precinct", null, 28, new RiskWeights(), RiskBasis.Count, false, IncidentFilter.All);
        var result = (await study.RunAsync(SampleCityColumns.All, request, AccessPolicy.Local, CancellationToken.None)).Result;
        // The planted drifts that a year's counts can show: one of +5.5 % and one of −4.5 % a year; all others lie within 2 %.
        var precincts = PrecinctPlan.Precincts.Index().ToDictionary(each => each.Item.Name, each => each.Item.YearlyDrift);
        var rising = result.Scores.Single(score => precincts[score.Area.Name] > 0.04);
        var falling = result.Scores.Single(score => precincts[score.Area.Name] < -0.04);
        Assert.Equal(Trend.Rising, rising.YearTrend);
        Assert.Equal(rising, result.Scores.MaxBy(score => score.YearChangePercent));
        Assert.Equal(Trend.Falling, falling.YearTrend);
        Assert.True(rising.Rank < falling.Rank);
        // The scorecard says whatever it says, from a year of months.
        Assert.Equal(12, result.Scorecard.Origins);
        Assert.NotNull(result.Scorecard.BeatsBaseline);
        Assert.InRange(result.Scorecard.RankCorrelation!.Value, 0, 1);
        Assert.InRange(result.Scorecard.LastMonthRankCorrelation!.Value, 0, 1);
    }
}
