using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Density;

namespace GeoCrime.Analytics.Tests.Density;

public class VolumeContoursTests
{
    private static readonly Grid Five = new(0, 5, 1, 5, 5);

    [Fact]
    public void One_peak_is_a_diamond_around_its_centre()
    {
        var contour = Of(Five, cell => cell == 12 ? 4 : 0, 0.5)[0];
        Assert.Equal(4, contour.Level);
        var ring = Assert.Single(contour.Rings);
        Assert.Equal(8, ring.Length);
        Assert.True(Area(ring) > 0, "outer rings run counter-clockwise");
        Assert.Equal(2.5, ring.Where((_, i) => i % 2 == 0).Average(), 1e-6);
    }

    [Fact]
    public void A_hole_runs_clockwise_and_the_surfaces_own_edge_closes_the_ring()
    {
        var rings = Of(Five, cell => cell == 12 ? 1 : 10, 0.9)[0].Rings;
        Assert.Equal(2, rings.Length);
        Assert.Equal(1, rings.Count(ring => Area(ring) > 0));
        var outer = rings.Single(ring => Area(ring) > 0);
        Assert.Equal((0.0, 5.0), (outer.Min(), outer.Max()));
    }

    /// <summary>Of 8 + 4 + 2 + 1 + 1 the cell of 8 holds half, 8 and 4 three quarters, and 8, 4, 2 seven eighths.</summary>
    [Fact]
    public void Levels_are_those_at_which_the_share_is_reached()
    {
        double[] values = [8, 4, 2, 1, 1];
        var contours = Of(Five, cell => cell < 5 ? values[cell] : 0, 0.5, 0.75, 0.8, 0.9);
        Assert.Equal([8.0, 4, 2, 1], contours.Select(contour => contour.Level));
    }

    [Fact]
    public void Any_surface_has_the_cells_above_the_level_inside_its_rings() =>
        Prop.ForAll(Gen.Choose(0, 3).ListOf(30).ToArbitrary(), heights =>
        {
            var grid = new Grid(0, 5, 1, 6, 5);
            var contour = Of(grid, cell => heights[cell], 0.6)[0];
            return Enumerable.Range(0, 30).All(cell =>
                contour.Rings.Length == 0 ? heights.All(height => height == 0)
                : Inside(contour.Rings, grid.CentreX(cell % 6), grid.CentreY(cell / 6)) == heights[cell] >= contour.Level);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_rings_are_simple_and_none_touch() =>
        Prop.ForAll(Gen.Choose(0, 3).ListOf(30).ToArbitrary(), heights =>
        {
            var rings = Of(new Grid(0, 5, 1, 6, 5), cell => heights[cell], 0.6)[0].Rings;
            var corners = rings.SelectMany(ring => ring.Chunk(2)).Select(pair => (pair[0], pair[1])).ToArray();
            return corners.Distinct().Count() == corners.Length && rings.All(ring => ring.Length >= 8);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_empty_surface_has_no_rings() => Assert.Empty(Of(Five, _ => 0, 0.5)[0].Rings);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_share_must_be_a_part(double share) =>
        Assert.Contains("must be in (0, 1)", Assert.Throws<ArgumentOutOfRangeException>(() => Of(Five, _ => 1, share)).Message, StringComparison.Ordinal);

    private static IReadOnlyList<VolumeContour> Of(Grid grid, Func<int, double> height, params double[] shares) =>
        VolumeContours.Of(new DensitySurface(grid, [.. Enumerable.Range(0, grid.Cells).Select(cell => (float)height(cell))], 0), null, shares);

    private static double Area(double[] ring) =>
        Enumerable.Range(0, ring.Length / 2).Sum(i =>
        {
            var next = (i + 1) % (ring.Length / 2);
            return ring[2 * i] * ring[2 * next + 1] - ring[2 * next] * ring[2 * i + 1];
        }) / 2;

    private static bool Inside(double[][] rings, double x, double y)
    {
        var crossings = 0;
        foreach (var ring in rings)
            for (var i = 0; i < ring.Length; i += 2)
            {
                var next = (i + 2) % ring.Length;
                if (ring[i + 1] > y != ring[next + 1] > y
                    && x < ring[i] + (y - ring[i + 1]) / (ring[next + 1] - ring[i + 1]) * (ring[next] - ring[i]))
                    crossings++;
            }
        return crossings % 2 == 1;
    }
}
