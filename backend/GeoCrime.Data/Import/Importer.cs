using System.Text.Json;
using System.Threading.Channels;
using GeoCrime.Data.Import.Areas;
using GeoCrime.Data.Import.Profiles;
using GeoCrime.Data.Import.Reading;
using GeoCrime.Data.Import.Rows;
using GeoCrime.Data.Import.Writing;
using GeoCrime.Data.Schema;
using GeoCrime.Domain;
using Npgsql;

namespace GeoCrime.Data.Import;

/// <summary>Imports incident files: streaming, one transaction a chunk, resumable and idempotent.</summary>
/// <remarks>Reading and storing overlap: while one chunk is merged the next is read. At most three chunks are in memory.</remarks>
public sealed class Importer(GeoCrimeDatabase database)
{
    /// <summary>Imports a file, or goes on with an import of the same file that was interrupted.</summary>
    /// <param name="request">What to import.</param>
    /// <param name="progress">Told after each chunk.</param>
    /// <param name="cancellationToken">Ends the import between chunks; a later one goes on from there.</param>
    /// <exception cref="ImportException">The file cannot be read, lacks a column, or breaks off; rows before the break are stored, and the batch stays unfinished.</exception>
    public async Task<ImportSummary> RunAsync(ImportRequest request, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.ChunkRows, 1);
        var profile = request.Profile;
        var file = await SourceFile.InspectAsync(request.Path, cancellationToken);
        // Opened before anything is stored, so that a missing column or an unknown CRS leaves no trace.
        using var rows = SourceRows.Open(file, profile.Columns(), profile.NeededColumns(), profile.Encoding);
        var srid = profile.Position is { } position ? CrsCode.Srid(position.Crs, file.Name) : rows.Srid;
        var projected = srid == CrsCode.Wgs84 ? null : new ProjectedPositions(database.Source, srid, file.Name);
        if (projected is not null)
            await projected.CheckAsync(cancellationToken);

        var jurisdiction = await FindOrAddAsync(request, cancellationToken);
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await ImportLock.TakeAsync(connection, jurisdiction.Id, jurisdiction.Code, cancellationToken);
        try
        {
            await using var context = database.Context();
            var (batch, knownFile) = await BatchStore.BeginAsync(context, jurisdiction.Id, profile, file, cancellationToken);
            var converter = new RowConverter(profile, profile.Columns(), srid, request.Now, file.Name);
            var work = new Work(
                file,
                new ChunkReader(rows, converter, request.ChunkRows, batch.RowsRead),
                projected,
                new ChunkPlacer(await CurrentAreas.LocatorAsync(context, jurisdiction.Id, cancellationToken)),
                new ChunkMerger(connection, jurisdiction.Id, batch.SourceId, batch.Id, knownFile));
            try
            {
                await StoreAsync(work, connection, jurisdiction, batch, progress, cancellationToken);
            }
            catch (ImportException error)
            {
                await BatchStore.EndAsync(database, batch.Id, BatchState.Failed, error.Message);
                throw;
            }
            catch (OperationCanceledException)
            {
                await BatchStore.EndAsync(database, batch.Id, BatchState.Stopped, null);
                await using var after = await database.Source.OpenConnectionAsync(CancellationToken.None);
                await CompletenessStore.UpdateAsync(after, jurisdiction.Id, CancellationToken.None);
                throw;
            }
            return await BatchFinish.RunAsync(connection, database, batch.Id, batch.RowsRead, cancellationToken);
        }
        finally
        {
            await ImportLock.ReleaseAsync(connection, jurisdiction.Id);
        }
    }

    /// <summary>Makes the jurisdiction of a request where it does not exist, before anything else is done.</summary>
    /// <exception cref="ImportException">It exists with another time zone.</exception>
    public Task PrepareAsync(ImportRequest request, CancellationToken cancellationToken) => FindOrAddAsync(request, cancellationToken);

    private Task<JurisdictionRow> FindOrAddAsync(ImportRequest request, CancellationToken cancellationToken) => JurisdictionStore.FindOrAddAsync(
        database,
        JurisdictionStore.New(request.Jurisdiction, request.Name ?? NameOf(request.Profile, request.Jurisdiction), request.Profile.TimeZone, request.Synthetic),
        Path.GetFileName(request.Path),
        cancellationToken);

    private static async Task StoreAsync(
        Work work, NpgsqlConnection connection, JurisdictionRow jurisdiction, ImportBatchRow batch, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var notes = NotesOf(batch);
        var counts = new RowCounts(batch.RowsRead, batch.Accepted, batch.Corrected, batch.Quarantined, batch.Duplicates, batch.Unlocated);
        await work.Merger.PrepareAsync(cancellationToken);
        var srid = await JurisdictionStore.SettledSridAsync(connection, jurisdiction.Id, cancellationToken);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var chunks = Channel.CreateBounded<Chunk>(1);
        var reading = Task.Run(() => ReadAsync(work, chunks.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(cancellationToken))
            {
                if (srid is null && (srid = ChunkPlacer.ZoneOf(chunk)) is { } zone)
                    await JurisdictionStore.SetAnalysisSridAsync(connection, jurisdiction.Id, zone, cancellationToken);
                if (srid is { } known)
                    ChunkPlacer.Project(chunk, UtmProjection.Of(known));
                notes.Add(chunk.Notes);
                counts += await work.Merger.MergeAsync(chunk, notes, cancellationToken);
                progress?.Report(new ImportProgress(chunk.BytesRead, work.File.Bytes, counts));
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        if (work.Reader.Break is { } broken)
            throw broken;
    }

    /// <summary>Reads, transforms and joins chunks until the file ends or the receiver stops; an exception reaches the receiver through the channel.</summary>
    private static async Task ReadAsync(Work work, ChannelWriter<Chunk> chunks, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var chunk in work.Reader.Read(cancellationToken))
            {
                if (work.Projected is not null)
                    await work.Projected.TransformAsync(chunk, cancellationToken);
                work.Placer.Join(chunk);
                await chunks.WriteAsync(chunk, cancellationToken);
            }
            chunks.Complete();
        }
        catch (Exception error)
        {
            chunks.Complete(error);
            throw;
        }
    }

    private static string? NameOf(SourceProfile profile, string jurisdiction) =>
        profile.Jurisdiction is { } own && own.Code == jurisdiction ? own.Name : null;

    private static Notes NotesOf(ImportBatchRow batch)
    {
        var notes = new Notes();
        foreach (var (note, rows) in JsonSerializer.Deserialize<Dictionary<string, long>>(batch.Notes ?? "{}")!)
            notes.Add(note, rows);
        return notes;
    }

    private sealed record Work(SourceFile File, ChunkReader Reader, ProjectedPositions? Projected, ChunkPlacer Placer, ChunkMerger Merger);
}
