using System.Collections.Concurrent;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Clustering;

/// <summary>Clusters of incidents that are dense in space and time together (ST-DBSCAN).</summary>
public static class SpaceTimeDbscan
{
    /// <summary>DBSCAN whose neighbourhood is a cylinder: within ε metres and within ε days.</summary>
    /// <param name="x">Shape [n]; metres in one projected CRS; not modified.</param>
    /// <param name="y">Shape [n]; metres; not modified.</param>
    /// <param name="days">Shape [n]; time in days from any origin; not modified.</param>
    /// <param name="epsilonMetres">Radius &gt; 0; its rim is inside.</param>
    /// <param name="epsilonDays">≥ 0: days before and after; the rims are inside.</param>
    /// <param name="minPoints">Incidents in the cylinder that make a core point, itself included; ≥ 1.</param>
    /// <param name="cancellation">Looked at every few hundred cells.</param>
    /// <returns>Clusters in order of their first core point; a border point goes to the lowest-numbered cluster it touches.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite; the message names it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An ε or minPoints is out of its range.</exception>
    /// <remarks>Birant and Kut (2007), Data &amp; Knowledge Engineering 60, 208–221, without their limit on other attributes. Incidents of
    /// one place are kept in order of time, so that a cylinder is a few searches there, however many coincide.
    /// O(n log n + n·places within ε·log incidents a place). The same labels at any number of threads.</remarks>
    public static DbscanResult Cluster(
        double[] x, double[] y, double[] days, double epsilonMetres, double epsilonDays, int minPoints, CancellationToken cancellation = default)
    {
        PlanarPoints.Require(x, y);
        if (days.Length != x.Length)
            throw new ArgumentException($"There are {days.Length} days for {x.Length} points.", nameof(days));
        PlanarPoints.RequireFinite(days, nameof(days));
        Metres.RequirePositive(epsilonMetres);
        if (!double.IsFinite(epsilonDays) || epsilonDays < 0)
            throw new ArgumentOutOfRangeException(nameof(epsilonDays), epsilonDays, "ε must be finite and ≥ 0 days.");
        ArgumentOutOfRangeException.ThrowIfLessThan(minPoints, 1);
        var groups = CoincidentPoints.TryGroup(x, y, cancellation: cancellation)!;
        // Cells are a little wider than ε against rounding: neighbours lie within one cell.
        var grid = PointGrid.Sort(groups.X, groups.Y, epsilonMetres * (1 + 1e-6));
        var all = PlaceTimes.Of(grid, groups, days, epsilonDays);
        var core = new bool[x.Length];
        OverPlaces(grid, epsilonMetres, (place, near) =>
        {
            for (var at = all.Starts[place]; at < all.Starts[place + 1]; at++)
            {
                var count = 0;
                foreach (var other in near)
                    if ((count += all.CountAround(other, all.Days[at])) >= minPoints)
                        break;
                core[at] = count >= minPoints;
            }
        }, cancellation);
        var cores = all.Where(core);
        var sets = JoinRuns(grid, epsilonMetres, cores, cancellation);
        var cluster = Number(cores, sets, x.Length, out var clusters);
        var (labels, isCore) = (new int[x.Length], new bool[x.Length]);
        Array.Fill(labels, Dbscan.Noise);
        for (var at = 0; at < cores.Points.Length; at++)
            labels[cores.Points[at]] = cluster[cores.RunOf[at]];
        OverPlaces(grid, epsilonMetres, (place, near) =>
        {
            for (var at = all.Starts[place]; at < all.Starts[place + 1]; at++)
                if (core[at])
                    isCore[all.Points[at]] = true;
                else
                    labels[all.Points[at]] = Lowest(cores, near, all.Days[at], cluster);
        }, cancellation);
        return new DbscanResult(labels, isCore, clusters);
    }

    /// <summary>Runs of core incidents of one place are one already; runs of places within ε join where any two lie within ε days.</summary>
    private static DisjointSets JoinRuns(PointGrid grid, double epsilon, PlaceTimes cores, CancellationToken cancellation)
    {
        var sets = new DisjointSets(cores.Runs);
        var gate = new object();
        OverPlaces(grid, epsilon, (place, near) =>
        {
            var found = new HashSet<(int, int)>();
            foreach (var other in near)
                if (other < place)
                    for (var at = cores.Starts[place]; at < cores.Starts[place + 1]; at++)
                        foreach (var run in cores.RunsAround(other, cores.Days[at]))
                            found.Add((cores.RunOf[at], run));
            // Which sets come out does not depend on the order of joining; their numbers are given afterwards.
            lock (gate)
                foreach (var (run, other) in found)
                    sets.Join(run, other);
        }, cancellation);
        return sets;
    }

    /// <summary>The cluster of each run, in order of the clusters' first core incident.</summary>
    private static int[] Number(PlaceTimes cores, DisjointSets sets, int points, out int clusters)
    {
        var runOf = new int[points];
        Array.Fill(runOf, Dbscan.Noise);
        for (var at = 0; at < cores.Points.Length; at++)
            runOf[cores.Points[at]] = cores.RunOf[at];
        var ofRoot = new int[cores.Runs];
        Array.Fill(ofRoot, Dbscan.Noise);
        clusters = 0;
        foreach (var run in runOf)
            if (run != Dbscan.Noise && ofRoot[sets.Find(run)] == Dbscan.Noise)
                ofRoot[sets.Find(run)] = clusters++;
        return [.. Enumerable.Range(0, cores.Runs).Select(run => ofRoot[sets.Find(run)])];
    }

    private static int Lowest(PlaceTimes cores, List<int> near, double day, int[] cluster)
    {
        var lowest = Dbscan.Noise;
        foreach (var other in near)
            foreach (var run in cores.RunsAround(other, day))
                if (lowest == Dbscan.Noise || cluster[run] < lowest)
                    lowest = cluster[run];
        return lowest;
    }

    /// <summary>Every place with those within ε of it, itself included; the list is used again.</summary>
    private static void OverPlaces(PointGrid grid, double epsilon, Action<int, List<int>> visit, CancellationToken cancellation)
    {
        if (grid.Cells == 0)
            return;
        var squared = epsilon * epsilon;
        Parallel.ForEach(Partitioner.Create(0, grid.Cells, 256), new ParallelOptions { CancellationToken = cancellation }, range =>
        {
            var (around, near) = (grid.Around(1), new List<int>());
            for (var cell = range.Item1; cell < range.Item2; cell++)
            {
                around.MoveTo(cell);
                for (var place = grid.Starts[cell]; place < grid.Starts[cell + 1]; place++)
                {
                    near.Clear();
                    for (var strip = 0; strip < around.Strips; strip++)
                    {
                        var (from, to) = around.PointsOf(strip);
                        for (var other = from; other < to; other++)
                        {
                            double dx = grid.X[other] - grid.X[place], dy = grid.Y[other] - grid.Y[place];
                            if (dx * dx + dy * dy <= squared)
                                near.Add(other);
                        }
                    }
                    visit(place, near);
                }
            }
        });
    }
}
