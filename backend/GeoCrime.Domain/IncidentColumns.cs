namespace GeoCrime.Domain;

/// <summary>
/// The located and unlocated incidents of one jurisdiction and data version as arrays, in immutable chunks by local year.
/// Filters and analysis run on it; the database stays the truth.
/// </summary>
/// <param name="Categories">A chunk's category number is an index into this list.</param>
/// <param name="AreaKinds">The area columns of each chunk, in this order.</param>
public sealed record IncidentColumns(
    Jurisdiction Jurisdiction,
    string DataVersion,
    DateOnly? CompleteThrough,
    IReadOnlyList<OffenceCategory> Categories,
    IReadOnlyList<AreaColumn> AreaKinds,
    IReadOnlyList<IncidentChunk> Chunks)
{
    public long Count => Chunks.Sum(chunk => (long)chunk.Count);

    /// <summary>Bytes held by the arrays of all chunks.</summary>
    public long Bytes => Chunks.Sum(chunk => chunk.Bytes);
}

/// <summary>An area kind of the snapshot: a chunk's area number is an index into <see cref="Areas"/>; −1 is no area.</summary>
public sealed record AreaColumn(string Kind, string Label, IReadOnlyList<Area> Areas);

/// <summary>One local year of a jurisdiction; all arrays have <see cref="Count"/> entries, in order of local start and id.</summary>
/// <param name="X">Centimetres east in the analysis CRS; <see cref="Unlocated"/> where there is no usable position.</param>
/// <param name="Y">Centimetres north in the analysis CRS.</param>
/// <param name="Day">Local day of the start, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Hour">Local hour of the start, 0…23.</param>
/// <param name="Category">Index into the snapshot's categories.</param>
/// <param name="Area">[kind][row]: index into the kind's areas, or −1.</param>
/// <param name="Reported">Local day of the report, as day number; the start's day where the source states none.</param>
public sealed record IncidentChunk(int Year, long Version, int[] X, int[] Y, int[] Day, byte[] Hour, short[] Category, short[][] Area, int[] Reported)
{
    public const int Unlocated = int.MinValue;

    public int Count => Day.Length;

    public long Bytes => (long)Count * (4 + 4 + 4 + 1 + 2 + 4 + (2 * Area.Length));
}
