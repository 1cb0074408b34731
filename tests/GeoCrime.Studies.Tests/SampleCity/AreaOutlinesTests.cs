using GeoCrime.Studies.SampleCity;

namespace GeoCrime.Studies.Tests.SampleCity;

public class AreaOutlinesTests
{
    private static readonly CityWarp Warp = new(new SampleRandom(1, 1));

    [Fact]
    public void One_superblock_has_four_sides_through_its_corners()
    {
        var ring = AreaOutlines.Trace(Warp, (column, row) => (column, row) == (5, 5));
        Assert.Equal(41, ring.Length);
        Assert.Equal(ring[0], ring[^1]);
        Assert.Equal([Warp.ToPlane(5, 5), Warp.ToPlane(6, 5), Warp.ToPlane(6, 6), Warp.ToPlane(5, 6)], [ring[0], ring[10], ring[20], ring[30]]);
    }

    [Fact]
    public void Neighbours_share_every_vertex_of_their_border()
    {
        var west = AreaOutlines.Trace(Warp, (column, row) => (column, row) == (5, 5));
        var east = AreaOutlines.Trace(Warp, (column, row) => (column, row) == (6, 5));
        Assert.Equal(11, west.Distinct().Intersect(east).Count());
    }

    [Fact]
    public void An_empty_set_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => AreaOutlines.Trace(Warp, (_, _) => false));
        Assert.StartsWith("The set of superblocks is empty.", error.Message);
    }

    [Fact]
    public void A_corner_contact_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => AreaOutlines.Trace(Warp, (column, row) => (column, row) is (5, 5) or (6, 6)));
        Assert.StartsWith("The set of superblocks touches itself at corner (6, 6).", error.Message);
    }

    [Fact]
    public void A_hole_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            AreaOutlines.Trace(Warp, (column, row) => column is >= 4 and <= 6 && row is >= 4 and <= 6 && (column, row) != (5, 5)));
        Assert.StartsWith("The set of superblocks has 16 outer edges, of which one ring takes 12.", error.Message);
    }
}
