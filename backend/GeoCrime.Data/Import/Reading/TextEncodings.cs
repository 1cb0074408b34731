using System.Text;

namespace GeoCrime.Data.Import.Reading;

/// <summary>The encodings in which text files come. A mark at the start of the file always decides.</summary>
public static class TextEncodings
{
    public const string Utf8 = "utf-8";

    /// <summary>What spreadsheets of western Europe and the Americas write when they do not write UTF-8.</summary>
    public const string Windows1252 = "windows-1252";

    private const int LookedAtBytes = 1 << 20;

    /// <summary>The encoding of a name as IANA registers it.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static Encoding Of(string? name) => name is null or Utf8
        ? Encoding.UTF8
        : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

    /// <summary>Guesses by the first megabyte: the mark, else UTF-8 where all of it is, else Windows-1252.</summary>
    internal static string Guess(SourceFile file)
    {
        var head = Head(file);
        if (head is [0xFF, 0xFE, ..])
            return "utf-16";
        if (head is [0xFE, 0xFF, ..])
            return "utf-16BE";
        return IsUtf8(head) ? Utf8 : Windows1252;
    }

    private static ReadOnlySpan<byte> Head(SourceFile file)
    {
        var buffer = new byte[LookedAtBytes];
        var filled = 0;
        using var stream = file.Open(out _);
        try
        {
            while (filled < buffer.Length && stream.Read(buffer.AsSpan(filled)) is > 0 and var count)
                filled += count;
        }
        catch (ImportException)
        {
            // A file that breaks off is told of when its rows are read; here what came before is enough.
        }
        return buffer.AsSpan(0, filled);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        // The last character may be cut in two by the end of the buffer: up to three of its bytes.
        for (var cut = 0; cut <= Math.Min(3, bytes.Length); cut++)
            if (System.Text.Unicode.Utf8.IsValid(bytes[..^cut]))
                return true;
        return false;
    }
}
