using GeoCrime.Analytics.Density;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Places;

/// <summary>How alike two surfaces over the same cells are. Neighbouring cells of a density know of each other, so there is no p.</summary>
/// <param name="Pearson">Of the values; NaN where one surface is constant.</param>
/// <param name="Spearman">Of the ranks, ties sharing theirs; NaN likewise.</param>
public readonly record struct SurfaceCorrelation(double Pearson, double Spearman)
{
    /// <summary>Compares two surfaces.</summary>
    /// <param name="first">Shape [cells]; finite; not modified.</param>
    /// <param name="second">Shape [cells]; finite.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a value is not finite.</exception>
    /// <remarks>O(n log n).</remarks>
    public static SurfaceCorrelation Of(double[] first, double[] second)
    {
        PlanarPoints.Require(first, second);
        return new SurfaceCorrelation(Correlate(first, second), Correlate(Ranks(first), Ranks(second)));
    }

    /// <summary>Compares the densities of two sets of points, by Gaussians, over a ground.</summary>
    /// <param name="x">Shape [n]; metres; not modified.</param>
    /// <param name="y">Shape [n].</param>
    /// <param name="otherX">Shape [m]; metres.</param>
    /// <param name="otherY">Shape [m].</param>
    /// <param name="groundX">Shape [k]: the ground is made of the cells of the bandwidth's size that hold one of these; none: both NaN.</param>
    /// <param name="groundY">Shape [k].</param>
    /// <param name="bandwidthMetres">&gt; 0; standard deviation of the Gaussian.</param>
    /// <param name="cancellation">As <see cref="KernelDensity.Estimate"/>.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The bandwidth is not finite and positive.</exception>
    public static SurfaceCorrelation OfPoints(
        double[] x, double[] y, double[] otherX, double[] otherY, double[] groundX, double[] groundY, double bandwidthMetres, CancellationToken cancellation = default)
    {
        PlanarPoints.Require(groundX, groundY);
        if (groundX.Length == 0)
            return new SurfaceCorrelation(double.NaN, double.NaN);
        var grid = Grid.Covering(groundX.Min(), groundY.Min(), groundX.Max(), groundY.Max(), bandwidthMetres);
        var held = new bool[grid.Cells];
        for (var i = 0; i < groundX.Length; i++)
        {
            // A place on the grid's eastern or southern edge belongs to the last cell.
            var column = Math.Min(grid.Columns - 1, (int)((groundX[i] - grid.OriginX) / grid.CellMetres));
            held[Math.Min(grid.Rows - 1, (int)((grid.OriginY - groundY[i]) / grid.CellMetres)) * grid.Columns + column] = true;
        }
        double[] Values(double[] a, double[] b)
        {
            var surface = KernelDensity.Estimate(a, b, null, grid, DensityKernel.Gaussian, bandwidthMetres, cancellation).PerSquareKilometre;
            return [.. Enumerable.Range(0, grid.Cells).Where(cell => held[cell]).Select(cell => (double)surface[cell])];
        }
        return Of(Values(x, y), Values(otherX, otherY));
    }

    private static double Correlate(double[] a, double[] b)
    {
        if (a.Length == 0)
            return double.NaN;
        double meanA = a.Average(), meanB = b.Average(), ab = 0, aa = 0, bb = 0;
        for (var i = 0; i < a.Length; i++)
        {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return aa > 0 && bb > 0 ? ab / Math.Sqrt(aa * bb) : double.NaN;
    }

    private static double[] Ranks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Length];
        for (int start = 0, end; start < order.Length; start = end)
        {
            end = start + 1;
            while (end < order.Length && values[order[end]] == values[order[start]])
                end++;
            for (var i = start; i < end; i++)
                ranks[order[i]] = (start + end - 1) / 2.0;
        }
        return ranks;
    }
}
