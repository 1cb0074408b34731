using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Analytics.Density;

namespace GeoCrime.Analytics.Tests.Density;

public class KernelDensityTests
{
    private static readonly Grid Small = new(0, 20, 1, 20, 20);

    public static TheoryData<DensityKernel> Kernels => [DensityKernel.Gaussian, DensityKernel.Quartic, DensityKernel.Epanechnikov];

    [Theory]
    [InlineData(DensityKernel.Gaussian, 1e6 / (2 * Math.PI * 9))]
    [InlineData(DensityKernel.Quartic, 3e6 / (Math.PI * 9))]
    [InlineData(DensityKernel.Epanechnikov, 2e6 / (Math.PI * 9))]
    public void A_point_on_a_cell_centre_has_the_kernels_height(DensityKernel kernel, double height)
    {
        var surface = KernelDensity.Estimate([10.5], [9.5], null, Small, kernel, 3);
        Assert.Equal(height, surface.Max, height * 1e-3);
        Assert.Equal(surface.Max, surface.PerSquareKilometre[10 * 20 + 10]);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Any_points_at_any_bandwidth_come_within_a_thousandth_of_the_exact_maximum(DensityKernel kernel) =>
        Prop.ForAll(PlanarSamples.Any, Gen.Choose(5, 200).Select(tenths => tenths / 10.0).ToArbitrary(), (points, bandwidth) =>
        {
            var surface = KernelDensity.Estimate(points.X, points.Y, null, Small, kernel, bandwidth);
            var exact = Exact(points, Small, kernel, bandwidth);
            return Worst(exact, surface) <= 1e-3 * exact.Max();
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(DensityKernel.Gaussian, 20)]
    [InlineData(DensityKernel.Gaussian, 77)]
    [InlineData(DensityKernel.Quartic, 40)]
    public void Binned_surfaces_are_exact_to_a_thousandth_even_around_a_lone_point(DensityKernel kernel, double bandwidth)
    {
        var grid = new Grid(-100, 100, 1, 200, 200);
        var point = new PlanarSamples.Points([3.21], [-4.9]);
        // Enough far points elsewhere keep the direct sums out of reach of their budget.
        var far = PlanarSamples.Uniform(300_000, 100, 1);
        var surface = KernelDensity.Estimate(
            [.. point.X, .. far.X.Select(x => x + 1000)], [.. point.Y, .. far.Y], null, grid, kernel, bandwidth);
        var exact = Exact(point, grid, kernel, bandwidth);
        Assert.InRange(Worst(exact, surface), 0, 1e-3 * exact.Max());
    }

    [Theory]
    [InlineData(DensityKernel.Quartic, 37, 151, 24)]
    [InlineData(DensityKernel.Quartic, 90, 21, 75)]
    [InlineData(DensityKernel.Epanechnikov, 21, 90, 20)]
    [InlineData(DensityKernel.Epanechnikov, 50, 51, 95)]
    public void Compact_kernels_by_Fourier_transform_come_within_a_thousandth_on_grids_of_any_shape(DensityKernel kernel, int columns, int rows, double bandwidth)
    {
        var grid = new Grid(0, rows, 1, columns, rows);
        // So many that summing them one by one would cost more: they are binned, also beyond the grid's edges.
        var points = PlanarSamples.Uniform(60_000, 200, 5);
        var weights = points.X.Select(x => 1 + x / 100).ToArray();
        int[] cells = [.. Enumerable.Range(0, grid.Cells).Where(cell => cell % 7 == 0 || cell >= grid.Cells - columns)];
        var surface = KernelDensity.Estimate(points.X, points.Y, weights, grid, kernel, bandwidth);
        var exact = ExactDensity.At(points.X, points.Y, weights,
            [.. cells.Select(cell => grid.CentreX(cell % columns))], [.. cells.Select(cell => grid.CentreY(cell / columns))], kernel, bandwidth);
        Assert.All(cells.Zip(exact), pair => Assert.Equal(pair.Second, surface.PerSquareKilometre[pair.First], 1e-3 * exact.Max()));
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void The_surface_integrates_to_the_weight_of_the_points(DensityKernel kernel)
    {
        var points = PlanarSamples.Uniform(500, 100, 7);
        var weights = points.X.Select(x => x / 10).ToArray();
        var surface = KernelDensity.Estimate(points.X, points.Y, weights, new Grid(-200, 300, 2, 250, 250), kernel, 25);
        Assert.Equal(weights.Sum(), surface.PerSquareKilometre.Sum(value => (double)value) * 4e-6, weights.Sum() * 1e-4);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void One_thread_and_many_give_the_same_bytes(DensityKernel kernel)
    {
        var points = PlanarSamples.Uniform(20_000, 1000, 3);
        var grid = new Grid(0, 1000, 5, 200, 200);
        var many = KernelDensity.Estimate(points.X, points.Y, null, grid, kernel, 100).PerSquareKilometre;
        var one = SingleThread.Run(() => KernelDensity.Estimate(points.X, points.Y, null, grid, kernel, 100).PerSquareKilometre);
        Assert.Equal(one, many);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void No_points_give_zeros(DensityKernel kernel) =>
        Assert.All(KernelDensity.Estimate([], [], null, Small, kernel, 3).PerSquareKilometre, value => Assert.Equal(0, value));

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Points_beyond_reach_leave_no_trace(DensityKernel kernel) =>
        Assert.Equal(0, KernelDensity.Estimate([1e7], [-1e7], null, Small, kernel, 30).Max);

    [Theory]
    [MemberData(nameof(Kernels))]
    public void A_million_points_on_one_corner_pile_up(DensityKernel kernel)
    {
        var x = Enumerable.Repeat(10.5, 1_000_000).ToArray();
        var surface = KernelDensity.Estimate(x, x, null, Small, kernel, 4);
        Assert.Equal(1e6 * ExactDensity.At([10.5], [10.5], null, [10.5], [10.5], kernel, 4)[0], surface.Max, 1e-3 * surface.Max);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void A_grid_of_one_cell_and_a_bandwidth_of_a_continent_are_served(DensityKernel kernel)
    {
        var surface = KernelDensity.Estimate([0.5], [0.5], null, new Grid(0, 1, 1, 1, 1), kernel, 1e6);
        Assert.Equal(ExactDensity.At([0.5], [0.5], null, [0.5], [0.5], kernel, 1e6)[0], surface.Max, surface.Max * 1e-3);
    }

    [Fact]
    public void A_coordinate_that_is_not_a_number_is_named() =>
        Assert.Contains("y[1] is NaN", Assert.Throws<ArgumentException>(() =>
            KernelDensity.Estimate([1, 2], [1, double.NaN], null, Small, DensityKernel.Gaussian, 3)).Message, StringComparison.Ordinal);

    [Fact]
    public void Too_few_weights_are_refused() =>
        Assert.Contains("There are 1 weights for 2 points.", Assert.Throws<ArgumentException>(() =>
            KernelDensity.Estimate([1, 2], [1, 2], [1], Small, DensityKernel.Gaussian, 3)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_bandwidth_must_be_positive(double bandwidth) =>
        Assert.Contains("must be finite and > 0 metres", Assert.Throws<ArgumentOutOfRangeException>(() =>
            KernelDensity.Estimate([1], [1], null, Small, DensityKernel.Quartic, bandwidth)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_cancelled_estimate_stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            KernelDensity.Estimate([1], [1], null, Small, DensityKernel.Gaussian, 5, new CancellationToken(canceled: true)));

    private static double[] Exact(PlanarSamples.Points points, Grid grid, DensityKernel kernel, double bandwidth) =>
        ExactDensity.At(points.X, points.Y, null,
            [.. Enumerable.Range(0, grid.Cells).Select(cell => grid.CentreX(cell % grid.Columns))],
            [.. Enumerable.Range(0, grid.Cells).Select(cell => grid.CentreY(cell / grid.Columns))], kernel, bandwidth);

    private static double Worst(double[] exact, DensitySurface surface) =>
        exact.Zip(surface.PerSquareKilometre, (a, b) => Math.Abs(a - b)).Max();
}
