using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Clustering;

/// <summary>Density-based clusters of planar points (DBSCAN), exact.</summary>
public static class Dbscan
{
    /// <summary>The label of points in no cluster.</summary>
    public const int Noise = -1;

    /// <summary>Cells whose diagonal is under ε by more than rounding: two points of one cell are neighbours, and neighbours lie within two cells.</summary>
    private const double CellPerEpsilon = 0.7071067811865475 * (1 - 1e-6);

    private const int Reach = 2;

    /// <summary>Groups points that are dense together.</summary>
    /// <param name="x">Shape [n]; metres in one projected CRS; not modified.</param>
    /// <param name="y">Shape [n]; metres; not modified.</param>
    /// <param name="epsilonMetres">Neighbourhood radius ε &gt; 0; its rim is inside.</param>
    /// <param name="minPoints">Points within ε that make a core point, itself included; ≥ 1.</param>
    /// <param name="cancellation">Looked at every few hundred cells.</param>
    /// <returns>Clusters in order of their first core point; a border point goes to the lowest-numbered cluster it touches.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a coordinate is not finite; the message names it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">ε is not finite and positive or is under 10⁻⁹ of the points' extent, or minPoints &lt; 1.</exception>
    /// <remarks>
    /// Ester et al. (1996), KDD-96, 226–231; cells after Gunawan (2013). Points that coincide are treated as one with a weight.
    /// Expected O(n) for bounded density of distinct positions. The same labels at any number of threads.
    /// </remarks>
    public static DbscanResult Cluster(
        double[] x, double[] y, double epsilonMetres, int minPoints, CancellationToken cancellation = default)
    {
        if (!double.IsFinite(epsilonMetres) || epsilonMetres <= 0)
            throw new ArgumentOutOfRangeException(nameof(epsilonMetres), epsilonMetres, "ε must be finite and > 0 metres.");
        ArgumentOutOfRangeException.ThrowIfLessThan(minPoints, 1);
        var places = CoincidentPoints.TryGroup(x, y, cancellation: cancellation)!;
        var grid = PointGrid.Sort(places.X, places.Y, epsilonMetres * CellPerEpsilon);
        var sortedAt = Inverse(grid.Order);
        var weights = Weights(places.GroupOf, sortedAt);
        var squared = epsilonMetres * epsilonMetres;
        var core = FindCore(grid, weights, squared, minPoints, cancellation);
        var sets = JoinCells(grid, core, squared, cancellation);
        var label = new int[core.Length];
        var (cluster, clusters) = NumberCells(grid, core, sets, sortedAt, label);
        LabelPlaces(grid, core, cluster, squared, label, cancellation);
        return Spread(places.GroupOf, sortedAt, core, label, clusters);
    }

    private static int[] Inverse(int[] order)
    {
        var inverse = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            inverse[order[i]] = i;
        return inverse;
    }

    /// <summary>Points at each sorted place; a double holds them exactly.</summary>
    private static double[] Weights(int[] placeOf, int[] sortedAt)
    {
        var weights = new double[sortedAt.Length];
        foreach (var place in placeOf)
            weights[sortedAt[place]]++;
        return weights;
    }

    private static bool[] FindCore(PointGrid grid, double[] weights, double squared, int minPoints, CancellationToken cancellation)
    {
        var core = new bool[weights.Length];
        OverCells(grid, (cell, around) =>
        {
            int from = grid.Starts[cell], to = grid.Starts[cell + 1];
            var inside = 0.0;
            for (var i = from; i < to; i++)
                inside += weights[i];
            for (var i = from; i < to; i++)
            {
                var count = inside;
                for (var strip = 0; strip < around.Strips && count < minPoints; strip++)
                {
                    var (start, end) = around.PointsOf(strip);
                    if (strip != Reach)
                        count += WeightWithin(grid, weights, i, start, end, squared);
                    else
                        count += WeightWithin(grid, weights, i, start, from, squared)
                            + WeightWithin(grid, weights, i, to, end, squared);
                }
                core[i] = count >= minPoints;
            }
        }, cancellation);
        return core;
    }

    private static double WeightWithin(PointGrid grid, double[] weights, int point, int from, int to, double squared)
    {
        double px = grid.X[point], py = grid.Y[point];
        var sum = 0.0;
        var i = from;
        if (to - from >= Vector256<double>.Count)
        {
            ref var xs = ref MemoryMarshal.GetArrayDataReference(grid.X);
            ref var ys = ref MemoryMarshal.GetArrayDataReference(grid.Y);
            ref var ws = ref MemoryMarshal.GetArrayDataReference(weights);
            var sums = Vector256<double>.Zero;
            for (; i <= to - Vector256<double>.Count; i += Vector256<double>.Count)
            {
                var dx = Vector256.LoadUnsafe(ref xs, (nuint)i) - Vector256.Create(px);
                var dy = Vector256.LoadUnsafe(ref ys, (nuint)i) - Vector256.Create(py);
                sums += Vector256.LoadUnsafe(ref ws, (nuint)i) & Vector256.LessThanOrEqual(dx * dx + dy * dy, Vector256.Create(squared));
            }
            sum = Vector256.Sum(sums);
        }
        for (; i < to; i++)
            if (Squared(grid, i, px, py) <= squared)
                sum += weights[i];
        return sum;
    }

    /// <summary>Joins cells that hold core points within ε of each other; core points of one cell always are.</summary>
    private static DisjointSets JoinCells(PointGrid grid, bool[] core, double squared, CancellationToken cancellation)
    {
        var sets = new DisjointSets(grid.Cells);
        var around = grid.Around(Reach);
        for (var cell = 0; cell < grid.Cells; cell++)
        {
            if ((cell & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            around.MoveTo(cell);
            for (var strip = Reach; strip < around.Strips; strip++)
            {
                var (from, to) = around.CellsOf(strip);
                for (var other = Math.Max(from, cell + 1); other < to; other++)
                    if (sets.Find(cell) != sets.Find(other) && CorePairWithin(grid, core, cell, other, squared))
                        sets.Join(cell, other);
            }
        }
        return sets;
    }

    private static bool CorePairWithin(PointGrid grid, bool[] core, int cell, int other, double squared)
    {
        double west = double.PositiveInfinity, south = west, east = double.NegativeInfinity, north = east;
        for (var i = grid.Starts[other]; i < grid.Starts[other + 1]; i++)
        {
            if (!core[i])
                continue;
            west = Math.Min(west, grid.X[i]);
            east = Math.Max(east, grid.X[i]);
            south = Math.Min(south, grid.Y[i]);
            north = Math.Max(north, grid.Y[i]);
        }
        for (var i = grid.Starts[cell]; i < grid.Starts[cell + 1]; i++)
        {
            if (!core[i])
                continue;
            // Rounding is monotone: what is too far from the box is too far from every point in it.
            var dx = Math.Max(0, Math.Max(west - grid.X[i], grid.X[i] - east));
            var dy = Math.Max(0, Math.Max(south - grid.Y[i], grid.Y[i] - north));
            if (dx * dx + dy * dy <= squared && TouchesCore(grid, core, other, grid.X[i], grid.Y[i], squared))
                return true;
        }
        return false;
    }

    private static bool TouchesCore(PointGrid grid, bool[] core, int cell, double px, double py, double squared)
    {
        for (var i = grid.Starts[cell]; i < grid.Starts[cell + 1]; i++)
            if (core[i] && Squared(grid, i, px, py) <= squared)
                return true;
        return false;
    }

    /// <summary>The cluster of each cell that holds core points. Places are in order of their first point, and so are the clusters.</summary>
    /// <param name="cellOf">Shape [places]; scratch: the cell of each sorted place.</param>
    private static (int[] Cluster, int Clusters) NumberCells(PointGrid grid, bool[] core, DisjointSets sets, int[] sortedAt, int[] cellOf)
    {
        for (var cell = 0; cell < grid.Cells; cell++)
            cellOf.AsSpan(grid.Starts[cell]..grid.Starts[cell + 1]).Fill(cell);
        var ofRoot = new int[grid.Cells];
        Array.Fill(ofRoot, Noise);
        var clusters = 0;
        foreach (var at in sortedAt)
            if (core[at] && ofRoot[sets.Find(cellOf[at])] == Noise)
                ofRoot[sets.Find(cellOf[at])] = clusters++;
        var ofCell = new int[grid.Cells];
        for (var cell = 0; cell < grid.Cells; cell++)
            ofCell[cell] = ofRoot[sets.Find(cell)];
        return (ofCell, clusters);
    }

    private static void LabelPlaces(PointGrid grid, bool[] core, int[] cluster, double squared, int[] label, CancellationToken cancellation) =>
        OverCells(grid, (cell, around) =>
        {
            for (var i = grid.Starts[cell]; i < grid.Starts[cell + 1]; i++)
                label[i] = core[i] ? cluster[cell] : LowestTouched(grid, core, cluster, i, around, squared);
        }, cancellation);

    private static int LowestTouched(
        PointGrid grid, bool[] core, int[] clusterOf, int point, PointGrid.Surroundings around, double squared)
    {
        var lowest = Noise;
        for (var strip = 0; strip < around.Strips; strip++)
        {
            var (from, to) = around.CellsOf(strip);
            for (var cell = from; cell < to; cell++)
            {
                var cluster = clusterOf[cell];
                if (cluster != Noise && (lowest == Noise || cluster < lowest)
                    && TouchesCore(grid, core, cell, grid.X[point], grid.Y[point], squared))
                    lowest = cluster;
            }
        }
        return lowest;
    }

    /// <summary>Each point's label from its place's. The array of places becomes that of labels: nobody else holds it.</summary>
    private static DbscanResult Spread(int[] placeOf, int[] sortedAt, bool[] core, int[] label, int clusters)
    {
        var cores = new bool[placeOf.Length];
        for (var i = 0; i < cores.Length; i++)
        {
            var at = sortedAt[placeOf[i]];
            placeOf[i] = label[at];
            cores[i] = core[at];
        }
        return new DbscanResult(placeOf, cores, clusters);
    }

    private static void OverCells(PointGrid grid, Action<int, PointGrid.Surroundings> visit, CancellationToken cancellation)
    {
        if (grid.Cells == 0)
            return;
        Parallel.ForEach(Partitioner.Create(0, grid.Cells, 512), new ParallelOptions { CancellationToken = cancellation }, range =>
        {
            var around = grid.Around(Reach);
            for (var cell = range.Item1; cell < range.Item2; cell++)
            {
                around.MoveTo(cell);
                visit(cell, around);
            }
        });
    }

    private static double Squared(PointGrid grid, int i, double px, double py)
    {
        double dx = grid.X[i] - px, dy = grid.Y[i] - py;
        return dx * dx + dy * dy;
    }
}
