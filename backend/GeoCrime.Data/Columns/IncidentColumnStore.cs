using System.Collections.Concurrent;
using GeoCrime.Data.Schema;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GeoCrime.Data.Columns;

/// <summary>Keeps the newest snapshot of each jurisdiction; the least used go first when the byte budget is exceeded.</summary>
public sealed class IncidentColumnStore(GeoCrimeDatabase database, long budgetBytes = 1L << 30) : IIncidentColumns
{
    private readonly ConcurrentDictionary<int, Slot> slots = new();
    private long uses;

    /// <remarks>Asks the database for the data version (one row), then reads only years whose partition version is new.</remarks>
    public async Task<IncidentColumns> GetAsync(Jurisdiction jurisdiction, AccessPolicy policy, CancellationToken cancellationToken)
    {
        var slot = slots.GetOrAdd(jurisdiction.Id, _ => new Slot());
        await slot.Gate.WaitAsync(cancellationToken);
        try
        {
            slot.LastUse = Interlocked.Increment(ref uses);
            await using var context = database.Context();
            // One snapshot of the database for versions, lists and rows, so that they belong together.
            await using var transaction = await context.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
            var row = await context.Jurisdictions.AsNoTracking().SingleAsync(each => each.Id == jurisdiction.Id, cancellationToken);
            var version = DataVersions.Of(row);
            var columns = slot.Columns;
            if (columns?.DataVersion != version)
                slot.Columns = columns = await ReadAsync(context, row, columns, cancellationToken);
            Evict(jurisdiction.Id);
            return columns;
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    private static async Task<IncidentColumns> ReadAsync(GeoCrimeContext context, JurisdictionRow row, IncidentColumns? old, CancellationToken cancellationToken)
    {
        var categories = await context.OffenceCategories.AsNoTracking()
            .Where(category => category.JurisdictionId == row.Id).OrderBy(category => category.Id)
            .Select(category => new OffenceCategory(category.Id, category.Code, category.Label, category.Group, category.Severity, category.OfficerInitiated))
            .ToListAsync(cancellationToken);
        var kinds = await AreaColumns.ReadAsync(context, row.Id, cancellationToken);
        var areas = kinds
            .SelectMany((kind, number) => kind.Areas.Select((area, index) => (area.Id, Place: (number, (short)index))))
            .ToDictionary(entry => entry.Id, entry => entry.Place);
        var categoryNumbers = categories.Select((category, index) => (category.Id, index)).ToDictionary(entry => entry.Id, entry => (short)entry.index);
        var known = old is not null && SameNumbers(old, categories, kinds) ? old.Chunks.ToDictionary(chunk => (chunk.Year, chunk.Version)) : [];
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        var chunks = new List<IncidentChunk>();
        foreach (var part in await PartsAsync(context, row.Id, cancellationToken))
            chunks.Add(known.GetValueOrDefault((part.Year, part.Version))
                ?? await ChunkReader.ReadAsync(connection, row.Id, part, categoryNumbers, areas, kinds.Count, cancellationToken));
        // As it is now, not as the caller read it: the first position settles the analysis CRS.
        var jurisdiction = new Jurisdiction(row.Id, row.Code, row.Name, row.TimeZone, row.AnalysisSrid, row.Synthetic);
        return new IncidentColumns(jurisdiction, DataVersions.Of(row), row.CompleteThrough, categories, kinds, chunks);
    }

    /// <summary>Whether the numbers in old chunks still mean the same: categories were at most added at the end, areas are the very same.</summary>
    private static bool SameNumbers(IncidentColumns old, List<OffenceCategory> categories, List<AreaColumn> kinds) =>
        categories.Take(old.Categories.Count).Select(category => category.Id).SequenceEqual(old.Categories.Select(category => category.Id))
        && kinds.SelectMany(kind => kind.Areas).Select(area => area.Id).SequenceEqual(old.AreaKinds.SelectMany(kind => kind.Areas).Select(area => area.Id));

    private static async Task<List<(short Year, long Version)>> PartsAsync(GeoCrimeContext context, int jurisdiction, CancellationToken cancellationToken)
    {
        var parts = await context.Database
            .SqlQuery<Part>($"SELECT local_year AS year, version FROM geocrime.partition_version WHERE jurisdiction_id = {jurisdiction} ORDER BY local_year")
            .ToListAsync(cancellationToken);
        return [.. parts.Select(part => (part.Year, part.Version))];
    }

    private void Evict(int keep)
    {
        while (slots.Values.Sum(slot => slot.Columns?.Bytes ?? 0) > budgetBytes)
        {
            // What is being asked for stays, however large it is.
            if (slots.Where(slot => slot.Key != keep && slot.Value.Columns is not null).Select(slot => slot.Value).MinBy(slot => slot.LastUse) is not { } oldest)
                return;
            oldest.Columns = null;
        }
    }

    private sealed class Slot
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public IncidentColumns? Columns { get; set; }

        public long LastUse { get; set; }
    }

    private sealed record Part(short Year, long Version);
}
