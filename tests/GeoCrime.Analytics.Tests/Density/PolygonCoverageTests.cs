using GeoCrime.Analytics.Density;

namespace GeoCrime.Analytics.Tests.Density;

public class PolygonCoverageTests
{
    private static readonly Grid Four = new(0, 20, 10, 2, 2);

    [Fact]
    public void A_rectangle_covers_its_shares_of_four_cells() =>
        Assert.Equal([0.25f, 0.5f, 0.5f, 1], PolygonCoverage.Of([[5, 0, 20, 0, 20, 15, 5, 15]], Four));

    [Fact]
    public void A_hole_is_not_covered() =>
        Assert.Equal([1, 1, 1, 0], PolygonCoverage.Of([[0, 0, 20, 0, 20, 20, 0, 20], [10, 0, 20, 0, 20, 10, 10, 10, 10, 0]], Four));

    /// <summary>Eight lines across a cell measure a slanted edge exactly where it is straight across the cell.</summary>
    [Fact]
    public void A_triangle_has_its_area() =>
        Assert.Equal(150, PolygonCoverage.Of([[0, 0, 20, 0, 0, 15]], Four).Sum() * 100, 1.0);

    [Fact]
    public void Rings_beyond_the_grid_are_cut() =>
        Assert.All(PolygonCoverage.Of([[-1e6, -1e6, 1e6, -1e6, 1e6, 1e6, -1e6, 1e6]], Four), share => Assert.Equal(1, share));

    [Fact]
    public void No_rings_cover_nothing() => Assert.All(PolygonCoverage.Of([], Four), share => Assert.Equal(0, share));

    [Fact]
    public void An_odd_ring_is_refused() =>
        Assert.Contains("odd number", Assert.Throws<ArgumentException>(() => PolygonCoverage.Of([[1, 2, 3]], Four)).Message, StringComparison.Ordinal);
}
