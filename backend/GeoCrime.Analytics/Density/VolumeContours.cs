namespace GeoCrime.Analytics.Density;

/// <summary>The smallest region that holds a share of a surface's volume.</summary>
/// <param name="Share">In (0, 1), for instance 0.5.</param>
/// <param name="Level">Density on its rim, per km².</param>
/// <param name="Rings">x₀, y₀, x₁, y₁, … without repeating the first; outer rings counter-clockwise, holes clockwise; they neither cross nor touch.</param>
public sealed record VolumeContour(double Share, double Level, double[][] Rings);

/// <summary>Volume contours: where 50, 75, 90, 95 % of the incidents concentrate most closely.</summary>
public static class VolumeContours
{
    /// <summary>One region for each share.</summary>
    /// <param name="surface">Not modified.</param>
    /// <param name="coverage">Shape as the surface, in [0, 1]: what of each cell counts towards the volume; null: all of it.</param>
    /// <param name="shares">Each in (0, 1).</param>
    /// <returns>In the order of the shares; no rings where the volume is 0. Rings may run where nothing counts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share is not in (0, 1).</exception>
    /// <remarks>The level is that of the cell at which the share is reached when cells are taken from the highest down. O(cells·log cells).</remarks>
    public static IReadOnlyList<VolumeContour> Of(DensitySurface surface, float[]? coverage, params double[] shares)
    {
        if (coverage is not null && coverage.Length != surface.Grid.Cells)
            throw new ArgumentException($"There are {coverage.Length} shares for {surface.Grid.Cells} cells.", nameof(coverage));
        foreach (var share in shares)
            if (!(share > 0 && share < 1))
                throw new ArgumentOutOfRangeException(nameof(shares), share, "A share must be in (0, 1).");
        var cells = Enumerable.Range(0, surface.Grid.Cells).Where(cell => surface.PerSquareKilometre[cell] > 0 && coverage?[cell] != 0).ToArray();
        var sorted = Array.ConvertAll(cells, cell => -surface.PerSquareKilometre[cell]);
        Array.Sort(sorted, cells);
        double Volume(int place) => -sorted[place] * (coverage?[cells[place]] ?? 1.0);
        var total = Enumerable.Range(0, cells.Length).Sum(Volume);
        return [.. shares.Select(share =>
        {
            if (sorted.Length == 0)
                return new VolumeContour(share, 0, []);
            var cell = 0;
            for (var sum = Volume(0); sum < share * total && cell + 1 < sorted.Length; sum += Volume(++cell))
            {
            }
            return new VolumeContour(share, -sorted[cell], MarchingSquares.Rings(surface.PerSquareKilometre, surface.Grid, -sorted[cell]));
        })];
    }
}
