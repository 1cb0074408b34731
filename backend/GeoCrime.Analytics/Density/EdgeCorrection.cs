using System.Numerics.Tensors;

namespace GeoCrime.Analytics.Density;

/// <summary>Makes up for what a kernel spreads over the edge of the city, where no incident could have been recorded.</summary>
public static class EdgeCorrection
{
    /// <summary>Divides a density by the share of the kernel around each cell which lies in the city; 0 where less than half of the cell does.</summary>
    /// <param name="surface">An estimate; not modified.</param>
    /// <param name="rings">The city: rings x₀, y₀, x₁, y₁, … under the even-odd rule.</param>
    /// <param name="kernel">That of the estimate.</param>
    /// <param name="bandwidthMetres">That of the estimate.</param>
    /// <param name="cancellation">As for the estimate.</param>
    /// <exception cref="ArgumentException">A ring has an odd number of coordinates or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The bandwidth is not finite and positive, or the margin makes the grid too large.</exception>
    /// <remarks>Diggle (1985), Applied Statistics 34, 138–147. The city is measured in cells, so the cost is that of an estimate
    /// from as many points as cells lie in reach.</remarks>
    public static DensitySurface Apply(
        DensitySurface surface, double[][] rings, DensityKernel kernel, double bandwidthMetres, CancellationToken cancellation = default)
    {
        kernel.Require(bandwidthMetres);
        var grid = surface.Grid;
        double[] xs = [.. rings.SelectMany(ring => ring.Where((_, i) => i % 2 == 0))];
        double[] ys = [.. rings.SelectMany(ring => ring.Where((_, i) => i % 2 == 1))];
        if (xs.Length == 0 || ys.Length == 0)
            return surface with { PerSquareKilometre = new float[grid.Cells], Max = 0 };
        var cell = grid.CellMetres;
        // What lies beyond the kernel's reach, or beyond the rings, makes no difference.
        var margin = Math.Ceiling(kernel.Reach() * bandwidthMetres / cell);
        int Beyond(double metres) => (int)Math.Clamp(Math.Ceiling(metres / cell), 0, margin);
        int west = Beyond(grid.OriginX - xs.Min()), east = Beyond(xs.Max() - grid.OriginX - grid.Columns * cell);
        int north = Beyond(ys.Max() - grid.OriginY), south = Beyond(grid.OriginY - grid.Rows * cell - ys.Min());
        var wide = new Grid(grid.OriginX - west * cell, grid.OriginY + north * cell, cell,
            grid.Columns + west + east, grid.Rows + north + south);
        var coverage = PolygonCoverage.Of(rings, wide);
        var inside = Enumerable.Range(0, coverage.Length).Where(i => coverage[i] > 0).ToArray();
        // Each cell stands for its covered area in km², so that the density of all of them is the kernel's share.
        var share = KernelDensity.Estimate(
            [.. inside.Select(i => wide.CentreX(i % wide.Columns))], [.. inside.Select(i => wide.CentreY(i / wide.Columns))],
            [.. inside.Select(i => coverage[i] * cell * cell * 1e-6)], grid, kernel, bandwidthMetres, cancellation).PerSquareKilometre;
        var corrected = new float[grid.Cells];
        for (var i = 0; i < corrected.Length; i++)
        {
            var at = (i / grid.Columns + north) * wide.Columns + i % grid.Columns + west;
            if (coverage[at] >= 0.5f && share[i] > 0)
                corrected[i] = surface.PerSquareKilometre[i] / Math.Min(1, share[i]);
        }
        return surface with { PerSquareKilometre = corrected, Max = TensorPrimitives.Max<float>(corrected) };
    }
}
