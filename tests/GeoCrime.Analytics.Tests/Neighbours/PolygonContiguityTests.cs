using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Tests.Neighbours;

public class PolygonContiguityTests
{
    [Fact]
    public void Columbus_has_spdeps_neighbours()
    {
        var weights = PolygonContiguity.Queen(Columbus.Polygons());
        for (var unit = 0; unit < 49; unit++)
            Assert.Equal(Columbus.Queen.Of(unit).ToArray(), weights.Of(unit).ToArray());
    }

    [Fact]
    public void A_shared_corner_is_enough_and_a_hole_counts()
    {
        double[][] outer = [[0, 0, 9, 0, 9, 9, 0, 9], [3, 3, 6, 3, 6, 6, 3, 6]];
        double[][] inside = [[3, 3, 6, 3, 6, 6, 3, 6]];
        double[][] corner = [[9, 9, 12, 9, 12, 12]];
        var weights = PolygonContiguity.Queen([outer, inside, corner]);
        Assert.Equal([1, 2], weights.Of(0).ToArray());
        Assert.Equal([0], weights.Of(1).ToArray());
    }

    [Fact]
    public void No_areas_have_no_neighbours() => Assert.Equal(0, PolygonContiguity.Queen([]).Units);

    [Fact]
    public void An_odd_ring_is_refused() =>
        Assert.Contains("3 coordinates, an odd number", Assert.Throws<ArgumentException>(() =>
            PolygonContiguity.Queen([[[0, 0, 1]]])).Message, StringComparison.Ordinal);
}
