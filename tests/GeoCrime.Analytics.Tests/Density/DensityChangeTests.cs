using GeoCrime.Analytics.Density;

namespace GeoCrime.Analytics.Tests.Density;

public class DensityChangeTests
{
    private const double Bandwidth = 200;
    private static readonly Grid Town = new(0, 4000, 100, 40, 40);

    private static DensitySurface Surface(PlanarSamples.Points points) =>
        KernelDensity.Estimate(points.X, points.Y, null, Town, DensityKernel.Gaussian, Bandwidth);

    private static DensityChange Between(PlanarSamples.Points before, PlanarSamples.Points after, double daysBefore = 28, double daysAfter = 28) =>
        DensityChange.Between(Surface(before), Surface(after), daysBefore, daysAfter, DensityKernel.Gaussian, Bandwidth);

    [Fact]
    public void Difference_and_ratio_are_of_rates_a_day()
    {
        var grid = new Grid(0, 100, 100, 2, 1);
        var change = DensityChange.Between(
            new DensitySurface(grid, [10, 0], 10), new DensitySurface(grid, [30, 0], 30), 10, 20, DensityKernel.Gaussian, 100);
        // 10 in ten days are 20 in twenty.
        Assert.Equal([10, 0], change.Difference);
        Assert.Equal(1.5, change.Ratio[0], 1e-6);
        Assert.True(float.IsNaN(change.Ratio[1]));
        Assert.Equal(1, change.P[1]);
    }

    [Fact]
    public void P_is_that_of_the_counts_in_the_kernels_window()
    {
        // A window of h²/∫K² = 4π·0.01 km² turns 40 and 80 per km² into 5.03 and 10.05 incidents.
        var grid = new Grid(0, 100, 100, 1, 1);
        var change = DensityChange.Between(new DensitySurface(grid, [40], 40), new DensitySurface(grid, [80], 80), 1, 1, DensityKernel.Gaussian, 100);
        var (before, after) = (40 * 0.04 * Math.PI, 80 * 0.04 * Math.PI);
        var z = Math.Sqrt(2) * (Math.Sqrt(after + 0.375) - Math.Sqrt(before + 0.375));
        Assert.Equal(2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -z), change.P[0], 1e-6);
    }

    [Fact]
    public void A_kernels_window_is_where_its_density_has_a_counts_variance()
    {
        // ∫K² numerically against the closed forms that the window rests on.
        foreach (var (kernel, expected) in new[] { (DensityKernel.Gaussian, 1 / (4 * Math.PI)), (DensityKernel.Quartic, 9 / (5 * Math.PI)), (DensityKernel.Epanechnikov, 4 / (3 * Math.PI)) })
        {
            var sum = 0.0;
            const double step = 1e-4;
            for (var r = step / 2; r < 8; r += step)
                sum += Math.Pow(kernel.Height(r * r), 2) * 2 * Math.PI * r * step;
            Assert.Equal(expected, sum, 1e-5);
            Assert.Equal(expected, kernel.SquaredIntegral(), 1e-12);
        }
    }

    [Fact]
    public void Swapping_the_periods_turns_every_rise_into_a_fall()
    {
        var (before, after) = (PlanarSamples.Uniform(400, 4000, 1), PlanarSamples.Uniform(700, 2000, 2));
        var (there, back) = (Between(before, after), Between(after, before));
        Assert.Contains((sbyte)1, there.Direction);
        Assert.Equal(there.Direction, back.Direction.Select(each => (sbyte)-each));
        Assert.Equal(there.P, back.P);
    }

    [Fact]
    public void A_planted_rise_is_called_and_the_rest_is_not()
    {
        var before = PlanarSamples.Uniform(1600, 4000, 3);
        var even = PlanarSamples.Uniform(1600, 4000, 4);
        var planted = PlanarSamples.Uniform(150, 300, 5);
        var change = Between(before, new PlanarSamples.Points([.. even.X, .. planted.X.Select(x => x + 2850)], [.. even.Y, .. planted.Y.Select(y => y + 2850)]));
        Assert.Equal(1, change.Direction[(10 * 40) + 30]);
        for (var cell = 0; cell < Town.Cells; cell++)
            if (Math.Abs(Town.CentreX(cell % 40) - 3000) > 1000 || Math.Abs(Town.CentreY(cell / 40) - 3000) > 1000)
                Assert.Equal(0, change.Direction[cell]);
    }

    [Fact]
    public void Periods_alike_are_seldom_called_different()
    {
        // At a false discovery rate of 5 % at most one map in twenty has any cell; 9 of 60 would come by chance once in 400 times.
        var called = Enumerable.Range(0, 60).Count(seed =>
            Between(PlanarSamples.Uniform(900, 4000, 100 + seed), PlanarSamples.Uniform(900, 4000, 500 + seed)).Direction.Any(each => each != 0));
        Assert.InRange(called, 0, 8);
    }

    [Fact]
    public void Empty_periods_change_nothing()
    {
        var change = Between(new PlanarSamples.Points([], []), new PlanarSamples.Points([], []));
        Assert.All(change.Direction, each => Assert.Equal(0, each));
        Assert.All(change.P, p => Assert.Equal(1, p));
    }

    [Fact]
    public void Misuse_is_named()
    {
        var (one, other) = (new DensitySurface(Town, new float[Town.Cells], 0), new DensitySurface(new Grid(0, 0, 1, 1, 1), new float[1], 0));
        Assert.Contains("one grid", Assert.Throws<ArgumentException>(() => DensityChange.Between(one, other, 1, 1, DensityKernel.Gaussian, 100)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => DensityChange.Between(one, one, 0, 1, DensityKernel.Gaussian, 100));
        Assert.Contains("(0, 1)", Assert.Throws<ArgumentOutOfRangeException>(() => DensityChange.Between(one, one, 1, 1, DensityKernel.Gaussian, 100, 1)).Message);
    }
}
