namespace GeoCrime.Data.Import.Rows;

/// <summary>Some thousand rows in the order of the file: what one transaction stores.</summary>
/// <param name="BytesRead">Bytes of the file on disk read up to the end of the chunk.</param>
internal sealed record Chunk(IReadOnlyList<ImportRow> Rows, Notes Notes, long BytesRead)
{
    /// <summary>Sets how each row stands to earlier ones of the chunk; rows to be kept aside stand for themselves.</summary>
    public static void SetStandings(IReadOnlyList<ImportRow> rows)
    {
        var firstContent = new Dictionary<string, Guid>(rows.Count);
        HashSet<string>? later = null;
        foreach (var row in rows)
        {
            if (row.Reason is not null || firstContent.TryAdd(row.SourceKey, row.ContentHash))
                continue;
            later ??= [];
            row.Standing = firstContent[row.SourceKey] == row.ContentHash || !later.Add(row.QuarantineKey) ? Standing.Repeat : Standing.OtherContent;
        }
    }
}
