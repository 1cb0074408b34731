namespace GeoCrime.Analytics.Neighbours;

/// <summary>Neighbours among areas drawn as polygons.</summary>
public static class PolygonContiguity
{
    /// <summary>Areas that share at least one vertex (queen). Boundaries must meet in equal coordinates.</summary>
    /// <param name="areas">One entry an area: its rings, outer and inner of all parts, each x₀, y₀, x₁, y₁, ….</param>
    /// <returns>Weights of 1, each row in rising order, without the area itself.</returns>
    /// <exception cref="ArgumentException">A ring has an odd number of coordinates.</exception>
    /// <remarks>O(v) expected for v vertices.</remarks>
    public static SpatialWeights Queen(IReadOnlyList<double[][]> areas)
    {
        var areasAt = new Dictionary<(double, double), List<int>>();
        for (var area = 0; area < areas.Count; area++)
            foreach (var ring in areas[area])
            {
                if (ring.Length % 2 != 0)
                    throw new ArgumentException($"A ring of area {area} has {ring.Length} coordinates, an odd number.", nameof(areas));
                for (var i = 0; i < ring.Length; i += 2)
                {
                    if (!areasAt.TryGetValue((ring[i], ring[i + 1]), out var here))
                        areasAt[(ring[i], ring[i + 1])] = here = [];
                    if (here.Count == 0 || here[^1] != area)
                        here.Add(area);
                }
            }
        var neighbours = areas.Select(_ => new SortedSet<int>()).ToArray();
        foreach (var here in areasAt.Values)
            foreach (var area in here)
                neighbours[area].UnionWith(here);
        for (var area = 0; area < areas.Count; area++)
            neighbours[area].Remove(area);
        return SpatialWeights.FromLists([.. neighbours.Select(set => set.ToArray())]);
    }
}
