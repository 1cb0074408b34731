using GeoCrime.Data.Import.Reading;

namespace GeoCrime.Data.Import.Rows;

/// <summary>Reads a source in chunks.</summary>
/// <param name="skip">Rows at the start that an earlier run stored.</param>
internal sealed class ChunkReader(SourceRows rows, RowConverter converter, int chunkRows, long skip)
{
    /// <summary>What broke the file off behind the last chunk; null where the file is whole.</summary>
    public ImportException? Break { get; private set; }

    /// <returns>The chunks; where the file breaks off, the rows before that are the last one.</returns>
    /// <exception cref="ImportException">The rows are not what the profile says.</exception>
    public IEnumerable<Chunk> Read(CancellationToken cancellationToken)
    {
        while (rows.Number < skip && TryRead())
            converter.Skip(rows);
        while (Break is null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var chunk = ReadChunk();
            if (chunk.Rows.Count == 0)
                yield break;
            yield return chunk;
        }
    }

    private Chunk ReadChunk()
    {
        var converted = new List<ImportRow>(chunkRows);
        var notes = new Notes();
        while (converted.Count < chunkRows && TryRead())
            converted.Add(converter.Convert(rows, notes));
        Chunk.SetStandings(converted);
        return new Chunk(converted, notes, rows.BytesRead);
    }

    private bool TryRead()
    {
        try
        {
            return rows.Read();
        }
        catch (ImportException error)
        {
            Break = error;
            return false;
        }
    }
}
