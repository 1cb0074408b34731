using System.Security.Cryptography;

namespace GeoCrime.Data.Import.Reading;

/// <summary>A file on disk, known by its content: compression and format are seen, not taken from the name.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="Name">Its name without folders, as messages and batches show it.</param>
/// <param name="Bytes">Size on disk.</param>
/// <param name="Sha256">Hash of the bytes on disk.</param>
public sealed record SourceFile(string FullPath, string Name, long Bytes, byte[] Sha256, bool Gzip, SourceFormat Format)
{
    private const int PeekBytes = 4096;

    /// <summary>What separates the fields of a CSV file.</summary>
    public char Delimiter { get; init; } = FieldDelimiter.Usual;

    /// <summary>Looks at a file; reads it once for its hash.</summary>
    /// <exception cref="ImportException">The file is absent, empty, or neither text nor gzip of text.</exception>
    public static async Task<SourceFile> InspectAsync(string path, CancellationToken cancellation = default)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
            throw new ImportException(path, null, Directory.Exists(path) ? "this is a folder, not a file" : "no such file");
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        await using (stream.ConfigureAwait(false))
        {
            var gzip = StartsWithGzip(stream);
            var head = Peek(gzip ? new GzipReader(stream, name) : stream);
            var format = Recognise(head, name);
            using var again = File.OpenRead(path);
            var hash = await SHA256.HashDataAsync(again, cancellation).ConfigureAwait(false);
            return new SourceFile(Path.GetFullPath(path), name, again.Length, hash, gzip, format) { Delimiter = FieldDelimiter.Of(head) };
        }
    }

    /// <summary>Opens the text, inflated where it is compressed. The position of <paramref name="onDisk"/> tells how far reading has come.</summary>
    internal Stream Open(out FileStream onDisk)
    {
        onDisk = new FileStream(FullPath, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        return Gzip ? new GzipReader(onDisk, Name) : onDisk;
    }

    private static bool StartsWithGzip(FileStream stream)
    {
        Span<byte> magic = stackalloc byte[2];
        var count = stream.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        stream.Position = 0;
        return count == 2 && magic is [0x1F, 0x8B];
    }

    private static byte[] Peek(Stream stream)
    {
        var head = new byte[PeekBytes];
        return head[..stream.ReadAtLeast(head, PeekBytes, throwOnEndOfStream: false)];
    }

    private static SourceFormat Recognise(ReadOnlySpan<byte> head, string name)
    {
        if (head is [(byte)'P', (byte)'K', 3, 4, ..])
            throw new ImportException(name, null, "this is a zip archive; unpack it and import the file inside (a shapefile first becomes GeoJSON: ogr2ogr -t_srs EPSG:4326 out.geojson in.shp)");
        if (head is [0xEF, 0xBB, 0xBF, ..])
            head = head[3..];
        var utf16 = head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        var text = head.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
            throw new ImportException(name, null, "the file is empty");
        // A stray control character is dirt in a text; many make it no text.
        var controls = 0;
        foreach (var value in text)
            controls += value < (byte)'\t' ? 1 : 0;
        if (!utf16 && controls * 100 > text.Length)
            throw new ImportException(name, null, "the file is binary, neither CSV nor GeoJSON");
        return text[0] == '{' ? SourceFormat.GeoJson : SourceFormat.Csv;
    }
}

public enum SourceFormat
{
    Csv,
    GeoJson,
}
