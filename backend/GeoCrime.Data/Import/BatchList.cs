using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace GeoCrime.Data.Import;

/// <summary>An import as it stands in the records.</summary>
/// <param name="State">running (or cut off), stopped, finished, failed or undone.</param>
public sealed record BatchEntry(
    int Batch, string Jurisdiction, string Source, string File, string State, RowCounts Rows, IReadOnlyDictionary<string, long> Notes, string? Error, DateTime StartedAt, DateTime? FinishedAt);

/// <summary>Lists imports.</summary>
public sealed class BatchList(GeoCrimeDatabase database)
{
    /// <param name="jurisdiction">Its code; null for all.</param>
    /// <returns>The imports, the latest first.</returns>
    public async Task<IReadOnlyList<BatchEntry>> ReadAsync(string? jurisdiction, CancellationToken cancellationToken = default)
    {
        await using var context = database.Context();
        var rows = await (
            from batch in context.ImportBatches.AsNoTracking()
            join source in context.Sources on batch.SourceId equals source.Id
            join owner in context.Jurisdictions on batch.JurisdictionId equals owner.Id
            where jurisdiction == null || owner.Code == jurisdiction
            orderby batch.Id descending
            select new { Batch = batch, Source = source.Code, Jurisdiction = owner.Code }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new BatchEntry(
            row.Batch.Id,
            row.Jurisdiction,
            row.Source,
            row.Batch.FileName,
            row.Batch.State,
            new RowCounts(row.Batch.RowsRead, row.Batch.Accepted, row.Batch.Corrected, row.Batch.Quarantined, row.Batch.Duplicates, row.Batch.Unlocated),
            JsonSerializer.Deserialize<Dictionary<string, long>>(row.Batch.Notes ?? "{}")!,
            row.Batch.Error,
            row.Batch.StartedAt,
            row.Batch.FinishedAt))];
    }
}
