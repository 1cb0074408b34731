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
            await QuarantineReader.ReasonsAsync(connection, batch.Id, cancellationToken),
            JsonSerializer.Deserialize<Dictionary<string, long>>(batch.Notes ?? "{}")!,
            await Agreements.OfSourceAsync(connection, jurisdiction.Id, batch.SourceId, cancellationToken),
            completeness);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, int id, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = id } } };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
