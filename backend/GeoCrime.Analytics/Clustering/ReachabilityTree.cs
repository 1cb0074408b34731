using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Clustering;

/// <summary>Two places and how far one is reached from the other.</summary>
internal readonly record struct ReachabilityLink(int A, int B, double Metres);

/// <summary>
/// The minimum spanning tree of places under mutual reachability: the largest of both core distances and the distance between them.
/// </summary>
/// <remarks>
/// Borůvka's rounds over a k-d tree: in each every place looks for the nearest one of another component, and stretches of the tree that
/// are one component, or too far, are passed over. O(n log² n) expected. March, Ram and Gray (2010), KDD-10, 603–612.
/// </remarks>
internal sealed class ReachabilityTree
{
    private readonly KdTree _tree;
    private readonly double[] _core;
    private readonly int[] _component;
    // By node, the root at 1 and the halves of i at 2i and 2i + 1: box, least core distance, and the component that all share, or −1.
    private readonly double[] _west, _east, _south, _north, _leastCore;
    private readonly int[] _shared;

    private ReachabilityTree(KdTree tree, double[] core)
    {
        _tree = tree;
        _core = [.. tree.Order.ToArray().Select(place => core[place])];
        _component = [.. Enumerable.Range(0, core.Length)];
        var nodes = 2;
        for (var length = core.Length; length > KdTree.LeafPoints; length = (length + 1) / 2)
            nodes *= 2;
        (_west, _east, _south, _north) = (new double[nodes], new double[nodes], new double[nodes], new double[nodes]);
        _leastCore = new double[nodes];
        _shared = new int[nodes];
        Measure(1, 0, core.Length);
    }

    /// <param name="x">Shape [n], n ≥ 1: different places.</param>
    /// <param name="y">Shape [n].</param>
    /// <param name="core">Shape [n]: core distances, metres.</param>
    /// <param name="cancellation">Looked at in every round.</param>
    /// <returns>n − 1 links from the shortest to the longest; equal ones by their places.</returns>
    public static ReachabilityLink[] Span(double[] x, double[] y, double[] core, CancellationToken cancellation) =>
        new ReachabilityTree(new KdTree(x, y), core).Span(cancellation);

    private ReachabilityLink[] Span(CancellationToken cancellation)
    {
        var n = _core.Length;
        var sets = new DisjointSets(n);
        var links = new List<ReachabilityLink>(n - 1);
        var candidates = new Candidate[n];
        Array.Fill(candidates, Candidate.None);
        while (links.Count < n - 1)
        {
            Share(1, 0, n);
            Parallel.For(0, n, new ParallelOptions { CancellationToken = cancellation }, i =>
            {
                // What was nearest stays so until it joins the same component.
                if (candidates[i].To >= 0 && _component[candidates[i].To] != _component[i])
                    return;
                candidates[i] = Candidate.None;
                Search(1, 0, n, i, ref candidates[i]);
            });
            var best = new int[n];
            Array.Fill(best, -1);
            for (var i = 0; i < n; i++)
                if (best[_component[i]] < 0 || Before(i, candidates[i], best[_component[i]], candidates[best[_component[i]]]))
                    best[_component[i]] = i;
            foreach (var i in best)
                if (i >= 0 && sets.Find(i) != sets.Find(candidates[i].To))
                {
                    sets.Join(i, candidates[i].To);
                    int a = _tree.Order[i], b = _tree.Order[candidates[i].To];
                    links.Add(new ReachabilityLink(Math.Min(a, b), Math.Max(a, b), candidates[i].Metres));
                }
            for (var i = 0; i < n; i++)
                _component[i] = sets.Find(i);
        }
        return [.. links.OrderBy(link => link.Metres).ThenBy(link => link.A).ThenBy(link => link.B)];
    }

    private void Measure(int node, int from, int to)
    {
        if (to - from <= KdTree.LeafPoints)
        {
            (_west[node], _south[node], _leastCore[node]) = (double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
            (_east[node], _north[node]) = (double.NegativeInfinity, double.NegativeInfinity);
            for (var i = from; i < to; i++)
            {
                _west[node] = Math.Min(_west[node], _tree.X[i]);
                _east[node] = Math.Max(_east[node], _tree.X[i]);
                _south[node] = Math.Min(_south[node], _tree.Y[i]);
                _north[node] = Math.Max(_north[node], _tree.Y[i]);
                _leastCore[node] = Math.Min(_leastCore[node], _core[i]);
            }
            return;
        }
        int low = 2 * node, high = low + 1;
        Measure(low, from, (from + to) / 2);
        Measure(high, (from + to) / 2, to);
        _west[node] = Math.Min(_west[low], _west[high]);
        _east[node] = Math.Max(_east[low], _east[high]);
        _south[node] = Math.Min(_south[low], _south[high]);
        _north[node] = Math.Max(_north[low], _north[high]);
        _leastCore[node] = Math.Min(_leastCore[low], _leastCore[high]);
    }

    private int Share(int node, int from, int to)
    {
        int shared;
        if (to - from <= KdTree.LeafPoints)
        {
            shared = _component[from];
            for (var i = from + 1; i < to; i++)
                if (_component[i] != shared)
                    shared = -1;
        }
        else
        {
            int low = Share(2 * node, from, (from + to) / 2), high = Share(2 * node + 1, (from + to) / 2, to);
            shared = low == high ? low : -1;
        }
        return _shared[node] = shared;
    }

    private void Search(int node, int from, int to, int place, ref Candidate best)
    {
        if (_shared[node] == _component[place] || Nearest(node, place) > best.Metres)
            return;
        if (to - from <= KdTree.LeafPoints)
        {
            for (var i = from; i < to; i++)
            {
                if (_component[i] == _component[place])
                    continue;
                double dx = _tree.X[i] - _tree.X[place], dy = _tree.Y[i] - _tree.Y[place];
                var candidate = new Candidate(i, Math.Max(Math.Max(_core[i], _core[place]), Math.Sqrt(dx * dx + dy * dy)));
                if (best.To < 0 || Before(place, candidate, place, best))
                    best = candidate;
            }
            return;
        }
        var middle = (from + to) / 2;
        if (Nearest(2 * node, place) <= Nearest(2 * node + 1, place))
        {
            Search(2 * node, from, middle, place, ref best);
            Search(2 * node + 1, middle, to, place, ref best);
        }
        else
        {
            Search(2 * node + 1, middle, to, place, ref best);
            Search(2 * node, from, middle, place, ref best);
        }
    }

    /// <summary>No place of the node is reached in less.</summary>
    private double Nearest(int node, int place)
    {
        double x = _tree.X[place], y = _tree.Y[place];
        var dx = Math.Max(0, Math.Max(_west[node] - x, x - _east[node]));
        var dy = Math.Max(0, Math.Max(_south[node] - y, y - _north[node]));
        return Math.Max(Math.Max(_core[place], _leastCore[node]), Math.Sqrt(dx * dx + dy * dy));
    }

    /// <summary>One order of all links, so that rounds never close a circle of equal ones.</summary>
    private static bool Before(int a, Candidate toA, int b, Candidate toB) =>
        (toA.Metres, Math.Min(a, toA.To), Math.Max(a, toA.To)).CompareTo((toB.Metres, Math.Min(b, toB.To), Math.Max(b, toB.To))) < 0;

    private readonly record struct Candidate(int To, double Metres)
    {
        public static Candidate None { get; } = new(-1, double.PositiveInfinity);
    }
}
