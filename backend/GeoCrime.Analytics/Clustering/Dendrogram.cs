using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Clustering;

/// <summary>Places merged pair by pair along the links of a spanning tree, shortest first. Nodes below the number of places are places.</summary>
internal sealed class Dendrogram
{
    private readonly int _places;
    private readonly (int Left, int Right, double Metres)[] _merges;
    private readonly double[] _points;

    /// <param name="links">n − 1 links from the shortest to the longest.</param>
    /// <param name="counts">Shape [n], n ≥ 1: points of each place.</param>
    public Dendrogram(ReachabilityLink[] links, double[] counts)
    {
        _places = counts.Length;
        _merges = new (int, int, double)[links.Length];
        _points = [.. counts, .. new double[links.Length]];
        var sets = new DisjointSets(_places);
        var nodeOf = Enumerable.Range(0, _places).ToArray();
        for (var i = 0; i < links.Length; i++)
        {
            int left = nodeOf[sets.Find(links[i].A)], right = nodeOf[sets.Find(links[i].B)];
            _merges[i] = (left, right, links[i].Metres);
            _points[_places + i] = _points[left] + _points[right];
            sets.Join(links[i].A, links[i].B);
            nodeOf[sets.Find(links[i].A)] = _places + i;
        }
    }

    public int Root => _places + _merges.Length - 1;

    public bool IsPlace(int node) => node < _places;

    public double Points(int node) => _points[node];

    public (int Left, int Right, double Metres) Parts(int node) => _merges[node - _places];

    /// <summary>The places below a node.</summary>
    public IEnumerable<int> Places(int node)
    {
        var open = new Stack<int>([node]);
        while (open.TryPop(out var at))
        {
            if (IsPlace(at))
            {
                yield return at;
                continue;
            }
            open.Push(Parts(at).Left);
            open.Push(Parts(at).Right);
        }
    }
}
