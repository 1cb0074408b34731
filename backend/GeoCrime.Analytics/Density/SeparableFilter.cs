using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GeoCrime.Analytics.Density;

/// <summary>Convolution of a binned grid with a separable kernel: down the columns, then along the rows.</summary>
internal static class SeparableFilter
{
    private const int Lanes = 16;

    /// <summary>Rows summed together, so that one load of a node serves them all. The grid's guard rows make the last band whole.</summary>
    private const int Band = WorkGrid.Guard + 1;

    /// <summary>Columns summed together, so that one tap serves them all.</summary>
    private const int Block = 4 * Lanes;

    /// <summary>Smooths; only where the kernel lies wholly inside the grid.</summary>
    /// <param name="sums">Shape [grid.Rows × grid.Columns]; not modified.</param>
    /// <param name="grid">Its nodes.</param>
    /// <param name="kernel">As wide as the grid's margin.</param>
    /// <param name="cancellation">Looked at every few rows.</param>
    /// <returns>Shape [grid.SmoothRows × grid.SmoothColumns].</returns>
    /// <remarks>2·taps multiplications a node. Each value is one sum in a fixed order, at any number of threads.</remarks>
    public static float[] Smooth(double[] sums, WorkGrid grid, SplineKernel kernel, CancellationToken cancellation)
    {
        int rows = grid.SmoothRows, columns = grid.SmoothColumns;
        var bins = GC.AllocateUninitializedArray<float>(sums.Length);
        TensorPrimitives.ConvertTruncating<double, float>(sums, bins);
        var smooth = GC.AllocateUninitializedArray<float>(rows * columns);
        Parallel.For(0, (rows + Band - 1) / Band, new ParallelOptions { CancellationToken = cancellation }, band =>
        {
            // Whole blocks: the last one of a row reads zeros past the row's end.
            var width = grid.Columns + Block;
            var down = new float[Band * width];
            var across = new float[(columns + Block - 1) / Block * Block];
            var first = band * Band;
            Down(bins, grid, kernel.Taps, first, down, width);
            for (var row = 0; row < Math.Min(Band, rows - first); row++)
            {
                Across(down.AsSpan(row * width, width), kernel.Taps, across);
                across.AsSpan(0, columns).CopyTo(smooth.AsSpan((first + row) * columns));
            }
        });
        return smooth;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Down(float[] bins, WorkGrid grid, float[] taps, int first, float[] down, int width)
    {
        var columns = grid.Columns - 2 * WorkGrid.Guard;
        var padded = new float[taps.Length + 2 * (Band - 1)];
        taps.CopyTo(padded, Band - 1);
        fixed (float* bin = bins, tap = padded, target = down)
        {
            for (var column = 0; column < columns; column += Lanes)
            {
                // The last vector steps back rather than past the end of the row.
                var at = Math.Min(column, columns - Lanes);
                var node = bin + (first + WorkGrid.Guard) * grid.Columns + WorkGrid.Guard + at;
                Vector512<float> row0 = default, row1 = default, row2 = default, row3 = default;
                for (var k = 0; k < taps.Length + Band - 1; k++, node += grid.Columns)
                {
                    var value = Vector512.Load(node);
                    row0 = Vector512.FusedMultiplyAdd(Vector512.Create(tap[k + 3]), value, row0);
                    row1 = Vector512.FusedMultiplyAdd(Vector512.Create(tap[k + 2]), value, row1);
                    row2 = Vector512.FusedMultiplyAdd(Vector512.Create(tap[k + 1]), value, row2);
                    row3 = Vector512.FusedMultiplyAdd(Vector512.Create(tap[k]), value, row3);
                }
                row0.Store(target + at);
                row1.Store(target + width + at);
                row2.Store(target + 2 * width + at);
                row3.Store(target + 3 * width + at);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Across(ReadOnlySpan<float> line, float[] taps, float[] across)
    {
        fixed (float* source = line, tap = taps, target = across)
        {
            for (var column = 0; column < across.Length; column += Block)
            {
                Vector512<float> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
                var node = source + column;
                for (var k = 0; k < taps.Length; k++, node++)
                {
                    var weight = Vector512.Create(tap[k]);
                    sum0 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(node), sum0);
                    sum1 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(node + Lanes), sum1);
                    sum2 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(node + 2 * Lanes), sum2);
                    sum3 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(node + 3 * Lanes), sum3);
                }
                sum0.Store(target + column);
                sum1.Store(target + column + Lanes);
                sum2.Store(target + column + 2 * Lanes);
                sum3.Store(target + column + 3 * Lanes);
            }
        }
    }
}
