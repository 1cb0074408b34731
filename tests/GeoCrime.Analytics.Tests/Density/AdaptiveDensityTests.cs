using GeoCrime.Analytics.Density;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Tests.Density;

public class AdaptiveDensityTests
{
    private static readonly Grid Square = new(-200, 1200, 20, 70, 70);

    /// <summary>A dense town of 400 points and 40 far farms.</summary>
    private static readonly PlanarSamples.Points Town = new(
        [.. PlanarSamples.Uniform(400, 100, 1).X, .. PlanarSamples.Uniform(40, 1000, 2).X],
        [.. PlanarSamples.Uniform(400, 100, 1).Y, .. PlanarSamples.Uniform(40, 1000, 2).Y]);

    public static TheoryData<DensityKernel, double> Kernels =>
        new() { { DensityKernel.Gaussian, 60 }, { DensityKernel.Quartic, 160 }, { DensityKernel.Epanechnikov, 160 } };

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Every_point_keeps_its_own_bandwidth(DensityKernel kernel, double bandwidth)
    {
        var surface = AdaptiveDensity.Estimate(Town.X, Town.Y, null, Square, kernel, bandwidth);
        var factors = FactorsByDefinition(Town, bandwidth / Bandwidth.PerGaussianDeviation(kernel));
        var exact = new double[Square.Cells];
        for (var i = 0; i < Town.X.Length; i++)
            for (var cell = 0; cell < exact.Length; cell++)
            {
                double dx = Square.CentreX(cell % 70) - Town.X[i], dy = Square.CentreY(cell / 70) - Town.Y[i];
                var own = bandwidth * factors[i];
                exact[cell] += kernel.Height((dx * dx + dy * dy) / (own * own)) * 1e6 / (own * own);
            }
        var worst = exact.Zip(surface.PerSquareKilometre, (a, b) => Math.Abs(a - b)).Max();
        Assert.InRange(worst, 0, 0.005 * exact.Max());
    }

    [Fact]
    public void Farms_are_smoothed_wider_than_the_town()
    {
        var factors = FactorsByDefinition(Town, 60);
        Assert.True(factors[..400].Max() < factors[400..].Where((_, i) => Town.X[400 + i] > 300).Min());
    }

    [Fact]
    public void The_surface_integrates_to_the_weight_of_the_points()
    {
        var wide = new Grid(-3000, 4000, 50, 140, 140);
        var surface = AdaptiveDensity.Estimate(Town.X, Town.Y, null, wide, DensityKernel.Gaussian, 100);
        Assert.Equal(440, surface.PerSquareKilometre.Sum(value => (double)value) * 0.0025, 2.0);
    }

    [Fact]
    public void A_lone_place_gets_the_bandwidth_given()
    {
        var adaptive = AdaptiveDensity.Estimate([500, 500], [500, 500], null, Square, DensityKernel.Gaussian, 100);
        var plain = KernelDensity.Estimate([500, 500], [500, 500], null, Square, DensityKernel.Gaussian, 100);
        Assert.Equal(plain.Max, adaptive.Max, plain.Max * 2e-3);
    }

    [Fact]
    public void No_points_give_zeros() =>
        Assert.Equal(0, AdaptiveDensity.Estimate([], [], null, Square, DensityKernel.Gaussian, 60).Max);

    [Fact]
    public void Negative_weights_are_refused() =>
        Assert.Contains("need weights ≥ 0", Assert.Throws<ArgumentException>(() =>
            AdaptiveDensity.Estimate([1], [1], [-1], Square, DensityKernel.Gaussian, 60)).Message, StringComparison.Ordinal);

    private static double[] FactorsByDefinition(PlanarSamples.Points points, double deviation)
    {
        var pilot = ExactDensity.At(points.X, points.Y, null, points.X, points.Y, DensityKernel.Gaussian, deviation);
        var mean = Math.Exp(pilot.Average(Math.Log));
        return [.. pilot.Select(density => Math.Clamp(Math.Sqrt(mean / density), 0.2, 5))];
    }
}
