using GeoCrime.Data.Geometry;
using GeoCrime.Data.Import.Reading;
using GeoCrime.Data.Import.Writing;
using GeoCrime.Data.Schema;
using GeoCrime.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace GeoCrime.Data.Import.Areas;

/// <summary>Loads the boundaries of one kind: they become current at once, and every located incident is joined to them.</summary>
public sealed class AreaImporter(GeoCrimeDatabase database)
{
    private const string StageSql = """
        CREATE TEMP TABLE staged_area (ordinal serial, code text, name text, population integer, attributes jsonb, geom geometry) ON COMMIT DROP
        """;

    private const string AddFeatureSql = """
        INSERT INTO staged_area (code, name, population, attributes, geom)
        VALUES ($1, $2, $3, $4, ST_Transform(ST_SetSRID(ST_GeomFromEWKB($5), $6), 4326)) RETURNING ST_IsValidReason(geom)
        """;

    private const string AddSetSql = """
        INSERT INTO geocrime.area_set (jurisdiction_id, kind, label, source, loaded_at, current) VALUES ($1, $2, $3, $4, now(), true) RETURNING id
        """;

    // The structural repair keeps what rings enclose; features that share a code become one area; what collapses is left out.
    private const string AddAreasSql = """
        INSERT INTO geocrime.area (area_set_id, code, name, geom, square_kilometres, population, attributes)
        SELECT $1, code, name, whole, ST_Area(whole::geography) / 1e6, population, attributes
        FROM (
            SELECT code, (array_agg(name ORDER BY ordinal))[1] AS name, sum(population)::integer AS population, (array_agg(attributes ORDER BY ordinal))[1] AS attributes,
                CASE WHEN count(*) = 1 AND bool_and(ST_IsValid(geom)) THEN (array_agg(geom))[1]
                     ELSE ST_Multi(ST_CollectionExtract(ST_Union(ST_MakeValid(geom, 'method=structure')), 3)) END AS whole
            FROM staged_area GROUP BY code
        ) areas
        WHERE NOT ST_IsEmpty(whole)
        ORDER BY code
        """;

    private const string RetireSql = """
        UPDATE geocrime.area_set SET current = false, valid_to = coalesce(valid_to, CURRENT_DATE) WHERE jurisdiction_id = $1 AND kind = $2 AND current
        """;

    private const string CentroidSql = """
        SELECT ST_X(c), ST_Y(c) FROM (SELECT ST_Centroid(ST_Collect(geom)) AS c FROM geocrime.area WHERE area_set_id = $1) centre
        """;

    /// <exception cref="ImportException">The file is not what the request says; nothing is changed.</exception>
    /// <exception cref="ArgumentException">The jurisdiction is new and the request has no time zone.</exception>
    public async Task<AreaSummary> RunAsync(AreaRequest request, IProgress<AreaProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var file = await SourceFile.InspectAsync(request.Path, cancellationToken);
        var (features, srid, found) = AreaFeatures.Read(file, request);
        var jurisdiction = await JurisdictionAsync(request, cancellationToken);
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await ImportLock.TakeAsync(connection, jurisdiction.Id, jurisdiction.Code, cancellationToken);
        try
        {
            var origin = $"{file.Name} {Convert.ToHexStringLower(file.Sha256)} {request.CodeProperty} {request.NameProperty} {request.SlugCodes} {srid}";
            await using var context = database.Context();
            var repairs = found.ToList();
            // The very same areas are not stored twice, but an earlier run may have been cut off before it had joined all incidents.
            var unchanged = await context.AreaSets.AnyAsync(row => row.JurisdictionId == jurisdiction.Id && row.Kind == request.Kind && row.Current && row.Source == origin, cancellationToken);
            var areas = unchanged ? 0 : await StoreAsync(connection, jurisdiction, request, features, srid, origin, file.Name, repairs, cancellationToken);
            var joined = await AreaJoin.RunAsync(database, connection, jurisdiction.Id, progress, cancellationToken);
            return new AreaSummary(jurisdiction.Code, request.Kind, features.Count, areas, repairs, joined, unchanged,
                await Agreements.OfKindAsync(connection, jurisdiction.Id, request.Kind, cancellationToken));
        }
        finally
        {
            await ImportLock.ReleaseAsync(connection, jurisdiction.Id);
        }
    }

    private async Task<JurisdictionRow> JurisdictionAsync(AreaRequest request, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        if (await context.Jurisdictions.SingleOrDefaultAsync(row => row.Code == request.Jurisdiction, cancellationToken) is { } known)
            return known;
        var zone = request.TimeZone ?? throw new ArgumentException($"the jurisdiction '{request.Jurisdiction}' is new: name its time zone", nameof(request));
        var added = JurisdictionStore.New(request.Jurisdiction, request.JurisdictionName, zone, request.Synthetic);
        context.Add(added);
        await context.SaveChangesAsync(cancellationToken);
        return added;
    }

    private static async Task<int> StoreAsync(
        NpgsqlConnection connection, JurisdictionRow jurisdiction, AreaRequest request, IReadOnlyList<AreaFeature> features, int srid, string origin, string file,
        List<AreaRepair> repairs, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var settled = await JurisdictionStore.SettledSridAsync(connection, jurisdiction.Id, cancellationToken) is not null;
        await StageAsync(connection, features, srid, file, repairs, cancellationToken);
        await RunAsync(connection, RetireSql, [jurisdiction.Id, request.Kind], cancellationToken);
        var label = request.Label ?? char.ToUpperInvariant(request.Kind[0]) + request.Kind[1..].Replace('-', ' ');
        var set = (int)(await ScalarAsync(connection, AddSetSql, [jurisdiction.Id, request.Kind, label, origin], cancellationToken))!;
        var areas = await RunAsync(connection, AddAreasSql, [set], cancellationToken);
        if (areas == 0)
            throw new ImportException(file, null, "no feature encloses an area");
        if (!settled)
            await SettleCrsAsync(connection, jurisdiction.Id, set, cancellationToken);
        await RunAsync(connection, MergeSql.Touch, [jurisdiction.Id, Array.Empty<short>()], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return areas;
    }

    private static async Task StageAsync(
        NpgsqlConnection connection, IReadOnlyList<AreaFeature> features, int srid, string file, List<AreaRepair> repairs, CancellationToken cancellationToken)
    {
        await RunAsync(connection, StageSql, [], cancellationToken);
        foreach (var feature in features)
        {
            await using var add = new NpgsqlCommand(AddFeatureSql, connection)
            {
                Parameters =
                {
                    new() { Value = feature.Code }, new() { Value = feature.Name },
                    new() { Value = (object?)feature.Population ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer },
                    new() { Value = feature.Attributes, NpgsqlDbType = NpgsqlDbType.Jsonb },
                    new() { Value = GeometryBytes.Write(feature.Geometry) }, new() { Value = srid },
                },
            };
            try
            {
                var reason = (string)(await add.ExecuteScalarAsync(cancellationToken))!;
                if (reason != "Valid Geometry")
                    repairs.Add(new AreaRepair(feature.Code, reason));
            }
            catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.InternalError or PostgresErrorCodes.InvalidParameterValue)
            {
                throw new ImportException(file, null, $"the coordinates of '{feature.Code}' cannot be those of EPSG:{srid}: {error.MessageText}", error);
            }
        }
    }

    private static async Task SettleCrsAsync(NpgsqlConnection connection, int jurisdiction, int set, CancellationToken cancellationToken)
    {
        int zone;
        await using (var command = new NpgsqlCommand(CentroidSql, connection) { Parameters = { new() { Value = set } } })
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            zone = UtmProjection.ZoneOf(reader.GetDouble(0), reader.GetDouble(1));
        }
        await JurisdictionStore.SetAnalysisSridAsync(connection, jurisdiction, zone, cancellationToken);
    }

    private static async Task<int> RunAsync(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
