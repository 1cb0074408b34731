using GeoCrime.Analytics.Clustering;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Clusters;

/// <summary>What clusters are asked with (DBSCAN).</summary>
/// <param name="EpsilonMetres">Neighbourhood radius.</param>
/// <param name="MinPoints">Reported incidents within the radius that make a core point, itself included.</param>
public sealed record ClusterRequest(IncidentFilter Filter, double EpsilonMetres = 150, int MinPoints = 25);

/// <param name="Hull">Concave hull of the members, half a radius wider; EPSG:4326.</param>
/// <param name="From">Start of the first member, local.</param>
/// <param name="To">Start of the last member, local.</param>
/// <param name="TopCategories">Up to three, most incidents first.</param>
public sealed record Cluster(
    int Id,
    int Incidents,
    Point Centroid,
    Geometry Hull,
    double SquareKilometres,
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<(OffenceCategory Category, int Incidents)> TopCategories);

/// <param name="Noise">Located incidents in no cluster.</param>
public sealed record ClusterResult(IReadOnlyList<Cluster> Clusters, int Clustered, int Noise);

/// <summary>Places where reported incidents lie densely together, with their hulls and what they hold.</summary>
public sealed class ClusterStudy(LiveRuns runs)
{
    public const double LeastEpsilon = 10;
    public const double MostEpsilon = 5000;

    /// <exception cref="ArgumentException">ε or minPoints is out of range, or the filter names what there is not.</exception>
    public Task<LiveRun<ClusterResult>> RunAsync(IncidentColumns columns, ClusterRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        if (request.EpsilonMetres is not (>= LeastEpsilon and <= MostEpsilon))
            throw new ArgumentException($"epsilonMetres is {request.EpsilonMetres}; {LeastEpsilon}…{MostEpsilon} is allowed.");
        if (request.MinPoints is < 2 or > 100_000)
            throw new ArgumentException($"minPoints is {request.MinPoints}; 2…100000 is allowed.");
        var identity = RunIdentity.Of(StudyKind.Clusters, columns, request, null, policy);
        return runs.GetAsync(identity, token => Compute(columns, request, token), cancellationToken);
    }

    private static ClusterResult Compute(IncidentColumns columns, ClusterRequest request, CancellationToken cancellationToken)
    {
        var located = RowFilter.Apply(columns, request.Filter, cancellationToken).Rows().Where(each => each.Chunk.X[each.Row] != IncidentChunk.Unlocated).ToArray();
        var x = Array.ConvertAll(located, each => each.Chunk.X[each.Row] / 100.0);
        var y = Array.ConvertAll(located, each => each.Chunk.Y[each.Row] / 100.0);
        if (located.Length == 0)
            return new ClusterResult([], 0, 0);
        var labels = Dbscan.Cluster(x, y, request.EpsilonMetres, request.MinPoints, cancellationToken).Labels;
        var clusters = Enumerable.Range(0, labels.Length).Where(index => labels[index] != Dbscan.Noise).GroupBy(index => labels[index])
            .OrderBy(members => members.Key)
            .AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(members => ClusterOutline.Describe(columns, members.Key, [.. members.Select(index => located[index])], request.EpsilonMetres))
            .ToList();
        var clustered = clusters.Sum(cluster => cluster.Incidents);
        return new ClusterResult(clusters, clustered, labels.Length - clustered);
    }
}
