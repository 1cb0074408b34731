using GeoCrime.Analytics.Clustering;

namespace GeoCrime.Analytics.Tests.Clustering;

/// <summary>DBSCAN as its authors wrote it down: all pairs, one cluster after another.</summary>
internal static class DbscanByDefinition
{
    public static (int[] Labels, bool[] Core) Cluster(int n, Func<int, int, bool> near, int minPoints)
    {
        var neighbours = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Where(j => near(i, j)).ToArray()).ToArray();
        var core = neighbours.Select(around => around.Length >= minPoints).ToArray();
        var labels = Enumerable.Repeat(Dbscan.Noise, n).ToArray();
        var clusters = 0;
        for (var i = 0; i < n; i++)
        {
            if (!core[i] || labels[i] != Dbscan.Noise)
                continue;
            var queue = new Queue<int>([i]);
            labels[i] = clusters;
            while (queue.TryDequeue(out var at))
                foreach (var other in neighbours[at].Where(other => core[at] && labels[other] == Dbscan.Noise))
                {
                    labels[other] = clusters;
                    queue.Enqueue(other);
                }
            clusters++;
        }
        return (labels, core);
    }
}
