using System.Globalization;
using System.Runtime.InteropServices;
using GeoCrime.Domain;
using GeoCrime.Studies.Clusters;
using GeoCrime.Studies.Density;
using GeoCrime.Studies.Hotspots;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Layers;

/// <summary>/layers/{jurisdiction}/…: results of studies as files, recomputed from the parameters in their address (p).</summary>
internal static class LayerEndpoints
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    public static void MapLayers(this WebApplication app)
    {
        var layers = app.MapGroup("/layers/{jurisdiction}");
        layers.WithRequestTimeout(TimeLimit);
        layers.MapGet("density.png", DensityImageAsync);
        layers.MapGet("density.float32", DensityValuesAsync);
        layers.MapGet("clusters.geojson", ClustersAsync);
        layers.MapGet("hotspots.geojson", HotspotsAsync);
    }

    private static async Task<IResult> DensityImageAsync(string jurisdiction, string p, string? theme, string? max, HttpContext context, Gazetteer gazetteer, DensityStudy study, CancellationToken cancellationToken)
    {
        var request = ParameterToken.Read<DensityRequest>(p);
        var ramp = theme switch
        {
            null or "light" => DensityRamp.Light,
            "dark" => DensityRamp.Dark,
            _ => throw new ArgumentException($"theme: '{theme}' is neither light nor dark."),
        };
        var columns = await gazetteer.ColumnsAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        return await CacheTag.AnswerAsync(context, columns.DataVersion, AccessPolicy.Local, $"density.png {jurisdiction} {p} {theme} {max}", async () =>
        {
            var result = (await study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken)).Result;
            var image = WebMercatorImage.Of(result.Surface, columns.Jurisdiction.Projection);
            var strongest = max is null ? result.Surface.Max : Positive(max);
            return Results.Bytes(Png.Encode(ramp.Paint(image.Values, strongest), image.Width, image.Height), "image/png");
        });
    }

    private static async Task<IResult> DensityValuesAsync(string jurisdiction, string p, HttpContext context, Gazetteer gazetteer, DensityStudy study, CancellationToken cancellationToken)
    {
        var request = ParameterToken.Read<DensityRequest>(p);
        var columns = await gazetteer.ColumnsAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        return await CacheTag.AnswerAsync(context, columns.DataVersion, AccessPolicy.Local, $"density.float32 {jurisdiction} {p}", async () =>
        {
            var surface = (await study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken)).Result.Surface;
            return Results.Bytes(MemoryMarshal.AsBytes(surface.PerSquareKilometre.AsSpan()).ToArray(), "application/octet-stream");
        });
    }

    private static async Task<IResult> ClustersAsync(string jurisdiction, string p, HttpContext context, Gazetteer gazetteer, ClusterStudy study, CancellationToken cancellationToken)
    {
        var request = ParameterToken.Read<ClusterRequest>(p);
        var columns = await gazetteer.ColumnsAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        return await CacheTag.AnswerAsync(context, columns.DataVersion, AccessPolicy.Local, $"clusters {jurisdiction} {p}", async () =>
        {
            var run = await study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken);
            return new FeatureCollection(run.Run, run.Result.Clusters.Select(cluster => (cluster.Hull, (object)new
            {
                id = cluster.Id,
                reportedIncidents = cluster.Incidents,
                squareKilometres = cluster.SquareKilometres,
                from = cluster.From,
                to = cluster.To,
            })));
        });
    }

    private static async Task<IResult> HotspotsAsync(string jurisdiction, string p, HttpContext context, Gazetteer gazetteer, HotspotStudy study, CancellationToken cancellationToken)
    {
        var request = ParameterToken.Read<HotspotRequest>(p);
        var columns = await gazetteer.ColumnsAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        return await CacheTag.AnswerAsync(context, columns.DataVersion, AccessPolicy.Local, $"hotspots {jurisdiction} {p}", async () =>
        {
            var run = await study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken);
            return new FeatureCollection(run.Run, run.Result.Units.Select(unit => ((Geometry)run.Result.ShapeInDegrees(unit), (object)new
            {
                id = unit.Id,
                reportedIncidents = unit.Incidents,
                z = unit.Z,
                p = unit.P,
                exactP = unit.ExactP,
                pseudoP = unit.PseudoP,
                bin = unit.Bin,
            })));
        });
    }

    private static double Positive(string max) =>
        double.TryParse(max, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number > 0
            ? number
            : throw new ArgumentException($"max: '{max}' is not a number above 0 (incidents per km²).");
}
