using GeoCrime.Analytics.Clustering;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Clusters;

/// <param name="Hull">Concave hull of the members, half a radius wider; EPSG:4326.</param>
/// <param name="From">Start of the first member, local.</param>
/// <param name="To">Start of the last member, local.</param>
/// <param name="TopCategories">Up to three, most incidents first.</param>
/// <param name="HourProfile">Shape [24]: members by local hour.</param>
/// <param name="Probability">Mean membership probability (HDBSCAN*); 1 for other methods.</param>
public sealed record Cluster(
    int Id,
    int Incidents,
    Point Centroid,
    Geometry Hull,
    double SquareKilometres,
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<(OffenceCategory Category, int Incidents)> TopCategories,
    int[] HourProfile,
    double Probability);

/// <param name="Noise">Located incidents in no cluster.</param>
/// <param name="Members">Every located incident of the filter.</param>
public sealed record ClusterResult(IReadOnlyList<Cluster> Clusters, int Clustered, int Noise, ClusterMembers Members);

/// <summary>Located incidents and where they belong; all arrays have one entry an incident.</summary>
/// <param name="X">Metres in the analysis CRS.</param>
/// <param name="Label">Cluster, or −1.</param>
/// <param name="Probability">Null where the method knows no degrees.</param>
/// <param name="OutlierScore">0…1; null as <paramref name="Probability"/>.</param>
public sealed record ClusterMembers(double[] X, double[] Y, int[] Label, double[]? Probability, double[]? OutlierScore);

/// <summary>Places where reported incidents lie densely together, with their hulls and what they hold.</summary>
public sealed class ClusterStudy(LiveRuns runs)
{
    /// <summary>HDBSCAN* smooths over at most as many incidents; its cost grows with their square.</summary>
    public const int HdbscanMinPoints = 25;

    /// <exception cref="ArgumentException">A parameter is out of range, or the filter names what there is not.</exception>
    public Task<LiveRun<ClusterResult>> RunAsync(IncidentColumns columns, ClusterRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        request.Check();
        var identity = RunIdentity.Of(StudyKind.Clusters, columns, request, null, policy);
        return runs.GetAsync(identity, token => Compute(columns, request, token), cancellationToken);
    }

    /// <summary>The radius at the knee of the curve of distances to the minPoints-th incident; null where fewer are located.</summary>
    /// <returns>Metres; 0 where nearly all lie on top of each other.</returns>
    public static double? SuggestEpsilon(ClusterMembers members, int minPoints, CancellationToken cancellationToken) =>
        members.X.Length < minPoints ? null : SuggestedEpsilon.For(members.X, members.Y, minPoints, cancellation: cancellationToken);

    private static ClusterResult Compute(IncidentColumns columns, ClusterRequest request, CancellationToken cancellationToken)
    {
        var located = RowFilter.Apply(columns, request.Filter, cancellationToken).Rows().Where(each => each.Chunk.X[each.Row] != IncidentChunk.Unlocated).ToArray();
        var members = Assign(located, request, cancellationToken);
        var clusters = Enumerable.Range(0, located.Length).Where(index => members.Label[index] != Dbscan.Noise).GroupBy(index => members.Label[index])
            .OrderBy(group => group.Key)
            .AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(group => ClusterOutline.Describe(
                columns, group.Key, [.. group.Select(index => located[index])], members.Probability is { } known ? group.Average(index => known[index]) : 1, request.EpsilonMetres))
            .ToList();
        var clustered = clusters.Sum(cluster => cluster.Incidents);
        return new ClusterResult(clusters, clustered, located.Length - clustered, members);
    }

    private static ClusterMembers Assign((IncidentChunk Chunk, int Row)[] located, ClusterRequest request, CancellationToken cancellationToken)
    {
        var x = Array.ConvertAll(located, each => each.Chunk.X[each.Row] / 100.0);
        var y = Array.ConvertAll(located, each => each.Chunk.Y[each.Row] / 100.0);
        switch (request.Method)
        {
            case ClusterMethod.Dbscan:
                return new ClusterMembers(x, y, Dbscan.Cluster(x, y, request.EpsilonMetres, request.MinPoints, cancellationToken).Labels, null, null);
            case ClusterMethod.StDbscan:
                var days = Array.ConvertAll(located, each => each.Chunk.Day[each.Row] + (each.Chunk.Hour[each.Row] / 24.0));
                return new ClusterMembers(x, y, SpaceTimeDbscan.Cluster(x, y, days, request.EpsilonMetres, request.EpsilonDays!.Value, request.MinPoints, cancellationToken).Labels, null, null);
            case ClusterMethod.Hdbscan:
                var found = Hdbscan.Cluster(x, y, request.MinPoints, Math.Min(request.MinPoints, HdbscanMinPoints), cancellation: cancellationToken);
                return new ClusterMembers(x, y, found.Labels, found.Probability, found.OutlierScore);
            default:
                throw new ArgumentOutOfRangeException(nameof(request), request.Method, "Unknown method.");
        }
    }
}
