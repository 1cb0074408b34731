using System.Numerics.Tensors;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Density;

/// <summary>Kernel density of points in the plane on a grid.</summary>
public static class KernelDensity
{
    /// <summary>Below these bandwidths in cells each point is added to its cells one by one; binning would show.</summary>
    private const double GaussianCells = 3, CompactCells = 18;

    /// <summary>Nodes per bandwidth that keep binning and interpolation within 1e-3 of a lone point's peak (Epanechnikov: 1e-2, at the
    /// crease of its rim; it is binned only where positions are so many that none stands out).</summary>
    private const double GaussianNodes = 4, QuarticNodes = 18, EpanechnikovNodes = 30;

    /// <summary>Vector additions (some 3 ns) up to which distinct positions of a compact kernel are added one by one.</summary>
    private const double DirectVectors = 8e6;

    /// <summary>Density at the centre of every cell. Points outside the grid count as far as their kernel reaches in.</summary>
    /// <param name="x">Shape [n]; metres in the grid's CRS; not modified.</param>
    /// <param name="y">Shape [n]; metres; not modified.</param>
    /// <param name="weights">Shape [n], or null for 1 each.</param>
    /// <param name="grid">Cells of the surface.</param>
    /// <param name="kernel">Shape of the bump.</param>
    /// <param name="bandwidthMetres">&gt; 0; standard deviation of the Gaussian (cut at 5), radius of the others.</param>
    /// <param name="cancellation">Looked at every 2¹⁶ points and every few rows.</param>
    /// <returns>Weight per km². No points give zeros.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite; the message names it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The bandwidth is not finite and positive, or the grid is not usable.</exception>
    /// <remarks>
    /// Silverman (1986), §4.2. Points are binned by cubic B-splines on nodes as coarse as the bandwidth allows, convolved with the
    /// kernel (the Gaussian by its two axes, the others by Fourier transform), and interpolated by the same splines:
    /// O(n + cells·log cells), whatever the bandwidth. Where that could err by 1e-3 of the maximum, points are grouped by position and summed one by one.
    /// The same input gives the same bytes at any number of threads.
    /// </remarks>
    public static DensitySurface Estimate(
        double[] x, double[] y, double[]? weights, Grid grid,
        DensityKernel kernel, double bandwidthMetres, CancellationToken cancellation = default)
    {
        PlanarPoints.Require(x, y);
        PlanarPoints.RequireWeights(weights, x.Length);
        grid.Require();
        kernel.Require(bandwidthMetres);
        var values = kernel == DensityKernel.Gaussian
            ? Gaussian(x, y, weights, grid, bandwidthMetres, cancellation)
            : Compact(x, y, weights, grid, kernel, bandwidthMetres, cancellation);
        return new DensitySurface(grid, values, TensorPrimitives.Max<float>(values));
    }

    private static float[] Gaussian(
        double[] x, double[] y, double[]? weights, Grid grid, double bandwidth, CancellationToken cancellation)
    {
        var cells = bandwidth / grid.CellMetres;
        return cells < GaussianCells
            ? Direct(CoincidentPoints.TryGroup(x, y, cancellation: cancellation)!, weights, grid, DensityKernel.Gaussian, bandwidth, cancellation)
            : Binned(x, y, weights, grid, DensityKernel.Gaussian, bandwidth, Step(cells, GaussianNodes), cancellation);
    }

    private static float[] Compact(
        double[] x, double[] y, double[]? weights, Grid grid, DensityKernel kernel, double bandwidth, CancellationToken cancellation)
    {
        var cells = bandwidth / grid.CellMetres;
        var affordable = DirectVectors / DirectDensity.VectorsPerPoint(kernel, cells);
        var groups = affordable < 1 ? null : CoincidentPoints.TryGroup(x, y, (int)Math.Min(affordable, int.MaxValue), cancellation);
        if (groups is not null)
            return Direct(groups, weights, grid, kernel, bandwidth, cancellation);
        if (cells < CompactCells)
            return DirectDensity.Sum(x, y, weights, grid, kernel, bandwidth, cancellation);
        var nodes = kernel == DensityKernel.Quartic ? QuarticNodes : EpanechnikovNodes;
        return Binned(x, y, weights, grid, kernel, bandwidth, Step(cells, nodes), cancellation);
    }

    private static float[] Direct(
        CoincidentPoints groups, double[]? weights, Grid grid, DensityKernel kernel, double bandwidth, CancellationToken cancellation) =>
        DirectDensity.Sum(groups.X, groups.Y, groups.Sums(weights), grid, kernel, bandwidth, cancellation);

    private static int Step(double bandwidthCells, double nodes) => Math.Max(1, (int)Math.Min(bandwidthCells / nodes, 1 << 20));

    private static float[] Binned(
        double[] x, double[] y, double[]? weights, Grid grid,
        DensityKernel kernel, double bandwidth, int step, CancellationToken cancellation)
    {
        double nodes = bandwidth / (step * grid.CellMetres), scale = 1e6 / (bandwidth * bandwidth);
        var splines = step == 1 ? 1 : 2;
        return kernel == DensityKernel.Gaussian ? Separable() : Disc();

        float[] Separable()
        {
            var spline = SplineKernel.Gaussian(nodes, splines, scale);
            var work = new WorkGrid(grid, step, spline.HalfWidth);
            return SplineSurface.Interpolate(SeparableFilter.Smooth(SplineBinning.Bin(x, y, weights, work, cancellation), work, spline, cancellation), work);
        }

        float[] Disc()
        {
            var disc = new DiscKernel(kernel, nodes, splines, scale);
            var work = new WorkGrid(grid, step, disc.HalfWidth);
            return SplineSurface.Interpolate(FourierFilter.Smooth(SplineBinning.Bin(x, y, weights, work, cancellation), work, disc, cancellation), work);
        }
    }
}
