using GeoCrime.Analytics.SpaceTime;
using GeoCrime.Domain;
using GeoCrime.Studies.Emerging;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Tests.Emerging;

public class EmergingStudyTests
{
    private static readonly DateOnly Day = SmallCity.Monday;

    [Fact]
    public void Steps_end_at_the_last_complete_day_and_a_part_step_at_the_beginning_is_left_out()
    {
        // Days 0…59 hold one row each; data is complete through day 57.
        var columns = SmallCity.Columns(Enumerable.Range(0, 60).Select(day => new Row(Day.AddDays(day))), Day.AddDays(57));
        var result = Run(columns, new EmergingRequest(IncidentFilter.All, 200, 7));
        Assert.Equal((8, Day.AddDays(2), Day.AddDays(58)), (result.Steps, result.From, result.To));
        Assert.Equal(56, result.Cells.Sum(cell => cell.Incidents));
    }

    [Fact]
    public void Every_located_row_of_the_window_is_counted_in_its_cell()
    {
        var columns = SmallCity.Columns(Scattered(40));
        var result = Run(columns, new EmergingRequest(IncidentFilter.All, 250, 10));
        foreach (var cell in result.Cells)
            Assert.Equal(Scattered(40).Count(row => row.Day >= result.From && row.Day < result.To && result.Grid.UnitAt(SmallCity.West + row.X!.Value, SmallCity.South + row.Y!.Value) == cell.Number), cell.Incidents);
    }

    [Fact]
    public void A_corner_that_heats_up_at_the_end_is_a_consecutive_hot_spot_and_quiet_ground_is_none()
    {
        // Spread over several cells: a single bin, however high, is one draw among all and stays insignificant.
        var planted = Enumerable.Range(0, 240).Select(number => new Row(Day.AddDays(80 + (number % 20)), X: 700 + (number % 12 * 50), Y: 700 + (number / 12 % 12 * 50)));
        var result = Run(SmallCity.Columns([.. Scattered(100), .. planted]), new EmergingRequest(IncidentFilter.All, 250, 10));
        Assert.Equal(EmergingPattern.ConsecutiveHot, result.Cells[result.Grid.UnitAt(SmallCity.West + 1000, SmallCity.South + 1000)].Pattern);
        Assert.Equal(EmergingPattern.None, result.Cells[result.Grid.UnitAt(SmallCity.West + 100, SmallCity.South + 1900)].Pattern);
    }

    [Fact]
    public void The_same_request_is_the_same_run_and_another_is_not()
    {
        var (study, columns) = (new EmergingStudy(new LiveRuns()), SmallCity.Columns(Scattered(60)));
        string Id(EmergingRequest request) => study.RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None).GetAwaiter().GetResult().Run.Id;
        Assert.Equal(Id(new EmergingRequest(IncidentFilter.All, 250, 10)), Id(new EmergingRequest(IncidentFilter.All, 250, 10)));
        Assert.NotEqual(Id(new EmergingRequest(IncidentFilter.All, 250, 10)), Id(new EmergingRequest(IncidentFilter.All, 250, 9)));
    }

    [Fact]
    public void Nothing_reported_has_no_pattern() => Assert.All(
        Run(SmallCity.Columns(Scattered(60)), new EmergingRequest(new IncidentFilter(Categories: ["drugs"]), 250, 10)).Cells,
        cell => Assert.Equal((EmergingPattern.None, 0), (cell.Pattern, cell.Incidents)));

    [Theory]
    [InlineData(20, 28, "cellMetres is 20; 50…5000 is allowed.")]
    [InlineData(double.NaN, 28, "cellMetres is NaN; 50…5000 is allowed.")]
    [InlineData(400, 0, "stepDays is 0; 1…366 is allowed.")]
    [InlineData(400, 28, "The window of 60 complete days holds 2 steps of 28 days; patterns need 4 or more.")]
    public void What_cannot_be_is_refused(double cell, int step, string message) => Assert.Equal(
        message, Assert.Throws<ArgumentException>(() => Run(SmallCity.Columns(Scattered(60)), new EmergingRequest(IncidentFilter.All, cell, step))).Message);

    [Fact]
    public void A_window_without_a_complete_day_is_refused()
    {
        Assert.Equal("No complete day lies in the window: data is complete from 2024-01-01 to 2024-02-29.", Assert.Throws<ArgumentException>(() =>
            Run(SmallCity.Columns(Scattered(60)), new EmergingRequest(new IncidentFilter(From: Day.AddDays(500))))).Message);
        Assert.Equal("No incident is loaded for small.", Assert.Throws<ArgumentException>(() => Run(SmallCity.Columns([]), new EmergingRequest(IncidentFilter.All))).Message);
    }

    /// <summary>Four thefts a day anywhere in the city.</summary>
    private static Row[] Scattered(int days)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, days * 4).Select(number => new Row(Day.AddDays(number / 4), X: random.Next(2000), Y: random.Next(2000)))];
    }

    private static EmergingResult Run(IncidentColumns columns, EmergingRequest request) =>
        new EmergingStudy(new LiveRuns()).RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None).GetAwaiter().GetResult().Result;
}
