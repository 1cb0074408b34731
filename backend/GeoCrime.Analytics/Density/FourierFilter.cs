using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GeoCrime.Analytics.Numerics;

namespace GeoCrime.Analytics.Density;

/// <summary>Convolution of a binned grid with a kernel that is not separable, as a product of Fourier transforms.</summary>
/// <remarks>A kernel that is even along both axes has a real response, so the upper and the lower half of the grid go through one
/// complex transform as its real and its imaginary part and come out apart.</remarks>
internal static class FourierFilter
{
    private const int Lanes = LaneTransform.Lanes;

    /// <summary>Smooths; only where the kernel lies wholly inside the grid.</summary>
    /// <param name="sums">Shape [grid.Rows × grid.Columns]; not modified.</param>
    /// <param name="grid">Its nodes.</param>
    /// <param name="disc">As wide as the grid's margin.</param>
    /// <param name="cancellation">Looked at every sixteen columns.</param>
    /// <returns>Shape [grid.SmoothRows × grid.SmoothColumns].</returns>
    /// <remarks>O(nodes·log nodes), whatever the bandwidth. The same bytes at any number of threads.</remarks>
    public static float[] Smooth(double[] sums, WorkGrid grid, DiscKernel disc, CancellationToken cancellation)
    {
        var half = (grid.SmoothRows + 1) / 2;
        var down = new LaneTransform(LaneTransform.LengthFor(half + 2 * grid.HalfWidth));
        var across = new LaneTransform(LaneTransform.LengthFor(grid.SmoothColumns + 2 * grid.HalfWidth));
        var response = disc.Response(across, down);
        // Shape [columns × rows]: transposed, so that rows of frequencies lie side by side when columns are transformed.
        float[] real = new float[across.Length * down.Length], imaginary = new float[real.Length];
        var options = new ParallelOptions { CancellationToken = cancellation };
        var width = grid.SmoothColumns + 2 * grid.HalfWidth;
        Each(width, down.Length, Columns);
        Each(down.Length, across.Length, Rows);
        var smooth = GC.AllocateUninitializedArray<float>(grid.SmoothRows * grid.SmoothColumns);
        Each(grid.SmoothColumns, down.Length, Back);
        return smooth;

        // One pair of buffers a thread.
        void Each(int lines, int length, Action<int, Vector512<float>[], Vector512<float>[]> transform) =>
            Parallel.For(0, (lines + Lanes - 1) / Lanes, options, () => (new Vector512<float>[length], new Vector512<float>[length]), (block, _, buffers) =>
            {
                transform(block * Lanes, buffers.Item1, buffers.Item2);
                return buffers;
            }, _ => { });

        void Columns(int first, Vector512<float>[] r, Vector512<float>[] i)
        {
            Array.Clear(r);
            Array.Clear(i);
            var columns = Math.Min(Lanes, width - first);
            Span<float> upper = MemoryMarshal.Cast<Vector512<float>, float>(r.AsSpan()), lower = MemoryMarshal.Cast<Vector512<float>, float>(i.AsSpan());
            for (var row = 0; row < half + 2 * grid.HalfWidth; row++)
            {
                var from = (row + WorkGrid.Guard) * grid.Columns + WorkGrid.Guard + first;
                TensorPrimitives.ConvertTruncating<double, float>(sums.AsSpan(from, columns), upper.Slice(row * Lanes, columns));
                // An odd number of rows leaves the lower half one short.
                if (half + row < grid.SmoothRows + 2 * grid.HalfWidth)
                    TensorPrimitives.ConvertTruncating<double, float>(sums.AsSpan(from + half * grid.Columns, columns), lower.Slice(row * Lanes, columns));
            }
            down.Forward(r, i);
            for (var lane = 0; lane < columns; lane++)
            {
                Gather(upper[lane..], real.AsSpan((first + lane) * down.Length, down.Length));
                Gather(lower[lane..], imaginary.AsSpan((first + lane) * down.Length, down.Length));
            }
        }

        void Rows(int first, Vector512<float>[] r, Vector512<float>[] i)
        {
            for (var column = 0; column < across.Length; column++)
            {
                r[column] = Vector512.Create(real, column * down.Length + first);
                i[column] = Vector512.Create(imaginary, column * down.Length + first);
            }
            across.Forward(r, i);
            for (var column = 0; column < across.Length; column++)
            {
                var factor = response.At(column, first);
                r[column] *= factor;
                i[column] *= factor;
            }
            across.Backward(r, i);
            for (var column = 0; column < across.Length; column++)
            {
                r[column].CopyTo(real, column * down.Length + first);
                i[column].CopyTo(imaginary, column * down.Length + first);
            }
        }

        void Back(int first, Vector512<float>[] r, Vector512<float>[] i)
        {
            var columns = Math.Min(Lanes, grid.SmoothColumns - first);
            Span<float> upper = MemoryMarshal.Cast<Vector512<float>, float>(r.AsSpan()), lower = MemoryMarshal.Cast<Vector512<float>, float>(i.AsSpan());
            for (var lane = 0; lane < columns; lane++)
            {
                Scatter(real.AsSpan((grid.HalfWidth + first + lane) * down.Length, down.Length), upper[lane..]);
                Scatter(imaginary.AsSpan((grid.HalfWidth + first + lane) * down.Length, down.Length), lower[lane..]);
            }
            down.Backward(r, i);
            for (var row = 0; row < half; row++)
            {
                upper.Slice((grid.HalfWidth + row) * Lanes, columns).CopyTo(smooth.AsSpan(row * grid.SmoothColumns + first));
                if (half + row < grid.SmoothRows)
                    lower.Slice((grid.HalfWidth + row) * Lanes, columns).CopyTo(smooth.AsSpan((half + row) * grid.SmoothColumns + first));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather(ReadOnlySpan<float> lanes, Span<float> line)
    {
        for (var k = 0; k < line.Length; k++)
            line[k] = lanes[k * Lanes];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(ReadOnlySpan<float> line, Span<float> lanes)
    {
        for (var k = 0; k < line.Length; k++)
            lanes[k * Lanes] = line[k];
    }
}
