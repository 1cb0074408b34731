using GeoCrime.Domain;
using GeoCrime.Studies.Cities;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Tests.Cities;

public class CityTests
{
    private static readonly DateOnly Day = SmallCity.Monday;

    [Fact]
    public void With_areas_the_city_is_what_they_cover_wherever_rows_lie()
    {
        var city = City.Of(SmallCity.Columns([new(Day, X: 90_000, Y: 90_000)], precincts: ["P1", "P2", "P3"]));
        Assert.Equal("precinct", city.AreaKind);
        // A millimetre for the way through degrees.
        Assert.Equal(SmallCity.West, city.Bounds!.MinX, 1e-3);
        Assert.Equal(SmallCity.South + SmallCity.Side, city.Bounds.MaxY, 1e-3);
        Assert.True(city.Contains(SmallCity.West + 500, SmallCity.South + 1500));
        Assert.False(city.Contains(SmallCity.West + 1500, SmallCity.South + 1500));
        Assert.True(city.Contains(SmallCity.West + 1000, SmallCity.South + 500), "the seam between two precincts is inside");
    }

    [Fact]
    public void The_kind_that_covers_most_ground_is_the_city()
    {
        var columns = SmallCity.Columns([new(Day)]);
        var part = new AreaColumn("beat", "Beats", [columns.AreaKinds[0].Areas[0] with { Kind = "beat" }]);
        Assert.Equal("precinct", City.Of(columns with { AreaKinds = [part, columns.AreaKinds[0]] }).AreaKind);
    }

    [Fact]
    public void Without_areas_the_outermost_row_in_a_thousand_does_not_stretch_the_city()
    {
        Row[] rows = [.. Enumerable.Range(0, 1000).Select(number => new Row(Day, X: number, Y: 2 * number)), new(Day, X: 1e6, Y: 1e6), new(Day, X: null, Y: null)];
        var city = City.Of(SmallCity.Columns(rows, precincts: []));
        Assert.Null(city.AreaKind);
        Assert.Equal((SmallCity.West + 1, SmallCity.West + 999), (city.Bounds!.MinX, city.Bounds.MaxX));
        Assert.Equal((SmallCity.South + 2, SmallCity.South + 1998), (city.Bounds.MinY, city.Bounds.MaxY));
        Assert.True(city.Contains(0, 0), "without areas there is no outside");
    }

    [Fact]
    public void Without_areas_and_located_rows_there_are_no_bounds()
    {
        var city = City.Of(SmallCity.Columns([new(Day, X: null, Y: null)], precincts: []));
        Assert.Null(city.Bounds);
        Assert.Null(city.Outline);
        Assert.Null(city.DegreeBounds(SmallCity.Jurisdiction.Projection));
    }

    [Fact]
    public void The_outline_keeps_a_hole_and_closes_a_hair()
    {
        var columns = SmallCity.Columns([new(Day)]);
        var projection = columns.Jurisdiction.Projection;
        var shell = Box(0, 0, 2000, 2000);
        var pierced = new Polygon(shell, [Box(200, 200, 700, 700), Box(1000, 200, 1002, 1800)]);
        var area = columns.AreaKinds[0].Areas[0] with { Geometry = new MultiPolygon([(Polygon)projection.ToDegrees(pierced)]) };

        var outline = City.Of(columns with { AreaKinds = [new AreaColumn("precinct", "Precincts", [area])] }).Outline!;

        Assert.Equal((2000.0 * 2000) - (500 * 500), outline.Area, 1.0);
    }

    private static LinearRing Box(double west, double south, double east, double north) => new(
        [.. new[] { (west, south), (east, south), (east, north), (west, north), (west, south) }.Select(corner => new Coordinate(SmallCity.West + corner.Item1, SmallCity.South + corner.Item2))]);

    [Fact]
    public void The_box_in_degrees_holds_every_corner()
    {
        var projection = SmallCity.Jurisdiction.Projection;
        var (west, south, east, north) = City.Of(SmallCity.Columns([new(Day)])).DegreeBounds(projection)!.Value;
        foreach (var (x, y) in new[] { (0.0, 0.0), (2000, 0), (2000, 2000), (0, 2000) })
        {
            var (longitude, latitude) = projection.ToDegrees(SmallCity.West + x, SmallCity.South + y);
            // A millimetre, in degrees.
            Assert.InRange(longitude, west - 1e-8, east + 1e-8);
            Assert.InRange(latitude, south - 1e-8, north + 1e-8);
        }
    }

    [Fact]
    public void It_is_made_once_a_snapshot()
    {
        var columns = SmallCity.Columns([new(Day)]);
        Assert.Same(City.Of(columns), City.Of(columns));
    }
}
