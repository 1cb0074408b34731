using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace GeoCrime.Data.Import.Reading;

/// <summary>Rows of a CSV file (RFC 4180; UTF-8 or, with its mark, UTF-16), ragged ones included.</summary>
internal sealed class CsvRows : SourceRows
{
    // A quote that is never closed would otherwise swallow the rest of the file into memory.
    private const int LongestField = 1 << 18;
    private const char Replacement = '\uFFFD';

    private readonly string file;
    private readonly FileStream onDisk;
    private readonly CsvParser parser;
    private readonly int headerFields;
    private readonly int[] fieldOf;
    private readonly string?[] read;
    private readonly int neededFields;

    public CsvRows(SourceFile source, IReadOnlyList<string> columns, IReadOnlyList<string> needed, string? encoding = null)
    {
        file = source.Name;
        var reader = new StreamReader(source.Open(out onDisk), TextEncodings.Of(encoding), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = source.Delimiter.ToString(),
            BadDataFound = null,
            MaxFieldSize = LongestField,
            BufferSize = 1 << 16,
            ProcessFieldBufferSize = 1 << 12,
        });
        try
        {
            if (!Advance())
                throw new ImportException(file, null, "the file is empty");
            var header = ColumnNames.Of(parser.Record!);
            headerFields = header.Count;
            fieldOf = [.. columns.Select(column => ColumnNames.Find(header, column, file))];
            read = new string?[fieldOf.Length];
            neededFields = needed.Select(column => ColumnNames.Find(header, column, file) + 1).DefaultIfEmpty(0).Max();
        }
        catch
        {
            parser.Dispose();
            throw;
        }
    }

    public override long BytesRead => onDisk.Position;

    public override string Raw => Clean(parser.RawRecord.TrimEnd('\r', '\n'));

    public override bool Read()
    {
        if (!Advance())
            return false;
        Number++;
        Mangled = false;
        Array.Clear(read);
        Defect = FindDefect();
        EndsEarly = parser.Count < headerFields;
        return true;
    }

    // The parser makes a new string at each call, and a field is asked for several times.
    public override string Field(int column) => read[column] ??= ReadField(fieldOf[column]);

    public override void AppendTo(RowHash hash)
    {
        for (var field = 0; field < parser.Count; field++)
            hash.Append(parser[field]);
    }

    private string ReadField(int field) => field < parser.Count ? Clean(parser[field]).Trim() : "";

    private QuarantineReason? FindDefect()
    {
        if (parser.Count == headerFields)
            return null;
        // A quote that opens in one row and closes in a later one leaves line breaks and a wrong number of fields.
        if (parser.RawRecord.AsSpan().TrimEnd("\r\n").ContainsAny('\r', '\n'))
            return QuarantineReason.UnclosedQuote;
        if (parser.Count < neededFields)
            return QuarantineReason.TooFewFields;
        for (var field = headerFields; field < parser.Count; field++)
            if (!string.IsNullOrWhiteSpace(parser[field]))
                return QuarantineReason.TooManyFields;
        return null;
    }

    private string Clean(string text)
    {
        // PostgreSQL stores no NUL.
        if (!text.AsSpan().ContainsAny('\0', Replacement))
            return text;
        Mangled = true;
        return text.Replace('\0', Replacement);
    }

    /// <summary>The names of a file's columns.</summary>
    /// <exception cref="ImportException">The file cannot be read.</exception>
    public static IReadOnlyList<string> Header(SourceFile source, string? encoding)
    {
        using var rows = new CsvRows(source, [], [], encoding);
        return ColumnNames.Of(rows.parser.Record!);
    }

    private bool Advance()
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException error)
        {
            throw new ImportException(file, Number + 1, $"a field is longer than {LongestField:N0} characters; is a quote not closed?", error);
        }
        catch (ImportException error)
        {
            throw new ImportException(file, Number + 1, error.Reason, error);
        }
        catch (IOException error)
        {
            throw new ImportException(file, Number + 1, $"reading failed: {error.Message}", error);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            parser.Dispose();
    }
}
