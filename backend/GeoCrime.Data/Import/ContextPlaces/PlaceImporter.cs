using System.Globalization;
using GeoCrime.Data.Import.Writing;
using GeoCrime.Domain;
using Npgsql;
using NpgsqlTypes;

namespace GeoCrime.Data.Import.ContextPlaces;

/// <summary>Stores the context places of one kind: a file replaces the kind as a whole.</summary>
public sealed class PlaceImporter(GeoCrimeDatabase database)
{
    /// <summary>Farther from its zone's middle than this, degrees, a position is a typing error: metres mean nothing there.</summary>
    private const double MostDegrees = 10;

    private const string StageSql = """
        CREATE TEMP TABLE staged_place ON COMMIT DROP AS
        SELECT id, name, ST_Transform(ST_SetSRID(ST_MakePoint(x, y), $5), 4326) AS geom
        FROM unnest($1::text[], $2::text[], $3::double precision[], $4::double precision[]) AS t(id, name, x, y)
        """;

    private const string FarSql = """
        DELETE FROM staged_place WHERE NOT (abs(ST_X(geom) - $1) <= $2 AND abs(ST_Y(geom)) <= 84)
        """;

    // Geometries are compared as bytes: = would compare their boxes in single precision.
    private const string ChangedSql = """
        SELECT count(*) FROM (SELECT id, name, ST_AsBinary(geom) AS point, $3::text AS label FROM staged_place) new
        FULL JOIN (SELECT source_id AS id, name, ST_AsBinary(geom) AS point, kind_label AS label FROM geocrime.place WHERE jurisdiction_id = $1 AND kind = $2) old USING (id)
        WHERE (new.name, new.point, new.label) IS DISTINCT FROM (old.name, old.point, old.label)
        """;

    private const string DeleteSql = "DELETE FROM geocrime.place WHERE jurisdiction_id = $1 AND kind = $2";
    private const string InsertSql = "INSERT INTO geocrime.place (jurisdiction_id, kind, source_id, kind_label, name, geom) SELECT $1, $2, id, $3, name, geom FROM staged_place";
    private const string CrsSql = "SELECT EXISTS (SELECT FROM spatial_ref_sys WHERE srid = $1)";

    /// <summary>Replaces the places of a kind in one transaction and raises the data version; the same places again change nothing.</summary>
    /// <param name="kind">In words; its code is made of them.</param>
    /// <param name="srid">EPSG code of the positions.</param>
    /// <exception cref="ImportException">No row can be used, or the CRS is unknown; nothing is changed.</exception>
    public async Task<PlaceSummary> SaveAsync(Jurisdiction jurisdiction, string kind, string file, IReadOnlyList<PlaceRecord> records, int srid, CancellationToken cancellationToken)
    {
        var (code, usable, setAside) = (Slug.Of(kind), new List<(string Id, string? Name, double X, double Y)>(), new SortedDictionary<string, int>(StringComparer.Ordinal));
        Sort(records, usable, setAside);
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await ImportLock.TakeAsync(connection, jurisdiction.Id, jurisdiction.Code, cancellationToken);
        try
        {
            if (!await ScalarAsync<bool>(connection, CrsSql, cancellationToken, srid))
                throw new ImportException(file, null, $"EPSG:{srid} is not known to PostGIS");
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await RunAsync(connection, StageSql, cancellationToken,
                usable.Select(each => each.Id).ToArray(), usable.Select(each => each.Name).ToArray(), usable.Select(each => each.X).ToArray(), usable.Select(each => each.Y).ToArray(), srid);
            // The middle of the zone, degrees.
            var middle = (jurisdiction.AnalysisSrid % 100 * 6) - 183;
            if (await RunAsync(connection, FarSql, cancellationToken, (double)middle, MostDegrees) is > 0 and var far)
                setAside["far-away"] = far;
            var stored = usable.Count - setAside.GetValueOrDefault("far-away");
            if (stored == 0)
                throw new ImportException(file, null, $"no row of {records.Count} can be used ({string.Join(", ", setAside.Select(each => $"{each.Key} {each.Value}"))}); places of kind {code} stay as they are");
            var changed = await ScalarAsync<long>(connection, ChangedSql, cancellationToken, jurisdiction.Id, code, kind);
            var before = await RunAsync(connection, DeleteSql, cancellationToken, jurisdiction.Id, code);
            if (changed == 0)
                return new PlaceSummary(jurisdiction.Code, code, records.Count, stored, before, true, setAside);
            await RunAsync(connection, InsertSql, cancellationToken, jurisdiction.Id, code, kind);
            // No year of incidents has changed.
            await RunAsync(connection, MergeSql.Touch, cancellationToken, jurisdiction.Id, new NpgsqlParameter { Value = Array.Empty<short>(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Smallint });
            await transaction.CommitAsync(cancellationToken);
            return new PlaceSummary(jurisdiction.Code, code, records.Count, stored, before, false, setAside);
        }
        finally
        {
            await ImportLock.ReleaseAsync(connection, jurisdiction.Id);
        }
    }

    /// <summary>Rows with a position and an id of their own. Without an id column a row is its name and position, and its occurrence number.</summary>
    private static void Sort(IReadOnlyList<PlaceRecord> records, List<(string, string?, double, double)> usable, SortedDictionary<string, int> setAside)
    {
        var (ids, occurrences) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var record in records)
        {
            double x = 0, y = 0;
            var reason = record switch
            {
                _ when string.IsNullOrWhiteSpace(record.X) || string.IsNullOrWhiteSpace(record.Y) => "no-position",
                _ when !TryNumber(record.X, out x) || !TryNumber(record.Y, out y) => "unreadable-position",
                { Id: { } blank } when string.IsNullOrWhiteSpace(blank) => "no-id",
                _ => null,
            };
            var id = record.Id?.Trim();
            if (reason is null && id is null)
            {
                var content = string.Create(CultureInfo.InvariantCulture, $"{record.Name}@{x:R},{y:R}");
                var occurrence = occurrences[content] = occurrences.GetValueOrDefault(content) + 1;
                id = $"{content}#{occurrence}";
            }
            if (reason is null && !ids.Add(id!))
                reason = "id-repeated";
            if (reason is null)
                usable.Add((id!, string.IsNullOrWhiteSpace(record.Name) ? null : record.Name.Trim(), x, y));
            else
                setAside[reason] = setAside.GetValueOrDefault(reason) + 1;
        }
    }

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static async Task<int> RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        return command;
    }
}
