using GeoCrime.Domain;
using GeoCrime.Studies.Places;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Tests.Places;

public class PlaceForecastStudyTests
{
    private static readonly DateOnly Day = SmallCity.Monday;

    [Fact]
    public void Where_most_was_reported_most_is_expected_and_the_scorecard_says_how_that_did()
    {
        var result = Run(SmallCity.Columns(Thefts(900)), new PlaceForecastRequest(IncidentFilter.All, 200));
        Assert.Equal((100, Day.AddDays(900)), (result.Total, result.AsOf));
        Assert.Equal(Enumerable.Range(1, 10), result.Cells.Select(cell => cell.Rank));
        // Two of three reports come at (500, 500).
        Assert.Equal("c2502r22002", result.Cells[0].Id);
        Assert.InRange(result.Cells[0].Share, 0.6, 0.72);
        var row = result.Scorecard.Rows.Single(each => each.AreaShare == 0.01);
        Assert.Equal(12, result.Scorecard.Origins);
        Assert.InRange(row.HitRate, 0.6, 0.75);
        Assert.Equal(row.HitRate * 100, row.Pai!.Value, 1e-9);
        Assert.Equal(1, row.Pei!.Value, 1e-9);
        Assert.Contains("of the reports that came, over 12 origins.", result.Scorecard.Note, StringComparison.Ordinal);
        Assert.Equal(["adaptive", "year", "ewma180", "kde200", "all", "ewma60", "gi*", "risk-like", "hawkes"], result.Methods.Select(method => method.Method).Distinct());
    }

    [Fact]
    public void Reports_that_came_late_count_as_what_came_but_were_not_known()
    {
        // All of the last year's reports at (1500, 1500) are reported 500 days late: no prediction could know of them.
        var late = Enumerable.Range(600, 300).Select(day => new Row(Day.AddDays(day), X: 1500, Y: 1500, Reported: Day.AddDays(day + 500)));
        var result = Run(SmallCity.Columns([.. Thefts(900), .. late], Day.AddDays(899)), new PlaceForecastRequest(IncidentFilter.All, 200));
        var known = Run(SmallCity.Columns([.. Thefts(900), .. late.Select(row => row with { Reported = null })], Day.AddDays(899)), new PlaceForecastRequest(IncidentFilter.All, 200));
        double HitRate(PlaceForecastResult each) => each.Scorecard.Rows.Single(row => row.AreaShare == 0.02).HitRate;
        Assert.True(HitRate(result) < HitRate(known) - 0.1, $"{HitRate(result)} against {HitRate(known)}");
        Assert.DoesNotContain(result.Cells.Take(3), cell => cell.Id == "c2507r22007");
    }

    [Fact]
    public void Without_a_year_nothing_is_scored_and_the_scorecard_says_so()
    {
        var result = Run(SmallCity.Columns(Thefts(300)), new PlaceForecastRequest(IncidentFilter.All, 200));
        Assert.Equal((0, "Not scored yet: a year of history and one horizon are needed."), (result.Scorecard.Origins, result.Scorecard.Note));
        Assert.Empty(result.Methods);
        Assert.NotEmpty(result.Cells);
    }

    [Fact]
    public void Nothing_reported_expects_nothing_anywhere() =>
        Assert.Equal(0, Run(SmallCity.Columns(Thefts(900)), new PlaceForecastRequest(new IncidentFilter(Categories: ["drugs"]), 200)).Scorecard.Origins);

    [Theory]
    [InlineData(50, 28, "cellMetres is 50; 100…5000 is allowed.")]
    [InlineData(250, 0, "horizonDays is 0; 1…90 is allowed.")]
    public void What_cannot_be_is_refused(double cell, int horizon, string message) => Assert.Equal(
        message, Assert.Throws<ArgumentException>(() => Run(SmallCity.Columns(Thefts(10)), new PlaceForecastRequest(IncidentFilter.All, cell, horizon))).Message);

    /// <summary>Each day two thefts at (500, 500) and one anywhere.</summary>
    private static Row[] Thefts(int days)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, days).SelectMany(day => (Row[])[new(Day.AddDays(day)), new(Day.AddDays(day)), new(Day.AddDays(day), X: random.Next(2000), Y: random.Next(2000))])];
    }

    private static PlaceForecastResult Run(IncidentColumns columns, PlaceForecastRequest request) =>
        new PlaceForecastStudy(new LiveRuns()).RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None).GetAwaiter().GetResult().Result;
}
