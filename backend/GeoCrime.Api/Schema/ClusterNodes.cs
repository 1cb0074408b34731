using GeoCrime.Domain;
using GeoCrime.Studies.Clusters;
using GeoCrime.Studies.Counts;
using GeoCrime.Studies.Runs;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class ClusterLayerNode(Jurisdiction jurisdiction, ClusterRequest request, LiveRun<ClusterResult> run)
{
    private readonly LayerAddress layer = LayerAddress.Of(jurisdiction, request);

    public RunNode Run => new(run.Run);
    public int Clustered => run.Result.Clustered;
    public int Noise => run.Result.Noise;
    public string GeoJsonUrl => layer.Of("clusters.geojson");
    public string MembersUrl => layer.Of("cluster-members.csv");
    public IReadOnlyList<ClusterNode> Clusters { get; } = [.. run.Result.Clusters.Select(cluster => new ClusterNode(cluster))];

    public Task<double?> SuggestedEpsilonMetres(CancellationToken cancellationToken) =>
        Task.Run(() => ClusterStudy.SuggestEpsilon(run.Result.Members, request.MinPoints, cancellationToken), cancellationToken);
}

public sealed class ClusterNode(Cluster cluster)
{
    public int Id => cluster.Id;
    public int Incidents => cluster.Incidents;
    public Geometry Centroid => cluster.Centroid;
    public Geometry Hull => cluster.Hull;
    public double SquareKilometres => cluster.SquareKilometres;
    public DateTimeOffset From => cluster.From;
    public DateTimeOffset To => cluster.To;
    public double Probability => cluster.Probability;
    public IReadOnlyList<int> HourProfile => cluster.HourProfile;
    public IReadOnlyList<CountRow> TopCategories { get; } =
        [.. cluster.TopCategories.Select(count => new CountRow([count.Category.Code], count.Incidents, count.Incidents * count.Category.Severity))];
}
