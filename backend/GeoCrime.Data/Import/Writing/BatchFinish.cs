using System.Text.Json;
using GeoCrime.Data.Schema;
using Microsoft.EntityFrameworkCore;
using GeoCrime.Data.Import.Areas;
using Npgsql;

namespace GeoCrime.Data.Import.Writing;

/// <summary>Ends a batch: state, completeness, statistics for the planner, and the summary.</summary>
internal static class BatchFinish
{
    private const string FinishSql = "UPDATE geocrime.import_batch SET state = 'finished', finished_at = now() WHERE id = $1";

    private const string ImportedSql = "UPDATE geocrime.jurisdiction SET imported_at = now() WHERE id = $1";

    private const string ReasonsSql = """
        SELECT reason, count(*), min(row_number), (array_agg(raw ORDER BY row_number))[1]
        FROM geocrime.quarantine WHERE batch_id = $1 GROUP BY reason ORDER BY count(*) DESC, reason
        """;

    public static async Task<ImportSummary> RunAsync(NpgsqlConnection connection, GeoCrimeDatabase database, int batchId, long resumedAfter, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var batch = await context.ImportBatches.AsNoTracking().SingleAsync(row => row.Id == batchId, cancellationToken);
        var source = await context.Sources.AsNoTracking().SingleAsync(row => row.Id == batch.SourceId, cancellationToken);
        var jurisdiction = await context.Jurisdictions.AsNoTracking().SingleAsync(row => row.Id == batch.JurisdictionId, cancellationToken);
        Completeness completeness;
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            await RunAsync(connection, FinishSql, batch.Id, cancellationToken);
            await RunAsync(connection, ImportedSql, jurisdiction.Id, cancellationToken);
            completeness = await CompletenessStore.UpdateAsync(connection, jurisdiction.Id, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        if (batch.Accepted > 0)
            await PartitionStatistics.UpdateAsync(connection, jurisdiction.Id, cancellationToken);
        return new ImportSummary(
            batch.Id,
            jurisdiction.Code,
            source.Code,
            batch.FileName,
            resumedAfter,
            new RowCounts(batch.RowsRead, batch.Accepted, batch.Corrected, batch.Quarantined, batch.Duplicates, batch.Unlocated),
            await ReasonsAsync(connection, batch.Id, cancellationToken),
            JsonSerializer.Deserialize<Dictionary<string, long>>(batch.Notes ?? "{}")!,
            await Agreements.OfSourceAsync(connection, jurisdiction.Id, batch.SourceId, cancellationToken),
            completeness);
    }

    private static async Task<IReadOnlyList<ReasonCount>> ReasonsAsync(NpgsqlConnection connection, int batch, CancellationToken cancellationToken)
    {
        const int exampleLength = 200;
        var reasons = new List<ReasonCount>();
        await using var command = new NpgsqlCommand(ReasonsSql, connection) { Parameters = { new() { Value = batch } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var reason = QuarantineReason.Of(reader.GetString(0));
            var example = reader.GetString(3);
            reasons.Add(new(reason.Code, reason.Sentence, reader.GetInt64(1), reader.GetInt64(2), example.Length <= exampleLength ? example : example[..exampleLength] + "…"));
        }
        return reasons;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, int id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = id } } };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
