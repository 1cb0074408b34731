using System.Globalization;
using GeoCrime.Domain;
using GeoCrime.Studies.Clusters;
using GeoCrime.Studies.Hotspots;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Layers;

/// <summary>/layers/{jurisdiction}/…: results of studies as files, recomputed from the parameters in their address (p).</summary>
internal static class LayerEndpoints
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    public static void MapLayers(this WebApplication app, string gisDataFolder)
    {
        var layers = app.MapGroup("/layers/{jurisdiction}");
        layers.WithRequestTimeout(TimeLimit);
        layers.MapDensity();
        layers.MapGet("clusters.geojson", ClustersAsync);
        layers.MapGet("cluster-members.csv", ClusterMembersAsync);
        layers.MapGet("hotspots.geojson", HotspotsAsync);
        layers.MapSpaceTime();
        layers.MapSampleStreets(gisDataFolder);
    }

    private static Task<IResult> ClustersAsync(string jurisdiction, string p, HttpContext context, Gazetteer gazetteer, ClusterStudy study, CancellationToken cancellationToken) =>
        FeatureLayer.AnswerAsync<ClusterRequest, ClusterResult>("clusters", jurisdiction, p, context, gazetteer, study.RunAsync, result => result.Clusters.Select(cluster => (cluster.Hull, (object)new
        {
            id = cluster.Id,
            reportedIncidents = cluster.Incidents,
            probability = cluster.Probability,
            squareKilometres = cluster.SquareKilometres,
            from = cluster.From,
            to = cluster.To,
        })), cancellationToken);

    private static Task<IResult> HotspotsAsync(string jurisdiction, string p, HttpContext context, Gazetteer gazetteer, HotspotStudy study, CancellationToken cancellationToken) =>
        FeatureLayer.AnswerAsync<HotspotRequest, HotspotResult>("hotspots", jurisdiction, p, context, gazetteer, study.RunAsync, result => result.Units.Select(unit => (result.ShapeInDegrees(unit), (object)new
        {
            id = unit.Id,
            reportedIncidents = unit.Incidents,
            rate = unit.Rate,
            z = unit.Z,
            p = unit.P,
            exactP = unit.ExactP,
            pseudoP = unit.PseudoP,
            bin = unit.Bin,
        })), cancellationToken);

    private static async Task<IResult> ClusterMembersAsync(string jurisdiction, string p, HttpContext context, Gazetteer gazetteer, ClusterStudy study, CancellationToken cancellationToken)
    {
        var request = ParameterToken.Read<ClusterRequest>(p);
        var columns = await gazetteer.ColumnsAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        return await CacheTag.AnswerAsync(context, columns.DataVersion, AccessPolicy.Local, $"cluster-members {jurisdiction} {p}", async () =>
        {
            var members = (await study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken)).Result.Members;
            return Results.Stream(stream => WriteMembersAsync(stream, members, columns.Jurisdiction.Projection, cancellationToken), "text/csv; charset=utf-8", "cluster-members.csv");
        });
    }

    private static async Task WriteMembersAsync(Stream stream, ClusterMembers members, UtmProjection projection, CancellationToken cancellationToken)
    {
        await using var csv = new StreamWriter(stream);
        await csv.WriteAsync("longitude,latitude,cluster,probability,outlier_score\n".AsMemory(), cancellationToken);
        for (var row = 0; row < members.Label.Length; row++)
        {
            var (longitude, latitude) = projection.ToDegrees(members.X[row], members.Y[row]);
            await csv.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{longitude:F6},{latitude:F6},{members.Label[row]},{members.Probability?[row]:0.####},{members.OutlierScore?[row]:0.####}\n").AsMemory(), cancellationToken);
        }
    }
}
