using GeoCrime.Analytics.Density;
using GeoCrime.Domain;
using GeoCrime.Studies.Density;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Tests.Density;

public class DensityOptionTests
{
    private static readonly DateOnly Day = SmallCity.Monday;

    [Fact]
    public async Task Severity_weighs_and_time_fades()
    {
        Row[] rows = [new(Day, Category: "theft"), new(Day.AddDays(10), Category: "assault")];
        var columns = SmallCity.Columns(rows);
        Assert.Equal(12, await VolumeAsync(columns, new DensityRequest(IncidentFilter.All, BandwidthMetres: 50, CellMetres: 10, Weight: DensityWeight.Severity)), 0.05);
        // The last day counts 1, ten days before it a half.
        Assert.Equal(1.5, await VolumeAsync(columns, new DensityRequest(IncidentFilter.All, BandwidthMetres: 50, CellMetres: 10, HalfLifeDays: 10)), 0.01);
        Assert.Equal(0.75, await VolumeAsync(columns, new DensityRequest(new IncidentFilter(null, Day.AddDays(21)), BandwidthMetres: 50, CellMetres: 10, HalfLifeDays: 10)), 0.01);
    }

    [Fact]
    public async Task Adaptive_and_edge_corrected_surfaces_are_the_librarys()
    {
        var columns = SmallCity.Columns(SmallCity.Scattered(300));
        var (x, y) = RowFilter.Apply(columns, IncidentFilter.All, CancellationToken.None).Positions();
        var surface = (await RunAsync(columns, new DensityRequest(IncidentFilter.All, BandwidthMetres: 150, CellMetres: 25, Adaptive: true))).Surface;
        Assert.Equal(AdaptiveDensity.Estimate(x, y, null, surface.Grid, DensityKernel.Gaussian, 150).PerSquareKilometre, surface.PerSquareKilometre);
        var corrected = (await RunAsync(columns, new DensityRequest(IncidentFilter.All, BandwidthMetres: 150, CellMetres: 25, EdgeCorrected: true))).Surface;
        // With the kernels cut at the edge made up for, the city holds all its incidents again, to the unevenness of 300 points.
        var volume = corrected.PerSquareKilometre.Sum(density => (double)density) * 25 * 25 / 1e6;
        Assert.InRange(volume, 285, 315);
        Assert.Equal(0, corrected.PerSquareKilometre[0]);
    }

    [Fact]
    public async Task The_rule_is_looked_at_where_no_bandwidth_is_given()
    {
        var columns = SmallCity.Columns(SmallCity.Scattered(200));
        var (x, y) = RowFilter.Apply(columns, IncidentFilter.All, CancellationToken.None).Positions();
        foreach (var (rule, expected) in new[]
        {
            (BandwidthRule.Scott, Bandwidth.Scott(x, y, DensityKernel.Quartic)),
            (BandwidthRule.Silverman, Bandwidth.Silverman(x, y, DensityKernel.Quartic)),
            (BandwidthRule.CrossValidated, CrossValidation.Bandwidth(x, y, DensityKernel.Quartic)),
        })
            Assert.Equal(expected, (await RunAsync(columns, new DensityRequest(IncidentFilter.All, DensityKernel.Quartic, Rule: rule))).BandwidthMetres, 1e-6);
    }

    [Fact]
    public async Task Frames_add_up_to_the_incidents_of_four_weeks()
    {
        // One a day for a year, always at one place: any frame holds 28 of them.
        var columns = SmallCity.Columns(Enumerable.Range(0, 365).Select(day => new Row(Day.AddDays(day), X: 1000, Y: 1000)));
        var request = new DensityFrameRequest(new IncidentFilter(Day, Day.AddDays(365)), 91, 10, 60, 10);
        var result = (await new DensityFrameStudy(new LiveRuns()).RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None)).Result;
        Assert.Equal([0, 91, 182, 273, 364], result.Frames.Select(frame => frame.Day.DayNumber - Day.DayNumber));
        foreach (var frame in result.Frames)
            Assert.Equal(28, Volume(DensityFrameStudy.Frame(columns, request, frame.Day, CancellationToken.None)), 0.1);
    }

    [Fact]
    public async Task A_change_study_maps_where_reports_rose()
    {
        var year = Day.AddDays(364);
        Row[] rows = [.. Enumerable.Range(0, 60).Select(number => new Row(year, X: 400 + number % 10, Y: 400)), .. Enumerable.Range(0, 8).Select(number => new Row(Day, X: 400 + number, Y: 400)), .. Enumerable.Range(0, 30).Select(number => new Row(Day, X: 1500 + number, Y: 1500))];
        var columns = SmallCity.Columns(rows, completeThrough: year.AddDays(10));
        var request = new DensityChangeRequest(new IncidentFilter(year, year.AddDays(7)), BandwidthMetres: 100, CellMetres: 50);
        var result = (await new DensityChangeStudy(new LiveRuns()).RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None)).Result;
        Assert.Equal((60, 38), (result.Incidents, result.Before));
        int At(double x, double y) => (int)((result.Grid.OriginY - SmallCity.South - y) / 50) * result.Grid.Columns + (int)((x + SmallCity.West - result.Grid.OriginX) / 50);
        Assert.Equal((1, -1, 0), (result.Change.Direction[At(405, 400)], result.Change.Direction[At(1515, 1500)], result.Change.Direction[At(400, 1600)]));
        Assert.InRange(result.SquareKilometres(1), 0.01, 0.3);
        var picture = ChangePicture.Of(result, SmallCity.Jurisdiction.Projection, ratio: false);
        Assert.Equal(1, picture.Strength.Values.Max(), 0.02);
    }

    [Theory]
    [InlineData(0.5, "halfLifeDays")]
    [InlineData(double.NaN, "halfLifeDays")]
    public async Task Half_lives_out_of_range_are_named(double days, string message) =>
        Assert.Contains(message, (await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(SmallCity.Columns([new(Day)]), new DensityRequest(IncidentFilter.All, HalfLifeDays: days)))).Message);

    [Fact]
    public async Task Edge_correction_needs_a_city() =>
        Assert.Contains("no areas", (await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(SmallCity.Columns([new(Day), new(Day, X: 700)], precincts: []), new DensityRequest(IncidentFilter.All, EdgeCorrected: true)))).Message);

    private static async Task<DensityResult> RunAsync(IncidentColumns columns, DensityRequest request) =>
        (await new DensityStudy(new LiveRuns()).RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None)).Result;

    private static async Task<double> VolumeAsync(IncidentColumns columns, DensityRequest request) => Volume((await RunAsync(columns, request)).Surface);

    private static double Volume(DensitySurface surface) => surface.PerSquareKilometre.Sum(density => (double)density) * Math.Pow(surface.Grid.CellMetres / 1000, 2);
}
