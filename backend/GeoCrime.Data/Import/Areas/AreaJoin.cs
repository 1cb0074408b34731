using Npgsql;
using NpgsqlTypes;

namespace GeoCrime.Data.Import.Areas;

/// <summary>How far joining incidents to areas has come.</summary>
public sealed record AreaProgress(long Joined, long Incidents);

/// <summary>Joins the located incidents of a jurisdiction to its current areas anew, one year a transaction.</summary>
/// <remarks>A year that is joined twice comes out the same, so that an interruption does no harm.</remarks>
internal static class AreaJoin
{
    private const string YearsSql = """
        SELECT local_year, count(*) FROM geocrime.incident WHERE jurisdiction_id = $1 AND geom IS NOT NULL GROUP BY local_year ORDER BY local_year
        """;

    private const string PointsSql = """
        SELECT id, ST_X(geom), ST_Y(geom), area_ids FROM geocrime.incident WHERE jurisdiction_id = $1 AND local_year = $2 AND geom IS NOT NULL
        """;

    private const string StageSql = "CREATE TEMP TABLE joined (id bigint, area_ids integer[]) ON COMMIT DROP";

    private const string CopySql = "COPY joined FROM STDIN (FORMAT BINARY)";

    private const string UpdateSql = """
        UPDATE geocrime.incident i SET area_ids = joined.area_ids FROM joined WHERE i.jurisdiction_id = $1 AND i.local_year = $2 AND i.id = joined.id
        """;

    private const string TouchSql = "SELECT geocrime.touch($1, ARRAY[$2::smallint])";

    /// <returns>Located incidents.</returns>
    public static async Task<long> RunAsync(
        GeoCrimeDatabase database, NpgsqlConnection connection, int jurisdiction, IProgress<AreaProgress>? progress, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var locator = await CurrentAreas.LocatorAsync(context, jurisdiction, cancellationToken);
        var years = new List<(short Year, long Incidents)>();
        await using (var command = Command(connection, YearsSql, jurisdiction))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
                years.Add((reader.GetInt16(0), reader.GetInt64(1)));
        var total = years.Sum(year => year.Incidents);
        long done = 0;
        foreach (var (year, incidents) in years)
        {
            await JoinAsync(connection, locator, jurisdiction, year, cancellationToken);
            progress?.Report(new AreaProgress(done += incidents, total));
        }
        return total;
    }

    private static async Task JoinAsync(NpgsqlConnection connection, AreaLocator locator, int jurisdiction, short year, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var changed = new List<(long Id, int[] Areas)>();
        await using (var points = Command(connection, PointsSql, jurisdiction, year))
        await using (var reader = await points.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
            {
                var areas = locator.Find(reader.GetDouble(1), reader.GetDouble(2));
                if (await reader.IsDBNullAsync(3, cancellationToken) || !areas.AsSpan().SequenceEqual(reader.GetFieldValue<int[]>(3)))
                    changed.Add((reader.GetInt64(0), areas));
            }
        if (changed.Count == 0)
            return;
        await using (var stage = Command(connection, StageSql))
            await stage.ExecuteNonQueryAsync(cancellationToken);
        await using (var writer = await connection.BeginBinaryImportAsync(CopySql, cancellationToken))
        {
            foreach (var (id, areas) in changed)
            {
                await writer.StartRowAsync(cancellationToken);
                writer.Write(id, NpgsqlDbType.Bigint);
                writer.Write(areas, NpgsqlDbType.Array | NpgsqlDbType.Integer);
            }
            await writer.CompleteAsync(cancellationToken);
        }
        await using (var analyse = Command(connection, "ANALYZE joined"))
            await analyse.ExecuteNonQueryAsync(cancellationToken);
        await using (var update = Command(connection, UpdateSql, jurisdiction, year))
            await update.ExecuteNonQueryAsync(cancellationToken);
        await using (var touch = Command(connection, TouchSql, jurisdiction, year))
            await touch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
