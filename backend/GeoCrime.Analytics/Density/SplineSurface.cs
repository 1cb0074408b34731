using System.Numerics.Tensors;

namespace GeoCrime.Analytics.Density;

/// <summary>Values at the cell centres of a surface from spline coefficients on coarser nodes.</summary>
internal static class SplineSurface
{
    /// <param name="smooth">Shape [grid.SmoothRows × grid.SmoothColumns].</param>
    /// <param name="grid">Its nodes, and the surface that is wanted.</param>
    /// <returns>Shape [rows × columns] of the surface.</returns>
    public static float[] Interpolate(float[] smooth, WorkGrid grid)
    {
        int rows = grid.Surface.Rows, columns = grid.Surface.Columns, step = grid.Step;
        if (step == 1)
            return smooth;
        // Along the rows first, while there are few of them.
        var wide = GC.AllocateUninitializedArray<float>(grid.SmoothRows * columns);
        var phases = Enumerable.Range(0, step).Select(phase => Weights((phase + 0.5) / step)).ToArray();
        Parallel.For(0, grid.SmoothRows, row =>
        {
            var nodes = smooth.AsSpan(row * grid.SmoothColumns, grid.SmoothColumns);
            var line = wide.AsSpan(row * columns, columns);
            for (var phase = 0; phase < step; phase++)
            {
                var weight = phases[phase];
                for (int column = phase, node = 0; column < columns; column += step, node++)
                    line[column] = weight[0] * nodes[node] + weight[1] * nodes[node + 1]
                        + weight[2] * nodes[node + 2] + weight[3] * nodes[node + 3];
            }
        });
        var surface = GC.AllocateUninitializedArray<float>(rows * columns);
        Parallel.For(0, rows, row =>
        {
            var (node, phase) = Math.DivRem(row, step);
            var line = surface.AsSpan(row * columns, columns);
            TensorPrimitives.Multiply(wide.AsSpan(node * columns, columns), phases[phase][0], line);
            for (var k = 1; k < 4; k++)
                TensorPrimitives.MultiplyAdd(wide.AsSpan((node + k) * columns, columns), phases[phase][k], line, line);
        });
        return surface;
    }

    /// <summary>Cubic B-spline weights of the four nodes around a place, a fraction of the way from the second to the third.</summary>
    internal static float[] Weights(double f) =>
    [
        (float)((1 - f) * (1 - f) * (1 - f) / 6),
        (float)((3 * f * f * f - 6 * f * f + 4) / 6),
        (float)((-3 * f * f * f + 3 * f * f + 3 * f + 1) / 6),
        (float)(f * f * f / 6),
    ];
}
