using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Tests.Forecasts;

public class MoverStudyTests
{
    private const int Days = 500;
    private static readonly CancellationToken None = CancellationToken.None;

    // A year ago P1 had one report a day and now has three, P2 the other way round, P3 always one; P4 never any.
    private static readonly IncidentColumns Columns = SmallCity.Columns(Enumerable.Range(0, Days).SelectMany(day => Enumerable.Repeat("P1", day < 300 ? 1 : 3)
        .Concat(Enumerable.Repeat("P2", day < 300 ? 3 : 1)).Append("P3").Select(area => new Row(SmallCity.Monday.AddDays(day), Area: area))));

    [Fact]
    public async Task Rises_stand_first_and_falls_last_against_the_same_window_last_year()
    {
        var result = (await RunAsync(new MoverRequest("precinct", 28, MoverBaseline.SameWindowLastYear, 10, IncidentFilter.All))).Result;
        Assert.Equal(["P1", "P3", "P2"], result.Movers.Select(mover => mover.Area.Code));
        Assert.Equal([28.0, 28, 84], result.Movers.Select(mover => mover.Previous));
        Assert.Equal([84.0, 28, 28], result.Movers.Select(mover => mover.Expected));
        Assert.Equal(200, result.Movers[0].ChangePercent!.Value, 1e-9);
        Assert.Equal(Math.Log(89 / 33.0), result.Movers[0].LogRatio, 1e-9);
        Assert.All(result.Movers, mover => Assert.True(mover.Lower <= mover.Expected && mover.Expected <= mover.Upper));
    }

    [Fact]
    public async Task Against_the_window_before_nothing_moves_here()
    {
        var result = (await RunAsync(new MoverRequest("precinct", 28, MoverBaseline.PreviousWindow, 10, IncidentFilter.All))).Result;
        Assert.All(result.Movers, mover => Assert.Equal(0, mover.LogRatio, 1e-9));
    }

    [Fact]
    public async Task Small_areas_are_left_out_where_both_sides_are_small()
    {
        var result = (await RunAsync(new MoverRequest("precinct", 28, MoverBaseline.SameWindowLastYear, 30, IncidentFilter.All))).Result;
        Assert.Equal(["P1", "P2"], result.Movers.Select(mover => mover.Area.Code));
    }

    [Fact]
    public async Task A_year_ahead_is_compared_with_a_year_that_was_over()
    {
        var result = (await RunAsync(new MoverRequest("precinct", 365, MoverBaseline.SameWindowLastYear, 10, IncidentFilter.All))).Result;
        Assert.Equal(365 * 1.0, result.Movers.Single(mover => mover.Area.Code == "P3").Previous, 1e-9);
    }

    [Theory]
    [InlineData(0, 10.0, "horizon is 0; 1…366 steps of a day are allowed.")]
    [InlineData(10_000, 10.0, "horizon is 10000; 1…366 steps of a day are allowed.")]
    [InlineData(28, -1.0, "minExpected is -1; it must not be negative.")]
    public async Task Misuse_is_refused(int days, double least, string message) => Assert.Equal(
        message, (await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(new MoverRequest("precinct", days, MoverBaseline.PreviousWindow, least, IncidentFilter.All)))).Message);

    private static Task<LiveRun<MoverResult>> RunAsync(MoverRequest request)
    {
        var live = new LiveRuns();
        return new MoverStudy(live, new ForecastStudy(live, new MemoryRuns(), new MemoryForecasts())).RunAsync(Columns, request, AccessPolicy.Local, None);
    }
}
