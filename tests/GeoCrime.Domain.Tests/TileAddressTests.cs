using FsCheck;
using FsCheck.Fluent;

namespace GeoCrime.Domain.Tests;

public class TileAddressTests
{
    /// <summary>Half the equator of the sphere of EPSG:3857.</summary>
    private const double Half = Math.PI * 6378137;
    private const double Micrometre = 1e-6;

    [Fact]
    public void The_whole_world_is_one_tile() => AssertBounds((-Half, -Half, Half, Half), TileAddress.Of(0, 0, 0).Bounds());

    [Fact]
    public void Rows_count_from_north() => AssertBounds((0, 0, Half, Half), TileAddress.Of(1, 1, 0).Bounds());

    [Fact]
    public void The_margin_is_a_share_of_the_side() =>
        AssertBounds((-Half / 8, -Half * 9 / 8, Half * 9 / 8, Half / 8), TileAddress.Of(1, 1, 1).Bounds(0.125));

    [Fact]
    public void Neighbours_share_an_edge_and_four_children_fill_their_parent() =>
        Prop.ForAll(Gen.Choose(1, TileAddress.DeepestZoom - 1).SelectMany(zoom =>
            Gen.Choose(0, (1 << zoom) - 2).Two().Select(at => TileAddress.Of(zoom, at.Item1, at.Item2))).ToArbitrary(), tile =>
        {
            var box = tile.Bounds();
            var (east, south) = (TileAddress.Of(tile.Zoom, tile.X + 1, tile.Y).Bounds(), TileAddress.Of(tile.Zoom, tile.X, tile.Y + 1).Bounds());
            var first = TileAddress.Of(tile.Zoom + 1, 2 * tile.X, 2 * tile.Y).Bounds();
            var last = TileAddress.Of(tile.Zoom + 1, (2 * tile.X) + 1, (2 * tile.Y) + 1).Bounds();
            return Near(box.MaxX, east.MinX) && Near(box.MinY, south.MaxY)
                && Near(box.MinX, first.MinX) && Near(box.MaxY, first.MaxY) && Near(box.MaxX, last.MaxX) && Near(box.MinY, last.MinY);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-1, 0, 0, "Zoom -1 is outside 0…22.")]
    [InlineData(23, 0, 0, "Zoom 23 is outside 0…22.")]
    [InlineData(0, 1, 0, "Tile 1/0 is outside 0…0 at zoom 0.")]
    [InlineData(3, 0, 8, "Tile 0/8 is outside 0…7 at zoom 3.")]
    [InlineData(3, -1, 0, "Tile -1/0 is outside 0…7 at zoom 3.")]
    public void An_address_outside_the_scheme_is_refused(int zoom, int x, int y, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => TileAddress.Of(zoom, x, y)).Message);

    [Fact]
    public void The_corner_tiles_of_the_deepest_zoom_are_there()
    {
        const int last = (1 << TileAddress.DeepestZoom) - 1;
        Assert.Equal((0, 0), (TileAddress.Of(22, 0, 0).X, TileAddress.Of(22, 0, 0).Y));
        Assert.Equal(Half, TileAddress.Of(22, last, last).Bounds().MaxX, Micrometre);
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < Micrometre;

    private static void AssertBounds((double MinX, double MinY, double MaxX, double MaxY) expected, (double MinX, double MinY, double MaxX, double MaxY) actual)
    {
        Assert.Equal(expected.MinX, actual.MinX, Micrometre);
        Assert.Equal(expected.MinY, actual.MinY, Micrometre);
        Assert.Equal(expected.MaxX, actual.MaxX, Micrometre);
        Assert.Equal(expected.MaxY, actual.MaxY, Micrometre);
    }
}
