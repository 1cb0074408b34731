using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Data.Import.Areas;
using NetTopologySuite.Geometries;

namespace GeoCrime.Data.Tests.Import.Areas;

public class AreaLocatorTests
{
    private static readonly LocatedArea[] Grid =
    [
        // Four unit squares around (1, 1), numbered against the order of their codes, and one of another kind over all.
        Box(4, "beat", "a", 0, 0, 1, 1), Box(3, "beat", "b", 1, 0, 2, 1), Box(2, "beat", "c", 0, 1, 1, 2), Box(1, "beat", "d", 1, 1, 2, 2), Box(9, "city", "x", 0, 0, 2, 2),
    ];

    [Theory]
    [InlineData(0.5, 0.5, new[] { 4, 9 })]
    [InlineData(1.5, 1.5, new[] { 1, 9 })]
    [InlineData(1, 1, new[] { 4, 9 })]
    [InlineData(2, 2, new[] { 1, 9 })]
    [InlineData(1, 1.5, new[] { 2, 9 })]
    [InlineData(2.0001, 1, new int[0])]
    public void Borders_are_inside_and_the_lowest_code_wins(double x, double y, int[] ids) =>
        Assert.Equal(ids, new AreaLocator(Grid).Find(x, y));

    [Fact]
    public void Without_areas_nothing_is_found() => Assert.Empty(new AreaLocator([]).Find(0, 0));

    [Fact]
    public void Not_a_number_is_no_position() =>
        Assert.StartsWith("(NaN, 0.5) is no position; both coordinates must be finite.", Assert.Throws<ArgumentOutOfRangeException>(() => new AreaLocator(Grid).Find(double.NaN, 0.5)).Message);

    [Fact]
    public void A_hole_is_outside_and_its_rim_inside()
    {
        var ring = Ring(0, 0, 3, 3);
        var area = new LocatedArea(1, "k", "c", new MultiPolygon([new Polygon(ring, [Ring(1, 1, 2, 2)])]));
        var locator = new AreaLocator([area]);
        Assert.Empty(locator.Find(1.5, 1.5));
        Assert.Equal([1], locator.Find(1, 1.5));
        Assert.Equal([1], locator.Find(0.5, 0.5));
    }

    /// <summary>Boxes with whole corners and points on a half grid, so that borders and corners are met often; Covers is the definition.</summary>
    [Fact]
    public void Any_point_lies_where_a_search_through_all_areas_finds_it() =>
        Prop.ForAll(Gen.Choose(0, 8).ArrayOf(4).ArrayOf().Resize(10).ToArbitrary(), Gen.Choose(-1, 20).ArrayOf(2).ToArbitrary(), (corners, half) =>
        {
            var areas = corners.Where(box => box[0] != box[2] && box[1] != box[3])
                .Select((box, index) => Box(index + 1, "kind" + (index % 2), $"code{(index * 7) % 11}{index}", Math.Min(box[0], box[2]), Math.Min(box[1], box[3]), Math.Max(box[0], box[2]), Math.Max(box[1], box[3])))
                .ToArray();
            var point = new Point(half[0] / 2.0, half[1] / 2.0);
            var expected = areas.Where(area => area.Geometry.Covers(point)).GroupBy(area => area.Kind)
                .Select(kind => kind.MinBy(area => area.Code, StringComparer.Ordinal)!.Id).Order();
            return expected.SequenceEqual(new AreaLocator(areas).Find(point.X, point.Y));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static LocatedArea Box(int id, string kind, string code, double west, double south, double east, double north) =>
        new(id, kind, code, new MultiPolygon([new Polygon(Ring(west, south, east, north))]));

    private static LinearRing Ring(double west, double south, double east, double north) =>
        new([new(west, south), new(east, south), new(east, north), new(west, north), new(west, south)]);
}
