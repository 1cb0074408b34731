namespace GeoCrime.Analytics.Density;

/// <summary>How much of each cell lies in a polygon.</summary>
public static class PolygonCoverage
{
    /// <summary>Lines through each row of cells along which the polygon is measured.</summary>
    private const int LinesPerRow = 8;

    /// <summary>Share of each cell inside the rings by the even-odd rule, exact along the row and by eight lines across it.</summary>
    /// <param name="rings">Outer and inner rings of all parts, each x₀, y₀, x₁, y₁, …; closed or not.</param>
    /// <param name="grid">Cells to measure.</param>
    /// <returns>Shape [rows × columns]; in [0, 1].</returns>
    /// <exception cref="ArgumentException">A ring has an odd number of coordinates or one that is not finite.</exception>
    /// <remarks>O(cells + rows·crossings).</remarks>
    public static float[] Of(double[][] rings, Grid grid)
    {
        grid.Require();
        var crossings = Enumerable.Range(0, grid.Rows * LinesPerRow).Select(_ => new List<double>()).ToArray();
        foreach (var ring in rings)
        {
            if (ring.Length % 2 != 0)
                throw new ArgumentException($"A ring has {ring.Length} coordinates, an odd number.", nameof(rings));
            Neighbours.PlanarPoints.RequireFinite(ring, nameof(rings));
            for (var i = 0; i < ring.Length; i += 2)
            {
                var next = (i + 2) % ring.Length;
                Cross(grid, ring[i], ring[i + 1], ring[next], ring[next + 1], crossings);
            }
        }
        var coverage = new float[grid.Cells];
        for (var line = 0; line < crossings.Length; line++)
        {
            crossings[line].Sort();
            for (var i = 0; i + 1 < crossings[line].Count; i += 2)
                Fill(coverage.AsSpan(line / LinesPerRow * grid.Columns, grid.Columns), crossings[line][i], crossings[line][i + 1]);
        }
        return coverage;
    }

    /// <summary>Notes where an edge crosses the lines, in columns from the grid's west side.</summary>
    private static void Cross(Grid grid, double x0, double y0, double x1, double y1, List<double>[] crossings)
    {
        double LineOf(double y) => (grid.OriginY - y) / grid.CellMetres * LinesPerRow - 0.5;
        double start = LineOf(y0), end = LineOf(y1);
        var first = Math.Max(0, Math.Ceiling(Math.Min(start, end)));
        // A vertex on a line belongs to one of its edges alone.
        for (var line = first; line < Math.Min(crossings.Length, Math.Max(start, end)); line++)
        {
            var x = x0 + (line - start) / (end - start) * (x1 - x0);
            crossings[(int)line].Add((x - grid.OriginX) / grid.CellMetres);
        }
    }

    private static void Fill(Span<float> row, double from, double to)
    {
        from = Math.Max(0, from);
        to = Math.Min(row.Length, to);
        for (var column = (int)from; column < to; column++)
            row[column] += (float)((Math.Min(column + 1, to) - Math.Max(column, from)) / LinesPerRow);
    }
}
