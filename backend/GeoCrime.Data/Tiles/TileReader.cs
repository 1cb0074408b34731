using GeoCrime.Data.Reading;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using Npgsql;
using NtsGeometry = NetTopologySuite.Geometries.Geometry;

namespace GeoCrime.Data.Tiles;

/// <summary>Vector tiles by PostGIS' ST_AsMVT.</summary>
public sealed class TileReader(GeoCrimeDatabase database) : ITiles
{
    // Parts of a line or polygon up to 64/4096 of the tile beyond its edge are kept, so that outlines join.
    private const string AreasSql = """
        WITH tile AS (SELECT ST_TileEnvelope($1, $2, $3) AS box, ST_Transform(ST_TileEnvelope($1, $2, $3, margin => 0.02), 4326) AS reach)
        SELECT ST_AsMVT(layer, 'areas', 4096, 'geom') FROM (
            SELECT a.code, a.name, ST_AsMVTGeom(ST_Transform(a.geom, 3857), tile.box, 4096, 64) AS geom
            FROM tile, geocrime.area a JOIN geocrime.area_set s ON s.id = a.area_set_id
            WHERE s.current AND s.jurisdiction_id = $4 AND s.kind = $5 AND a.geom && tile.reach
        ) layer WHERE geom IS NOT NULL
        """;

    private const string FeaturesSql = """
        WITH tile AS (SELECT ST_TileEnvelope($1, $2, $3) AS box)
        SELECT ST_AsMVT(layer, $4, 4096, 'geom') FROM (
            SELECT ST_AsMVTGeom(feature.shape, tile.box, 4096, 64) AS geom, feature.properties
            FROM tile, unnest($5::geometry[], $6::jsonb[]) AS feature (shape, properties)
        ) layer WHERE geom IS NOT NULL
        """;

    public Task<byte[]> AreasAsync(Jurisdiction jurisdiction, string kind, TileAddress tile, AccessPolicy policy, CancellationToken cancellationToken) =>
        ReadAsync(AreasSql, [.. Tile(tile), Value(jurisdiction.Id), Value(kind)], cancellationToken);

    public Task<byte[]> IncidentsAsync(Jurisdiction jurisdiction, IncidentFilter filter, TileAddress tile, AccessPolicy policy, CancellationToken cancellationToken)
    {
        if (!policy.SeesRows)
            throw new UnauthorizedAccessException("This role sees counts, not single incidents.");
        var conditions = new IncidentConditions(jurisdiction, filter);
        var place = $"{conditions.Bind(tile.Zoom)}, {conditions.Bind(tile.X)}, {conditions.Bind(tile.Y)}";
        conditions.Add($"i.geom && ST_Transform(ST_TileEnvelope({place}, margin => 0.02), 4326)");
        var text = $"""
            SELECT ST_AsMVT(layer, 'incidents', 4096, 'geom') FROM (
                SELECT i.id, c.code AS category, c.severity, to_char(i.occurred_local, 'YYYY-MM-DD"T"HH24:MI') AS occurred,
                    ST_AsMVTGeom(ST_Transform(i.geom, 3857), ST_TileEnvelope({place}), 4096, 64) AS geom
                FROM geocrime.incident i JOIN geocrime.offence_category c ON c.id = i.category_id
                WHERE {conditions.Text}
            ) layer WHERE geom IS NOT NULL
            """;
        return ReadAsync(text, conditions.Parameters, cancellationToken);
    }

    public Task<byte[]> FeaturesAsync(string layer, IReadOnlyList<NtsGeometry> geometries, IReadOnlyList<string> properties, TileAddress tile, CancellationToken cancellationToken) =>
        geometries.Count == 0
            ? Task.FromResult<byte[]>([])
            : ReadAsync(FeaturesSql,
                [.. Tile(tile), Value(layer), new NpgsqlParameter { Value = geometries.ToArray(), DataTypeName = "geometry[]" }, Value(properties.ToArray())],
                cancellationToken);

    private async Task<byte[]> ReadAsync(string text, IEnumerable<NpgsqlParameter> parameters, CancellationToken cancellationToken)
    {
        await using var command = database.Source.CreateCommand(text);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return await command.ExecuteScalarAsync(cancellationToken) as byte[] ?? [];
    }

    private static NpgsqlParameter[] Tile(TileAddress tile) => [Value(tile.Zoom), Value(tile.X), Value(tile.Y)];

    private static NpgsqlParameter Value(object value) => new() { Value = value };
}
