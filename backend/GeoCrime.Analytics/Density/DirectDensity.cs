using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GeoCrime.Analytics.Density;

/// <summary>Adds each point to the cells within its reach, without binning: for bandwidths of few cells and for few positions.</summary>
internal static class DirectDensity
{
    private const int Lanes = 16;
    private const int PointsPerCheck = 1 << 16;
    private static readonly Vector512<float> LaneNumbers = Vector512.CreateSequence(0f, 1f);

    /// <summary>Vectors of cells that one point touches: the unit of cost.</summary>
    public static double VectorsPerPoint(DensityKernel kernel, double bandwidthCells)
    {
        var width = 2 * kernel.Reach() * bandwidthCells + 1;
        return width * (width / Lanes + 1);
    }

    /// <returns>Shape [rows × columns]; weight per km².</returns>
    /// <remarks>O(n·reach²). Each cell adds its points in their order, at any number of threads.</remarks>
    public static float[] Sum(
        double[] x, double[] y, double[]? weights, Grid grid, DensityKernel kernel, double bandwidth, CancellationToken cancellation)
    {
        var surface = new float[grid.Cells];
        var rowsPerBand = Math.Max(16, grid.Rows / (2 * Environment.ProcessorCount) + 1);
        var bands = (grid.Rows + rowsPerBand - 1) / rowsPerBand;
        Parallel.For(0, bands, new ParallelOptions { CancellationToken = cancellation }, band =>
        {
            var first = band * rowsPerBand;
            var rows = Math.Min(rowsPerBand, grid.Rows - first);
            // Whole vectors are added, so each row has room for one that starts in its last cell.
            var stride = grid.Columns + Lanes;
            var sums = new float[rows * stride];
            for (var start = 0; start < x.Length; start += PointsPerCheck)
            {
                cancellation.ThrowIfCancellationRequested();
                var count = Math.Min(PointsPerCheck, x.Length - start);
                AddPoints(x.AsSpan(start, count), y.AsSpan(start, count), weights.AsSpan(weights is null ? 0 : start),
                    grid, kernel, bandwidth, first, rows, sums, stride);
            }
            for (var row = 0; row < rows; row++)
                sums.AsSpan(row * stride, grid.Columns).CopyTo(surface.AsSpan((first + row) * grid.Columns));
        });
        return surface;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void AddPoints(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> weights,
        Grid grid, DensityKernel kernel, double bandwidth, int firstRow, int rows, float[] sums, int stride)
    {
        var cell = grid.CellMetres;
        var reach = kernel.Reach() * bandwidth / cell;
        var step = (float)(cell / bandwidth);
        var height = kernel.Height(0) * 1e6 / (bandwidth * bandwidth);
        var across = new Vector512<float>[grid.Columns / Lanes + 2];
        fixed (float* band = sums)
        {
            for (var i = 0; i < x.Length; i++)
            {
                // The point's place in cells from the centre of the band's north-west cell.
                var v = (grid.OriginY - y[i]) / cell - 0.5 - firstRow;
                double top = Math.Max(0, Math.Ceiling(v - reach)), bottom = Math.Min(rows - 1, Math.Floor(v + reach));
                if (top > bottom)
                    continue;
                var u = (x[i] - grid.OriginX) / cell - 0.5;
                double left = Math.Max(0, Math.Ceiling(u - reach)), right = Math.Min(grid.Columns - 1, Math.Floor(u + reach));
                if (left > right)
                    continue;
                var vectors = (int)(right - left) / Lanes + 1;
                var start = (float)(left - u);
                for (var k = 0; k < vectors; k++)
                {
                    var distance = (LaneNumbers + Vector512.Create(start + k * Lanes)) * step;
                    across[k] = kernel == DensityKernel.Gaussian
                        ? Vector512.Exp(distance * distance * -0.5f)
                        : distance * distance;
                }
                var weight = (float)(height * (weights.IsEmpty ? 1 : weights[i]));
                for (var row = (int)top; row <= (int)bottom; row++)
                {
                    var target = band + row * stride + (int)left;
                    var distance = (float)(row - v) * step;
                    var rest = 1 - distance * distance;
                    var factor = kernel == DensityKernel.Gaussian ? weight * MathF.Exp(-0.5f * distance * distance) : weight;
                    for (var k = 0; k < vectors; k++, target += Lanes)
                    {
                        var shape = across[k];
                        if (kernel != DensityKernel.Gaussian)
                            shape = Vector512.Max(Vector512<float>.Zero, Vector512.Create(rest) - shape);
                        if (kernel == DensityKernel.Quartic)
                            shape *= shape;
                        (Vector512.Load(target) + shape * factor).Store(target);
                    }
                }
            }
        }
    }
}
