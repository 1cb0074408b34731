namespace GeoCrime.Data.Import.Reading;

/// <summary>The rows of a file, one at a time, whatever its format; memory does not grow with the file.</summary>
internal abstract class SourceRows : IDisposable
{
    /// <summary>Opens the file and finds the columns.</summary>
    /// <param name="file">What to read.</param>
    /// <param name="columns">Names of the columns wanted; <see cref="Field"/> takes their index.</param>
    /// <param name="needed">Those without which a row is no use: a row that ends before one of them has a defect.</param>
    /// <param name="encoding">Name of a CSV file's encoding; null for UTF-8. GeoJSON is UTF-8 always.</param>
    /// <exception cref="ImportException">A column is missing, or the file cannot be read.</exception>
    public static SourceRows Open(SourceFile file, IReadOnlyList<string> columns, IReadOnlyList<string> needed, string? encoding = null) =>
        file.Format == SourceFormat.GeoJson ? new GeoJsonRows(file, columns) : new CsvRows(file, columns, needed, encoding);

    /// <summary>As <see cref="Open"/>, for a look at the first rows: a GeoJSON file is not read to its end before.</summary>
    public static SourceRows Peek(SourceFile file, IReadOnlyList<string> columns, IReadOnlyList<string> needed, string? encoding) =>
        file.Format == SourceFormat.GeoJson ? GeoJsonRows.Peek(file, columns) : new CsvRows(file, columns, needed, encoding);

    /// <summary>Number of the current row, 1 for the first.</summary>
    public long Number { get; protected set; }

    /// <summary>Bytes of the file on disk read so far.</summary>
    public abstract long BytesRead { get; }

    /// <summary>EPSG code that the file states for its geometries; 4326 where it states none or has no geometries.</summary>
    public virtual int Srid => CrsCode.Wgs84;

    /// <summary>What keeps the current row from being read, if anything.</summary>
    public QuarantineReason? Defect { get; protected set; }

    /// <summary>Whether the current row ends before the header does, though behind all that is needed.</summary>
    public bool EndsEarly { get; protected set; }

    /// <summary>Whether the current row shows bytes that are not UTF-8, or a NUL, as U+FFFD.</summary>
    public bool Mangled { get; protected set; }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False behind the last row.</returns>
    /// <exception cref="ImportException">The file breaks off or is not of its format.</exception>
    public abstract bool Read();

    /// <summary>The trimmed text of a wanted column in the current row; empty where the row has none.</summary>
    public abstract string Field(int column);

    /// <summary>The point of the current row's own geometry.</summary>
    public virtual (double X, double Y)? Geometry => null;

    /// <summary>The current row as it stands in the file.</summary>
    public abstract string Raw { get; }

    /// <summary>Adds every field of the current row, wanted or not, to a hash.</summary>
    public abstract void AppendTo(RowHash hash);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
