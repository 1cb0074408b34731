using GeoCrime.Data.Import.Profiles;
using GeoCrime.Data.Import.Reading;
using GeoCrime.Data.Schema;
using Microsoft.EntityFrameworkCore;

namespace GeoCrime.Data.Import.Writing;

/// <summary>States of an import batch as they stand in the database.</summary>
internal static class BatchState
{
    public const string Running = "running";
    public const string Finished = "finished";
    public const string Failed = "failed";
    public const string Undone = "undone";

    /// <summary>Cancelled between chunks; the same file imported again goes on from there.</summary>
    public const string Stopped = "stopped";
}

/// <summary>Finds the batch that an import belongs to, or begins one.</summary>
internal static class BatchStore
{
    /// <summary>The unfinished batch of the same file, else a new one; the flag says whether the very same file was finished before.</summary>
    public static async Task<(ImportBatchRow Batch, bool KnownFile)> BeginAsync(
        GeoCrimeContext context, int jurisdiction, SourceProfile profile, SourceFile file, CancellationToken cancellationToken)
    {
        var source = await context.Sources.SingleOrDefaultAsync(row => row.JurisdictionId == jurisdiction && row.Code == profile.Code, cancellationToken);
        if (source is null)
        {
            source = new SourceRow { JurisdictionId = jurisdiction, Code = profile.Code, Title = profile.Title };
            context.Add(source);
            await context.SaveChangesAsync(cancellationToken);
        }
        var same = await context.ImportBatches
            .Where(row => row.SourceId == source.Id && row.FileSha256 == file.Sha256 && row.State != BatchState.Undone)
            .OrderByDescending(row => row.Id)
            .ToListAsync(cancellationToken);
        var knownFile = same.Any(row => row.State == BatchState.Finished);
        var batch = same.FirstOrDefault(row => row.State != BatchState.Finished);
        if (batch is null)
        {
            batch = new ImportBatchRow
            {
                JurisdictionId = jurisdiction,
                SourceId = source.Id,
                FileName = file.Name,
                FileSha256 = file.Sha256,
                State = BatchState.Running,
                StartedAt = DateTime.UtcNow,
            };
            context.Add(batch);
        }
        batch.State = BatchState.Running;
        batch.Error = null;
        await context.SaveChangesAsync(cancellationToken);
        return (batch, knownFile);
    }

    /// <summary>Marks a batch that did not come to its end.</summary>
    public static async Task EndAsync(GeoCrimeDatabase database, int batch, string state, string? error)
    {
        await using var context = database.Context();
        await context.ImportBatches.Where(row => row.Id == batch).ExecuteUpdateAsync(row => row
            .SetProperty(each => each.State, state)
            .SetProperty(each => each.Error, error));
    }
}
