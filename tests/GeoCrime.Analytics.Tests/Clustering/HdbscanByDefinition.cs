using GeoCrime.Analytics.Clustering;

namespace GeoCrime.Analytics.Tests.Clustering;

/// <summary>HDBSCAN* point by point: at every density the parts of the graph of all pairs, and the most stable of them.</summary>
internal static class HdbscanByDefinition
{
    public static int[] Labels(double[] x, double[] y, int minCluster, int minPoints, double nearest)
    {
        var n = x.Length;
        var labels = Enumerable.Repeat(Dbscan.Noise, n).ToArray();
        if (n < Math.Max(minCluster, minPoints))
            return labels;
        double Distance(int i, int j) => Math.Sqrt(Math.Pow(x[i] - x[j], 2) + Math.Pow(y[i] - y[j], 2));
        var core = Enumerable.Range(0, n)
            .Select(i => Enumerable.Range(0, n).Select(j => Distance(i, j)).Order().ElementAt(minPoints - 1)).ToArray();
        double Reach(int i, int j) => Math.Max(nearest, Math.Max(Math.Max(core[i], core[j]), Distance(i, j)));
        var (_, chosen) = Best([.. Enumerable.Range(0, n)], 0, isRoot: true);
        foreach (var cluster in chosen)
            foreach (var point in cluster)
                labels[point] = chosen.IndexOf(cluster);
        // Numbered by first point.
        var order = labels.Where(label => label >= 0).Distinct().ToList();
        return [.. labels.Select(label => label < 0 ? label : order.IndexOf(label))];

        // The stability of the best choice within a cluster born at a density, and that choice.
        (double Stability, List<int[]> Chosen) Best(int[] members, double birth, bool isRoot)
        {
            var stability = 0.0;
            var inside = members;
            foreach (var metres in (from i in members from j in members where i < j select Reach(i, j)).Distinct().OrderDescending())
            {
                var density = 1 / metres;
                var large = Parts(inside, metres).Where(part => part.Length >= minCluster).ToArray();
                if (large.Length == 1 && large[0].Length == inside.Length)
                    continue;
                if (large.Length == 1)
                {
                    stability += (inside.Length - large[0].Length) * (density - birth);
                    inside = large[0];
                    continue;
                }
                stability += inside.Length * (density - birth);
                var parts = large.Select(part => Best(part, density, isRoot: false)).ToArray();
                var below = parts.Sum(part => part.Stability);
                // Equal stabilities, added in another order, differ by rounding.
                return !isRoot && stability >= below - 1e-9 * stability
                    ? (stability, [members])
                    : (below, [.. parts.SelectMany(part => part.Chosen)]);
            }
            throw new InvalidOperationException("Nothing hangs together by links shorter than the shortest.");
        }

        // Parts that hang together by links shorter than a length.
        IEnumerable<int[]> Parts(int[] members, double metres)
        {
            var left = members.ToHashSet();
            while (left.Count > 0)
            {
                var part = new List<int> { left.First() };
                left.Remove(part[0]);
                for (var at = 0; at < part.Count; at++)
                    foreach (var other in left.Where(other => Reach(part[at], other) < metres).ToArray())
                    {
                        left.Remove(other);
                        part.Add(other);
                    }
                yield return [.. part];
            }
        }
    }

    /// <summary>Length of the minimum spanning tree by Prim.</summary>
    public static double SpanningLength(double[] x, double[] y, double[] core)
    {
        var near = Enumerable.Repeat(double.PositiveInfinity, x.Length).ToArray();
        var outside = Enumerable.Range(1, x.Length - 1).ToHashSet();
        var (at, length) = (0, 0.0);
        while (outside.Count > 0)
        {
            foreach (var i in outside)
                near[i] = Math.Min(near[i], Math.Max(Math.Max(core[i], core[at]), Math.Sqrt(Math.Pow(x[i] - x[at], 2) + Math.Pow(y[i] - y[at], 2))));
            at = outside.MinBy(i => near[i]);
            outside.Remove(at);
            length += near[at];
        }
        return length;
    }
}
