namespace GeoCrime.Studies.SampleCity;

/// <summary>Traces the outline of a set of superblocks along lattice edges, so that neighbours share every vertex.</summary>
internal static class AreaOutlines
{
    private const int SamplesPerEdge = 10;

    /// <summary>The closed outer ring of the superblocks that belong, counter-clockwise, first vertex repeated at the end.</summary>
    /// <param name="warp">Gives lattice positions their place.</param>
    /// <param name="belongs">Whether superblock (column, row) belongs; the set is connected, without holes or corner contacts.</param>
    /// <exception cref="ArgumentException">The set is empty, has a hole or parts, or touches itself at a corner.</exception>
    public static PlanePoint[] Trace(CityWarp warp, Func<int, int, bool> belongs)
    {
        // Each outer edge runs with the set on its left; every corner then starts exactly one edge.
        var next = new Dictionary<(int U, int V), (int U, int V)>();
        for (var column = 0; column < CityWarp.Columns; column++)
            for (var row = 0; row < CityWarp.Rows; row++)
            {
                if (!belongs(column, row))
                    continue;
                AddIf(!belongs(column, row - 1), (column, row), (column + 1, row));
                AddIf(!belongs(column + 1, row), (column + 1, row), (column + 1, row + 1));
                AddIf(!belongs(column, row + 1), (column + 1, row + 1), (column, row + 1));
                AddIf(!belongs(column - 1, row), (column, row + 1), (column, row));
            }
        if (next.Count == 0)
            throw new ArgumentException("The set of superblocks is empty.", nameof(belongs));

        var start = next.Keys.Min();
        var ring = new List<PlanePoint>();
        var (corner, edges) = (start, 0);
        do
        {
            var end = next[corner];
            for (var k = 0; k < SamplesPerEdge; k++)
                ring.Add(warp.ToPlane(Along(corner.U, end.U, k), Along(corner.V, end.V, k)));
            corner = end;
            edges++;
        }
        while (corner != start);
        if (edges != next.Count)
            throw new ArgumentException(
                $"The set of superblocks has {next.Count} outer edges, of which one ring takes {edges}.", nameof(belongs));
        ring.Add(ring[0]);
        return [.. ring];

        void AddIf(bool isOuter, (int, int) from, (int, int) to)
        {
            if (isOuter && !next.TryAdd(from, to))
                throw new ArgumentException($"The set of superblocks touches itself at corner {from}.", nameof(belongs));
        }
    }

    // Whole numbers until the division, so that both directions give the same vertex to the last bit.
    private static double Along(int from, int to, int k) => (from * (SamplesPerEdge - k) + to * k) / (double)SamplesPerEdge;
}
