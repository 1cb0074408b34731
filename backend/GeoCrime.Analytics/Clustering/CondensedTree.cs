namespace GeoCrime.Analytics.Clustering;

/// <summary>
/// How clusters shed points and split as density rises. Density is λ = 1/metres. A split that leaves only one part large enough is no
/// split: the small part's points fall out.
/// </summary>
internal sealed class CondensedTree
{
    private readonly List<Branch> _clusters = [];

    private CondensedTree(int places) => (LeftCluster, LeftAt) = (new int[places], new double[places]);

    /// <summary>One stretch of a cluster's life, from the split that made it to its own.</summary>
    /// <param name="Parent">The cluster it split from, or −1; always listed before it.</param>
    /// <param name="Birth">Density at which it split off.</param>
    public sealed record Branch(int Parent, double Birth)
    {
        /// <summary>Sum over its points of the density through which they stayed.</summary>
        public double Stability { get; set; }

        /// <summary>The highest density at which anything left it.</summary>
        public double Strongest { get; set; }
    }

    public IReadOnlyList<Branch> Clusters => _clusters;

    /// <summary>Shape [places]: the last cluster that each place's points were in.</summary>
    public int[] LeftCluster { get; }

    /// <summary>Shape [places]: the density at which they left it.</summary>
    public double[] LeftAt { get; }

    /// <param name="links">The spanning tree, shortest first.</param>
    /// <param name="core">Shape [places]: distance above which a place's own points hang together.</param>
    /// <param name="counts">Shape [places]: points.</param>
    /// <param name="minClusterPoints">Fewest points of a cluster; no more than there are.</param>
    /// <param name="nearestMetres">Shorter distances count as this.</param>
    public static CondensedTree Of(
        ReachabilityLink[] links, double[] core, double[] counts, int minClusterPoints, double nearestMetres)
    {
        var tree = new CondensedTree(core.Length);
        var merges = new Dendrogram(links, counts);
        double Density(double metres) => 1 / Math.Max(metres, nearestMetres);
        tree._clusters.Add(new Branch(-1, 0));
        var open = new Stack<(int Node, int Cluster)>([(merges.Root, 0)]);
        while (open.TryPop(out var stretch))
        {
            var (node, cluster) = stretch;
            if (merges.IsPlace(node))
            {
                tree.Leave(node, cluster, Density(core[node]), counts);
                continue;
            }
            var density = Density(merges.Parts(node).Metres);
            var parts = Parts(node, density);
            // A place whose own points part at this very density is no cluster past it.
            var large = parts.Where(part => merges.Points(part) >= minClusterPoints
                && (!merges.IsPlace(part) || Density(core[part]) > density)).ToArray();
            if (large.Length >= 2)
            {
                foreach (var part in large)
                {
                    tree.Stay(cluster, density, merges.Points(part));
                    tree._clusters.Add(new Branch(cluster, density));
                    open.Push((part, tree._clusters.Count - 1));
                }
            }
            foreach (var part in parts.Except(large))
                foreach (var place in merges.Places(part))
                    tree.Leave(place, cluster, density, counts);
            if (large.Length == 1)
                open.Push((large[0], cluster));
        }
        return tree;

        // What hangs together past a density; links of equal length part together, whatever their order.
        List<int> Parts(int node, double density)
        {
            var found = new List<int>();
            var equal = new Stack<int>([node]);
            while (equal.TryPop(out var at))
            {
                var (left, right, _) = merges.Parts(at);
                foreach (var side in new[] { right, left })
                    if (merges.IsPlace(side) || Density(merges.Parts(side).Metres) > density)
                        found.Add(side);
                    else
                        equal.Push(side);
            }
            return found;
        }
    }

    /// <summary>Shape [clusters]: the chosen cluster that each is part of, or −1. A cluster is chosen over its parts where it is at least as
    /// stable as they are together; never the root.</summary>
    public int[] SelectOwners()
    {
        var parts = new double[_clusters.Count];
        var chosen = new bool[_clusters.Count];
        for (var cluster = _clusters.Count - 1; cluster > 0; cluster--)
        {
            // Equal sums, added in another order, differ by rounding.
            chosen[cluster] = _clusters[cluster].Stability >= parts[cluster] * (1 - 1e-9);
            parts[_clusters[cluster].Parent] += Math.Max(_clusters[cluster].Stability, parts[cluster]);
        }
        var owner = new int[_clusters.Count];
        owner[0] = -1;
        for (var cluster = 1; cluster < owner.Length; cluster++)
            owner[cluster] = owner[_clusters[cluster].Parent] is var above and >= 0 ? above : chosen[cluster] ? cluster : -1;
        return owner;
    }

    /// <summary>Shape [clusters]: the highest density within each cluster and its parts.</summary>
    public double[] StrongestWithin()
    {
        double[] strongest = [.. _clusters.Select(cluster => cluster.Strongest)];
        for (var cluster = strongest.Length - 1; cluster > 0; cluster--)
            strongest[_clusters[cluster].Parent] = Math.Max(strongest[_clusters[cluster].Parent], strongest[cluster]);
        return strongest;
    }

    private void Leave(int place, int cluster, double density, double[] counts)
    {
        LeftCluster[place] = cluster;
        LeftAt[place] = density;
        Stay(cluster, density, counts[place]);
    }

    private void Stay(int cluster, double density, double points)
    {
        var branch = _clusters[cluster];
        branch.Stability += points * (density - branch.Birth);
        branch.Strongest = Math.Max(branch.Strongest, density);
    }
}
