using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Clustering;

/// <summary>How far from each place the minPoints-th point lies, the place's own points counted first.</summary>
internal static class CoreDistances
{
    /// <param name="places">Positions.</param>
    /// <param name="counts">Shape [places]: points of each, ≥ 1.</param>
    /// <param name="minPoints">1…points.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    /// <returns>Shape [places]; metres. O(m log m + m·minPoints²) for m places.</returns>
    public static double[] Of(CoincidentPoints places, double[] counts, int minPoints, CancellationToken cancellation)
    {
        var tree = new KdTree(places.X, places.Y);
        var wanted = Math.Min(minPoints, places.Groups);
        var core = new double[places.Groups];
        Parallel.For(0, core.Length, new ParallelOptions { CancellationToken = cancellation }, place =>
        {
            var squared = new double[wanted];
            var indices = new int[wanted];
            tree.Nearest(places.X[place], places.Y[place], omitted: -1, squared, indices);
            var (rank, points) = (0, counts[indices[0]]);
            while (points < minPoints)
                points += counts[indices[++rank]];
            core[place] = Math.Sqrt(squared[rank]);
        });
        return core;
    }
}
