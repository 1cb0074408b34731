namespace GeoCrime.Data.Import;

/// <summary>A file that cannot be read on: what is wrong, in which file and, where one row is to blame, in which row.</summary>
/// <param name="file">The file's name as the user gave it.</param>
/// <param name="row">Number of the record, 1 for the first below the header; null where the whole file is to blame.</param>
/// <param name="reason">One sentence without the file's name.</param>
public sealed class ImportException(string file, long? row, string reason, Exception? inner = null)
    : Exception(row is null ? $"{file}: {reason}" : $"{file}, row {row}: {reason}", inner)
{
    public string File { get; } = file;

    public long? Row { get; } = row;

    public string Reason { get; } = reason;
}
