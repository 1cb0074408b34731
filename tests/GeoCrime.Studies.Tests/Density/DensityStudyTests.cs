using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Density;
using GeoCrime.Domain;
using GeoCrime.Studies.Density;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Tests.Density;

public class DensityStudyTests
{
    private static readonly DateOnly Day = SmallCity.Monday;
    private static readonly IncidentFilter Theft = new(Categories: ["theft"]);

    [Fact]
    public void The_volume_under_the_surface_is_the_number_of_incidents() =>
        Prop.ForAll(Inner(1, 80), Gen.Elements(DensityKernel.Gaussian, DensityKernel.Quartic, DensityKernel.Epanechnikov).ToArbitrary(), (rows, kernel) =>
        {
            // 250 m from every edge of the grid: the kernels lie inside with all but 1e-6 of their volume.
            var result = Run(SmallCity.Columns(rows), new DensityRequest(IncidentFilter.All, kernel, 50, 10));
            var squareKilometres = Math.Pow(result.Surface.Grid.CellMetres / 1000, 2);
            var volume = result.Surface.PerSquareKilometre.Sum(density => (double)density * squareKilometres);
            // Cells sample the kernels' curves: at five cells a bandwidth a lone Epanechnikov is off by up to 0.9 %.
            return result.Incidents == rows.Length && Math.Abs(volume - rows.Length) < 0.01 * rows.Length;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void Any_filtered_surface_is_the_sum_of_the_kernels_of_the_rows_let_through() =>
        Prop.ForAll(SmallCity.AnyRows(60), rows =>
        {
            var columns = SmallCity.Columns(rows);
            var result = Run(columns, new DensityRequest(Theft, BandwidthMetres: 100, CellMetres: 100));
            var (grid, sources) = (result.Surface.Grid, rows.Where(row => row is { Category: "theft", X: not null }).ToArray());
            var exact = Enumerable.Range(0, grid.Cells).Select(cell => sources.Sum(row => Gaussian(
                grid.CentreX(cell % grid.Columns) - SmallCity.West - row.X!.Value,
                grid.CentreY(cell / grid.Columns) - SmallCity.South - row.Y!.Value))).ToArray();
            // Within 1e-3 of the highest density, as the speed budget promises; the exact one may lie between the cells.
            return exact.Zip(result.Surface.PerSquareKilometre).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-3 * Math.Max(exact.Max(), Gaussian(0, 0)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void The_default_bandwidth_is_Scotts_on_all_rows_whatever_the_filter()
    {
        Row[] rows = [.. Enumerable.Range(0, 64).Select(number => new Row(Day, Category: number < 3 ? "theft" : "assault", X: 250 * (number % 8), Y: 100 * (number / 8)))];
        var columns = SmallCity.Columns(rows);
        // n^(−1/6) is ½; the variance (n − 1) of 0…7 eight times over is 8·42/63, here in units of 250 and 100 m.
        var expected = 0.5 * Math.Sqrt(8 * 42 / 63.0 * ((250 * 250) + (100 * 100)) / 2);
        Assert.Equal(expected, Run(columns, new DensityRequest(IncidentFilter.All)).BandwidthMetres, 1e-6);
        Assert.Equal(expected, Run(columns, new DensityRequest(Theft)).BandwidthMetres, 1e-6);
        Assert.Equal(Math.Sqrt(8) * expected, Run(columns, new DensityRequest(Theft, DensityKernel.Quartic)).BandwidthMetres, 1e-6);
        Assert.Equal(Math.Sqrt(6) * expected, Run(columns, new DensityRequest(Theft, DensityKernel.Epanechnikov)).BandwidthMetres, 1e-6);
    }

    [Fact]
    public void The_grid_covers_the_city_and_does_not_shift_with_the_filter()
    {
        var columns = SmallCity.Columns([new(Day), new(Day, Category: "assault", X: 10)]);
        var grid = Run(columns, new DensityRequest(IncidentFilter.All, BandwidthMetres: 50)).Surface.Grid;
        Assert.Equal(grid, Run(columns, new DensityRequest(Theft, BandwidthMetres: 50)).Surface.Grid);
        // 2000 m and a margin of 100 m on each side: cells of 5 m are the finest that keep a side within 512.
        Assert.Equal(5, grid.CellMetres);
        Assert.InRange(grid.Columns, 440, 442);
        Assert.Equal(0, grid.OriginX % grid.CellMetres);
        Assert.InRange(SmallCity.West - grid.OriginX, 99.9, 105);
    }

    [Fact]
    public void A_filter_that_lets_nothing_through_gives_a_flat_zero()
    {
        var result = Run(SmallCity.Columns([new(Day), new(Day, X: 10)]), new DensityRequest(new IncidentFilter(Categories: ["drugs"]), BandwidthMetres: 50));
        Assert.Equal((0, 0f), (result.Incidents, result.Surface.Max));
        Assert.All(result.Surface.PerSquareKilometre, density => Assert.Equal(0, density));
    }

    [Fact]
    public void Rows_without_a_position_are_not_mapped() =>
        Assert.Equal(1, Run(SmallCity.Columns([new(Day), new(Day, X: null, Y: null, Area: "P1")]), new DensityRequest(IncidentFilter.All, BandwidthMetres: 50)).Incidents);

    [Fact]
    public void An_area_wider_than_the_largest_usual_cell_allows_is_drawn_in_that_cell()
    {
        // 4000 km from north to south, no areas loaded: a typing error that is no outlier among so few rows.
        var columns = SmallCity.Columns([new(Day), new(Day, Y: -4_000_000)], precincts: []);
        Assert.Equal(5000, Run(columns, new DensityRequest(IncidentFilter.All, BandwidthMetres: 20_000)).Surface.Grid.CellMetres);
    }

    [Fact]
    public void Same_run_same_bytes()
    {
        var columns = SmallCity.Columns(SmallCity.Scattered(150));
        var request = new DensityRequest(IncidentFilter.All, BandwidthMetres: 120);
        Assert.Equal(Run(columns, request).Surface.PerSquareKilometre, Run(columns, request).Surface.PerSquareKilometre);
    }

    [Theory]
    [InlineData(9.9, null, "bandwidthMetres is 9.9; 10…20000 is allowed.")]
    [InlineData(20_001.0, null, "bandwidthMetres is 20001; 10…20000 is allowed.")]
    [InlineData(double.NaN, null, "bandwidthMetres is NaN; 10…20000 is allowed.")]
    [InlineData(50.0, 0.5, "cellMetres is 0.5; 1…5000 is allowed.")]
    [InlineData(50.0, 1.0, "Cells of 1 m make more than 4194304 cells here; ask for larger ones.")]
    public async Task Sizes_out_of_range_are_refused(double? bandwidth, double? cell, string message)
    {
        var request = new DensityRequest(IncidentFilter.All, BandwidthMetres: bandwidth, CellMetres: cell);
        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            new DensityStudy(new LiveRuns()).RunAsync(SmallCity.Columns([new(Day)]), request, AccessPolicy.Local, CancellationToken.None));
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void Without_areas_and_incidents_there_is_no_map() =>
        Assert.Equal("No located incident is loaded for small.", Assert.Throws<ArgumentException>(
            () => Run(SmallCity.Columns([], precincts: []), new DensityRequest(IncidentFilter.All, BandwidthMetres: 50))).Message);

    [Fact]
    public async Task The_run_says_what_was_computed_from_what()
    {
        var run = (await new DensityStudy(new LiveRuns()).RunAsync(SmallCity.Columns([new(Day)]), new DensityRequest(Theft, BandwidthMetres: 50), AccessPolicy.Local, CancellationToken.None)).Run;
        Assert.Equal((StudyKind.Density, RunState.Succeeded, "small", "v1", CodeVersion.Current), (run.Study, run.State, run.Jurisdiction, run.DatasetVersion, run.CodeVersion));
        Assert.Equal("""{"filter":{"categories":["theft"]},"kernel":"Gaussian","bandwidthMetres":50,"rule":"Scott","adaptive":false,"edgeCorrected":false,"weight":"Incidents"}""", run.Parameters);
    }

    // exp(−r²/2h²)/(2πh²) at h = 100 m = 0.1 km, per km².
    private static double Gaussian(double dx, double dy) => Math.Exp(-((dx * dx) + (dy * dy)) / (2 * 100 * 100)) / (2 * Math.PI * 0.1 * 0.1);

    private static DensityResult Run(IncidentColumns columns, DensityRequest request) =>
        new DensityStudy(new LiveRuns()).RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None).GetAwaiter().GetResult().Result;

    private static Arbitrary<Row[]> Inner(int fewest, int most) =>
        Gen.Choose(fewest, most).SelectMany(count => Gen.Choose(25_000, 175_000).Two().Select(at => new Row(Day, X: at.Item1 / 100.0, Y: at.Item2 / 100.0)).ArrayOf(count)).ToArbitrary();
}
