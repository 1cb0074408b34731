using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Neighbours;
using GeoCrime.Domain;
using GeoCrime.Studies.Hotspots;
using GeoCrime.Studies.Runs;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Tests.Hotspots;

public class HotspotStudyTests
{
    private static readonly DateOnly Day = SmallCity.Monday;

    [Fact]
    public void Any_city_has_the_units_counts_and_bins_of_the_definition() =>
        Prop.ForAll(SmallCity.AnyRows(60), Gen.Choose(0, 60).ToArbitrary(), (rows, planted) =>
        {
            // Two squares side by side in the south-west hold what is planted.
            Row[] all = [.. rows, .. Enumerable.Range(0, planted).Select(number => new Row(Day, X: 600 + (number % 2 * 200), Y: 700))];
            var result = Run(SmallCity.Columns(all), Squares(200));
            var counts = CountBySquare(all, 200);
            var expected = SquareHotspots.Find(counts);
            return result.Units.Count == 100 && result.Units.All(unit =>
            {
                var (column, row) = Square(unit, 200);
                return unit.Incidents == counts[column, row]
                    && Close(unit.Z ?? double.NaN, expected.Z[column, row], 1e-9)
                    && Close(unit.ExactP!.Value, expected.P[column, row], 1e-9)
                    && unit.Bin == expected.Bins[column, row];
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void A_planted_hot_spot_is_hot_and_the_rest_is_not()
    {
        var even = Enumerable.Range(0, 200).Select(number => new Row(Day, X: 50 + (number % 20 * 100), Y: 100 + (number / 20 * 200)));
        // Eight more in each of nine squares around (1300, 1300): of 100 squares, nine at random hold so much once in 10¹² times.
        var planted = Enumerable.Range(0, 72).Select(number => new Row(Day, X: 1100 + (number % 3 * 200), Y: 1100 + (number / 3 % 3 * 200)));
        var result = Run(SmallCity.Columns([.. even, .. planted]), Squares(200));
        Assert.Equal(3, result.Units[result.Grid.UnitAt(SmallCity.West + 1300, SmallCity.South + 1300)].Bin);
        Assert.All(result.Units, unit => Assert.InRange(unit.Bin, 0, 3));
        foreach (var unit in result.Units.Where(unit => unit.Bin > 0))
        {
            // A square feels its neighbours, so the spot's rim is hot and nothing beyond it.
            var (column, row) = Square(unit, 200);
            Assert.InRange(column, 4, 8);
            Assert.InRange(row, 4, 8);
        }
    }

    [Theory]
    [InlineData(HotspotUnit.Square)]
    [InlineData(HotspotUnit.Hexagon)]
    public void Cells_whose_centre_lies_outside_the_city_are_no_units(HotspotUnit unit)
    {
        // Without P4 the city is an L.
        Row[] rows = [new(Day), new(Day, X: 1500, Y: 1500)];
        var result = Run(SmallCity.Columns(rows, precincts: ["P1", "P2", "P3"]), new HotspotRequest(IncidentFilter.All, unit, 100, 0));
        foreach (var cell in result.Units)
        {
            var centre = result.Grid.Outline(cell.Number).Centroid;
            var (x, y) = (centre.X, centre.Y);
            var (east, north) = (x - SmallCity.West, y - SmallCity.South);
            // A millimetre for the way through degrees.
            Assert.True(east is > -0.001 and < 2000.001 && north is > -0.001 and < 2000.001 && (east < 1000.001 || north < 1000.001), $"{cell.Id} at {east}, {north}");
        }
        // 3 km² of 100 m cells, and the rim's rounding.
        Assert.InRange(result.Units.Count, 276, 324);
        // A row beyond the city is in no unit.
        Assert.Equal(1, result.Units.Sum(each => each.Incidents));
        Assert.Equal(-1, result.Grid.UnitAt(SmallCity.West + 1500, SmallCity.South + 1500));
    }

    [Fact]
    public void Ids_name_the_same_ground_under_every_filter()
    {
        var columns = SmallCity.Columns(SmallCity.Scattered(150));
        var all = Run(columns, new HotspotRequest(IncidentFilter.All, Permutations: 0));
        var some = Run(columns, new HotspotRequest(new IncidentFilter(Categories: ["drugs"]), Permutations: 0));
        Assert.Equal(all.Units.Select(unit => unit.Id), some.Units.Select(unit => unit.Id));
        Assert.Equal(all.Units.Select(all.ShapeInDegrees), some.Units.Select(some.ShapeInDegrees));
        Assert.Equal($"c{SmallCity.West / 250}r{SmallCity.South / 250}", Run(columns, Squares(250)).Units[0].Id);
    }

    [Fact]
    public void Shapes_tile_the_ground_with_cells_of_the_given_area()
    {
        var result = Run(SmallCity.Columns([new(Day)]), new HotspotRequest(IncidentFilter.All, CellMetres: 250, Permutations: 0));
        var projection = SmallCity.Jurisdiction.Projection;
        foreach (var unit in result.Units.Take(20))
        {
            var shape = result.ShapeInDegrees(unit);
            Assert.Equal(250 * 250, projection.ToMetres(shape).Area, 0.1);
            var centre = projection.ToMetres(shape).Centroid;
            Assert.Equal(unit.Number, result.Grid.UnitAt(centre.X, centre.Y));
            Assert.Equal((4326, 3857), (shape.SRID, result.ShapeInWebMercator(unit).SRID));
        }
    }

    [Fact]
    public void Web_Mercator_shapes_are_the_spheres()
    {
        var result = Run(SmallCity.Columns([new(Day)]), Squares(250));
        foreach (var (degrees, metres) in result.ShapeInDegrees(result.Units[0]).Coordinates.Zip(result.ShapeInWebMercator(result.Units[0]).Coordinates))
        {
            Assert.Equal(degrees.X * 20037508.342789244 / 180, metres.X, 1e-6);
            Assert.Equal(6378137 * Math.Log(Math.Tan((45 + (degrees.Y / 2)) * Math.PI / 180)), metres.Y, 1e-6);
        }
    }

    [Fact]
    public void Pseudo_p_comes_only_when_asked_for_and_only_the_seed_changes_it()
    {
        var columns = SmallCity.Columns(SmallCity.Scattered(150));
        var request = new HotspotRequest(IncidentFilter.All, HotspotUnit.Square, 250, 99);
        double?[] PseudoP(HotspotRequest asked) => [.. Run(columns, asked).Units.Select(unit => unit.PseudoP)];
        Assert.All(PseudoP(request with { Permutations = 0 }), Assert.Null);
        Assert.All(PseudoP(request), p => Assert.InRange(p!.Value, 1 / 100.0, 1));
        Assert.Equal(PseudoP(request), PseudoP(request));
    }

    [Fact]
    public void Nothing_reported_is_neither_hot_nor_cold()
    {
        var result = Run(SmallCity.Columns([new(Day)]), new HotspotRequest(new IncidentFilter(Categories: ["drugs"]), Permutations: 99));
        Assert.All(result.Units, unit => Assert.Equal((0, 0, null, 1.0), (unit.Bin, unit.Incidents, unit.Z, unit.ExactP)));
    }

    [Fact]
    public void A_city_smaller_than_a_cell_may_have_no_units() =>
        Assert.Empty(Run(SmallCity.Columns([new(Day), new(Day, X: 501)], precincts: []), Squares(500)).Units);

    [Theory]
    [InlineData(49, 99, "cellMetres is 49; 50…5000 is allowed.")]
    [InlineData(double.NaN, 99, "cellMetres is NaN; 50…5000 is allowed.")]
    [InlineData(250, 100_000, "permutations is 100000; 0…99999 is allowed.")]
    public void Parameters_out_of_range_are_refused(double cell, int permutations, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Run(SmallCity.Columns([new(Day)]), new HotspotRequest(IncidentFilter.All, CellMetres: cell, Permutations: permutations))).Message);

    [Fact]
    public void Too_many_cells_and_no_ground_at_all_are_refused()
    {
        var wide = SmallCity.Columns([new(Day), new(Day, X: 400_000, Y: 400_000)], precincts: []);
        Assert.Contains("make more than 200000 cells here", Assert.Throws<ArgumentException>(() => Run(wide, Squares(250))).Message, StringComparison.Ordinal);
        Assert.Equal("No located incident is loaded for small.", Assert.Throws<ArgumentException>(() => Run(SmallCity.Columns([], precincts: []), Squares(250))).Message);
    }

    private static HotspotRequest Squares(double metres) => new(IncidentFilter.All, HotspotUnit.Square, metres, 0);

    private static HotspotResult Run(IncidentColumns columns, HotspotRequest request) =>
        new HotspotStudy(new LiveRuns()).RunAsync(columns, request, AccessPolicy.Local, CancellationToken.None).GetAwaiter().GetResult().Result;

    private static int[,] CountBySquare(Row[] rows, double side)
    {
        var counts = new int[10, 10];
        foreach (var row in rows.Where(row => row is { X: >= 0 and < 2000, Y: >= 0 and < 2000 }))
            counts[(int)(row.X!.Value / side), (int)(row.Y!.Value / side)]++;
        return counts;
    }

    private static (int Column, int Row) Square(HotspotCell unit, double side)
    {
        Assert.True(GridCell.TryParse(unit.Id, out var cell));
        return (cell.Column - (int)(SmallCity.West / side), cell.Row - (int)(SmallCity.South / side));
    }

    private static bool Close(double a, double b, double tolerance) => (double.IsNaN(a) && double.IsNaN(b)) || Math.Abs(a - b) <= tolerance;
}
