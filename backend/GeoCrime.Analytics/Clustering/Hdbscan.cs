using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Clustering;

/// <summary>Clusters at whatever density each of them stands out (HDBSCAN*).</summary>
public static class Hdbscan
{
    /// <summary>Finds the clusters that persist longest as density rises (excess of mass).</summary>
    /// <param name="x">Shape [n]; metres in one projected CRS; not modified.</param>
    /// <param name="y">Shape [n]; metres; not modified.</param>
    /// <param name="minClusterPoints">Fewest points of a cluster, ≥ 2.</param>
    /// <param name="minPoints">Points, itself included, within a point's core distance, ≥ 1; larger is smoother.</param>
    /// <param name="nearestMetres">&gt; 0: shorter distances count as this, about how precisely positions are known. Without it a corner
    /// with many incidents would be infinitely dense.</param>
    /// <param name="cancellation">Looked at in every round of the spanning tree.</param>
    /// <returns>The whole map is never a cluster: where nothing stands out, all is noise.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a coordinate is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    /// <remarks>Campello, Moulavi and Sander (2013), PAKDD, 160–172; outlier scores: Campello et al. (2015), ACM TKDD 10, 5. Points that
    /// coincide are treated as one place with a weight. O(m log² m + m·minPoints²) expected for m places.</remarks>
    public static HdbscanResult Cluster(
        double[] x, double[] y, int minClusterPoints, int minPoints, double nearestMetres = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minClusterPoints, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(minPoints, 1);
        Metres.RequirePositive(nearestMetres);
        var places = CoincidentPoints.TryGroup(x, y, cancellation: cancellation)!;
        if (x.Length < Math.Max(minClusterPoints, minPoints))
            return new HdbscanResult([.. x.Select(_ => Dbscan.Noise)], new double[x.Length], new double[x.Length], 0);
        var counts = places.Sums(null);
        var core = CoreDistances.Of(places, counts, minPoints, cancellation);
        var links = ReachabilityTree.Span(places.X, places.Y, core, cancellation);
        var tree = CondensedTree.Of(links, core, counts, minClusterPoints, nearestMetres);
        return Label(places, tree);
    }

    private static HdbscanResult Label(CoincidentPoints places, CondensedTree tree)
    {
        var owner = tree.SelectOwners();
        var strongest = tree.StrongestWithin();
        var number = new Dictionary<int, int>();
        var n = places.GroupOf.Length;
        var labels = new int[n];
        var probability = new double[n];
        var outlier = new double[n];
        for (var i = 0; i < n; i++)
        {
            var place = places.GroupOf[i];
            var (cluster, density) = (tree.LeftCluster[place], tree.LeftAt[place]);
            outlier[i] = 1 - density / strongest[cluster];
            labels[i] = Dbscan.Noise;
            if (owner[cluster] < 0)
                continue;
            if (!number.TryGetValue(owner[cluster], out labels[i]))
                number[owner[cluster]] = labels[i] = number.Count;
            probability[i] = Math.Min(1, density / tree.Clusters[owner[cluster]].Strongest);
        }
        return new HdbscanResult(labels, probability, outlier, number.Count);
    }
}
