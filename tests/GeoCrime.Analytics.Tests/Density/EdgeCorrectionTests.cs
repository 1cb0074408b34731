using GeoCrime.Analytics.Density;

namespace GeoCrime.Analytics.Tests.Density;

public class EdgeCorrectionTests
{
    private static readonly double[][] Town = [[0, 0, 1000, 0, 1000, 1000, 0, 1000]];

    /// <summary>A point every ten metres is 10,000 a km²; without correction a straight edge has half of it, a corner a quarter.</summary>
    [Theory]
    [InlineData(DensityKernel.Gaussian, 100)]
    [InlineData(DensityKernel.Quartic, 250)]
    public void An_even_town_is_even_up_to_its_corners(DensityKernel kernel, double bandwidth)
    {
        var x = Enumerable.Range(0, 10_000).Select(i => i % 100 * 10 + 5.0).ToArray();
        var y = Enumerable.Range(0, 10_000).Select(i => i / 100 * 10 + 5.0).ToArray();
        var grid = new Grid(-100, 1100, 20, 60, 60);
        var plain = KernelDensity.Estimate(x, y, null, grid, kernel, bandwidth);
        var corrected = EdgeCorrection.Apply(plain, Town, kernel, bandwidth);
        for (var cell = 0; cell < grid.Cells; cell++)
        {
            double px = grid.CentreX(cell % 60), py = grid.CentreY(cell / 60);
            var inside = px is > 0 and < 1000 && py is > 0 and < 1000;
            Assert.Equal(inside ? 10_000 : 0, corrected.PerSquareKilometre[cell], 50.0);
        }
    }

    [Fact]
    public void A_view_of_a_part_is_corrected_like_the_whole()
    {
        var points = PlanarSamples.Uniform(300, 1000, 6);
        DensitySurface Corrected(Grid grid) => EdgeCorrection.Apply(
            KernelDensity.Estimate(points.X, points.Y, null, grid, DensityKernel.Gaussian, 120), Town, DensityKernel.Gaussian, 120);
        var whole = Corrected(new Grid(0, 1000, 20, 50, 50));
        var part = Corrected(new Grid(600, 400, 20, 10, 10));
        for (var cell = 0; cell < 100; cell++)
            Assert.Equal(whole.PerSquareKilometre[(cell / 10 + 30) * 50 + cell % 10 + 30], part.PerSquareKilometre[cell], whole.Max * 1e-4);
    }

    [Fact]
    public void No_city_has_no_density() =>
        Assert.Equal(0, EdgeCorrection.Apply(
            KernelDensity.Estimate([5], [5], null, new Grid(0, 10, 1, 10, 10), DensityKernel.Gaussian, 3), [], DensityKernel.Gaussian, 3).Max);

    [Fact]
    public void A_bandwidth_must_be_positive() =>
        Assert.Contains("must be finite and > 0 metres", Assert.Throws<ArgumentOutOfRangeException>(() => EdgeCorrection.Apply(
            new DensitySurface(new Grid(0, 1, 1, 1, 1), [1], 1), Town, DensityKernel.Gaussian, 0)).Message, StringComparison.Ordinal);
}
