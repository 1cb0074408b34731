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
    /// <param name="shares">Each in (0, 1).</param>
    /// <returns>In the order of the shares; no rings where the surface is all zeros.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share is not in (0, 1).</exception>
    /// <remarks>The level is that of the cell at which the share is reached when cells are taken from the highest down. O(cells·log cells).</remarks>
    public static IReadOnlyList<VolumeContour> Of(DensitySurface surface, params double[] shares)
    {
        foreach (var share in shares)
            if (!(share > 0 && share < 1))
                throw new ArgumentOutOfRangeException(nameof(shares), share, "A share must be in (0, 1).");
        var sorted = surface.PerSquareKilometre.Where(value => value > 0).ToArray();
        Array.Sort(sorted);
        Array.Reverse(sorted);
        var total = sorted.Sum(value => (double)value);
        return [.. shares.Select(share =>
        {
            if (sorted.Length == 0)
                return new VolumeContour(share, 0, []);
            var cell = 0;
            for (double sum = sorted[0]; sum < share * total && cell + 1 < sorted.Length; sum += sorted[++cell])
            {
            }
            return new VolumeContour(share, sorted[cell], MarchingSquares.Rings(surface.PerSquareKilometre, surface.Grid, sorted[cell]));
        })];
    }
}
