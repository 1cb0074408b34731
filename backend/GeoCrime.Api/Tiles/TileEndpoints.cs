using System.Text.Json;
using GeoCrime.Api.Hosting;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Hotspots;
using GeoCrime.Studies.Incidents;
using GeoCrime.Studies.Runs;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Tiles;

/// <summary>/tiles/{jurisdiction}/{layer}/{z}/{x}/{y}.mvt for areas, incidents and hot-spot cells.</summary>
internal static class TileEndpoints
{
    private const string ContentType = "application/vnd.mapbox-vector-tile";

    /// <summary>From this zoom on incidents are drawn one by one; below it they are counted in bins.</summary>
    private const int SingleIncidentsFrom = 12;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    public static void MapTiles(this WebApplication app)
    {
        var tiles = app.MapGroup("/tiles/{jurisdiction}");
        tiles.WithRequestTimeout(TimeLimit);
        tiles.MapGet("areas/{z:int}/{x:int}/{y:int}.mvt", AreasAsync);
        tiles.MapGet("incidents/{z:int}/{x:int}/{y:int}.mvt", IncidentsAsync);
        tiles.MapGet("hotspots/{z:int}/{x:int}/{y:int}.mvt", HotspotsAsync);
        tiles.MapGet("{layer}.json", TileJson.WriteAsync);
    }

    private static async Task<IResult> AreasAsync(string jurisdiction, int z, int x, int y, string kind, HttpContext context, Gazetteer gazetteer, ITiles tiles, CancellationToken cancellationToken)
    {
        var tile = TileAddress.Of(z, x, y);
        var columns = await gazetteer.ColumnsAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        if (columns.AreaKinds.All(each => each.Kind != kind))
            throw new UnknownNameException($"{jurisdiction} has no area kind '{kind}'.");
        return await CacheTag.AnswerAsync(context, columns.DataVersion, AccessPolicy.Local, $"areas {jurisdiction} {kind} {tile}", async () =>
            Answer(await tiles.AreasAsync(columns.Jurisdiction, kind, tile, AccessPolicy.Local, cancellationToken)));
    }

    private static async Task<IResult> IncidentsAsync(string jurisdiction, int z, int x, int y, HttpContext context, Gazetteer gazetteer, ITiles tiles, IncidentBinning binning, CancellationToken cancellationToken)
    {
        var tile = TileAddress.Of(z, x, y);
        var filter = RequestFilter.Read(context.Request.Query);
        var columns = await gazetteer.ColumnsAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        FilterNames.Check(columns, filter);
        return await CacheTag.AnswerAsync(context, columns.DataVersion, AccessPolicy.Local, $"incidents {jurisdiction} {RunIdentity.Write(filter)} {tile}", async () =>
        {
            if (z >= SingleIncidentsFrom)
                return Answer(await tiles.IncidentsAsync(columns.Jurisdiction, filter, tile, AccessPolicy.Local, cancellationToken));
            var (minX, minY, maxX, maxY) = tile.Bounds();
            var bins = (await binning.BinsAsync(columns, filter, z, AccessPolicy.Local, cancellationToken))
                .Where(bin => bin.X >= minX && bin.X < maxX && bin.Y > minY && bin.Y <= maxY).ToList();
            return Answer(await tiles.FeaturesAsync("incidents",
                [.. bins.Select(bin => new Point(bin.X, bin.Y) { SRID = 3857 })],
                [.. bins.Select(bin => $$"""{"count":{{bin.Count}}}""")], tile, cancellationToken));
        });
    }

    private static async Task<IResult> HotspotsAsync(string jurisdiction, int z, int x, int y, string p, HttpContext context, Gazetteer gazetteer, ITiles tiles, HotspotStudy study, CancellationToken cancellationToken)
    {
        var tile = TileAddress.Of(z, x, y);
        var request = ParameterToken.Read<HotspotRequest>(p);
        var columns = await gazetteer.ColumnsAsync(jurisdiction, AccessPolicy.Local, cancellationToken);
        return await CacheTag.AnswerAsync(context, columns.DataVersion, AccessPolicy.Local, $"hotspots {jurisdiction} {p} {tile}", async () =>
        {
            var layer = (await study.RunAsync(columns, request, AccessPolicy.Local, cancellationToken)).Result;
            var cells = layer.Units.Where(unit => unit.Bin != 0 || unit.Incidents > 0).Select(unit => (Unit: unit, Shape: layer.ShapeInWebMercator(unit)))
                .Where(cell => Touches(cell.Shape, tile)).ToList();
            return Answer(await tiles.FeaturesAsync("hotspots",
                [.. cells.Select(cell => cell.Shape)],
                [.. cells.Select(cell => JsonSerializer.Serialize(new { id = cell.Unit.Id, bin = cell.Unit.Bin, z = cell.Unit.Z, p = cell.Unit.P, exactP = cell.Unit.ExactP, pseudoP = cell.Unit.PseudoP, incidents = cell.Unit.Incidents }))],
                tile, cancellationToken));
        });
    }

    private static bool Touches(Geometry shape, TileAddress tile)
    {
        var (minX, minY, maxX, maxY) = tile.Bounds(margin: 0.02);
        return shape.EnvelopeInternal.Intersects(new Envelope(minX, maxX, minY, maxY));
    }

    private static IResult Answer(byte[] tile) => tile.Length == 0 ? Results.NoContent() : Results.Bytes(tile, ContentType);
}
