using GeoCrime.Data.Import.Areas;
using GeoCrime.Data.Import.Writing;
using GeoCrime.Data.Schema;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace GeoCrime.Data.Import;

/// <summary>Takes an import back: rows that it added go, rows that it corrected come back as they were, its quarantine goes.</summary>
public sealed class BatchUndo(GeoCrimeDatabase database)
{
    private const string LaterSql = """
        SELECT DISTINCT superseded_by FROM geocrime.incident_superseded WHERE batch_id = $1 ORDER BY superseded_by
        """;

    private const string RemoveSql = """
        WITH gone AS (
            DELETE FROM geocrime.incident WHERE jurisdiction_id = $2 AND batch_id = $1 RETURNING id, local_year
        ), keys AS (
            DELETE FROM geocrime.incident_key k USING gone
            WHERE k.id = gone.id AND NOT EXISTS (SELECT FROM geocrime.incident_superseded s WHERE s.superseded_by = $1 AND s.id = gone.id)
        )
        SELECT count(*), coalesce(array_agg(DISTINCT local_year), '{}') FROM gone
        """;

    private const string RestoreSql = """
        WITH old AS (
            DELETE FROM geocrime.incident_superseded WHERE superseded_by = $1 RETURNING *
        ), keys AS (
            UPDATE geocrime.incident_key k SET local_year = old.local_year, content_hash = old.content_hash FROM old WHERE k.id = old.id
        ), back AS (
            INSERT INTO geocrime.incident (id, jurisdiction_id, local_year, batch_id, category_id, occurred_from, occurred_local, occurred_to, occurred_to_local,
                reported_at, geom, x, y, incident_number, area_ids, stated_areas, attributes)
            SELECT id, jurisdiction_id, local_year, batch_id, category_id, occurred_from, occurred_local, occurred_to, occurred_to_local,
                reported_at, geom, x, y, incident_number, area_ids, stated_areas, attributes
            FROM old RETURNING local_year
        )
        SELECT count(*), coalesce(array_agg(DISTINCT local_year), '{}') FROM back
        """;

    private const string EndSql = """
        WITH aside AS (DELETE FROM geocrime.quarantine WHERE batch_id = $1)
        UPDATE geocrime.import_batch SET state = 'undone', finished_at = now() WHERE id = $1
        """;

    // Categories that only this batch used would else stay in every list; what somebody set by hand is kept for the next import.
    private const string CategoriesSql = """
        DELETE FROM geocrime.offence_category c WHERE c.jurisdiction_id = $1 AND NOT c.edited
            AND c.id NOT IN (SELECT category_id FROM geocrime.incident WHERE jurisdiction_id = $1)
            AND c.id NOT IN (SELECT category_id FROM geocrime.incident_superseded WHERE jurisdiction_id = $1)
        """;

    // Nothing is loaded any more: jurisdictions with data come first in every list.
    private const string EmptySql = """
        UPDATE geocrime.jurisdiction SET imported_at = NULL WHERE id = $1 AND NOT EXISTS (SELECT FROM geocrime.incident WHERE jurisdiction_id = $1)
        """;

    /// <returns>How many rows went and how many came back.</returns>
    /// <exception cref="ImportException">There is no such batch, it is undone already, or a later batch corrected its rows and must be undone first.</exception>
    public async Task<UndoSummary> RunAsync(int batch, CancellationToken cancellationToken = default)
    {
        await using var context = database.Context();
        var row = await context.ImportBatches.AsNoTracking().SingleOrDefaultAsync(each => each.Id == batch, cancellationToken)
            ?? throw new ImportException($"batch {batch}", null, "there is no such import");
        var jurisdiction = await context.Jurisdictions.AsNoTracking().SingleAsync(each => each.Id == row.JurisdictionId, cancellationToken);
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await ImportLock.TakeAsync(connection, jurisdiction.Id, jurisdiction.Code, cancellationToken);
        try
        {
            await CheckAsync(context, connection, row, cancellationToken);
            var summary = await UndoAsync(connection, row, jurisdiction.Code, cancellationToken);
            // Rows that came back know the areas of their own day.
            if (summary.Restored > 0)
                await AreaJoin.RunAsync(database, connection, jurisdiction.Id, null, cancellationToken);
            return summary;
        }
        finally
        {
            await ImportLock.ReleaseAsync(connection, jurisdiction.Id);
        }
    }

    private static async Task CheckAsync(GeoCrimeContext context, NpgsqlConnection connection, ImportBatchRow row, CancellationToken cancellationToken)
    {
        var state = await context.ImportBatches.Where(each => each.Id == row.Id).Select(each => each.State).SingleAsync(cancellationToken);
        if (state == BatchState.Undone)
            throw new ImportException($"batch {row.Id}", null, "this import is undone already");
        var later = new List<int>();
        await using var command = new NpgsqlCommand(LaterSql, connection) { CommandTimeout = 0, Parameters = { new() { Value = row.Id } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            later.Add(reader.GetInt32(0));
        if (later.Count > 0)
            throw new ImportException($"batch {row.Id}", null, $"later imports corrected its rows; undo them first: {string.Join(", ", later)}");
    }

    private static async Task<UndoSummary> UndoAsync(NpgsqlConnection connection, ImportBatchRow row, string jurisdiction, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (gone, goneYears) = await ReadAsync(connection, RemoveSql, [row.Id, row.JurisdictionId], cancellationToken);
        var (back, backYears) = await ReadAsync(connection, RestoreSql, [row.Id], cancellationToken);
        await RunAsync(connection, EndSql, [row.Id], cancellationToken);
        await RunAsync(connection, CategoriesSql, [row.JurisdictionId], cancellationToken);
        await RunAsync(connection, EmptySql, [row.JurisdictionId], cancellationToken);
        await CompletenessStore.UpdateAsync(connection, row.JurisdictionId, cancellationToken);
        await using (var touch = new NpgsqlCommand(MergeSql.Touch, connection))
        {
            touch.Parameters.Add(new NpgsqlParameter { Value = row.JurisdictionId });
            touch.Parameters.Add(new NpgsqlParameter { Value = goneYears.Union(backYears).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Smallint });
            await touch.ExecuteNonQueryAsync(cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        return new UndoSummary(row.Id, jurisdiction, row.FileName, gone - back, back, row.Quarantined);
    }

    private static async Task<(long Rows, short[] Years)> ReadAsync(NpgsqlConnection connection, string sql, int[] values, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.GetFieldValue<short[]>(1));
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, int[] values, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, int[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}

/// <summary>An import taken back.</summary>
/// <param name="Removed">Incidents that it had added.</param>
/// <param name="Restored">Incidents that it had corrected, now as they were.</param>
/// <param name="Released">Rows that it had quarantined.</param>
public sealed record UndoSummary(int Batch, string Jurisdiction, string File, long Removed, long Restored, long Released);
