using System.Globalization;
using System.IO.Compression;
using CsvHelper;

namespace GeoCrime.Cli.Files;

/// <summary>A CSV file (plain or gzip) as named columns of text, for the verbs that work on plain files.</summary>
internal sealed class CsvTable
{
    private readonly string path;
    private readonly string[] header;
    private readonly List<string[]> rows;

    private CsvTable(string path, string[] header, List<string[]> rows)
    {
        this.path = path;
        this.header = header;
        this.rows = rows;
    }

    public int Rows => rows.Count;

    public IReadOnlyList<string> Header => header;

    /// <exception cref="UsageException">The file is missing, empty, or a row has another number of fields than the header.</exception>
    public static CsvTable Read(string path)
    {
        if (!File.Exists(path))
            throw new UsageException($"{path} does not exist.");
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var csv = new CsvParser(new StreamReader(stream), CultureInfo.InvariantCulture);
        try
        {
            if (!csv.Read())
                throw new UsageException($"{path} is empty.");
            var header = csv.Record!.Select(name => name.Trim()).ToArray();
            var rows = new List<string[]>();
            while (csv.Read())
                rows.Add(csv.Record!.Length == header.Length
                    ? csv.Record
                    : throw new UsageException($"{path}, line {csv.RawRow}: {csv.Record.Length} fields; the header has {header.Length}."));
            return new CsvTable(path, header, rows);
        }
        catch (Exception error) when (error is InvalidDataException or BadDataException)
        {
            throw new UsageException($"{path} cannot be read: {error.Message.Split('\n')[0]}");
        }
    }

    public bool Has(string column) => Array.IndexOf(header, column) >= 0;

    /// <exception cref="UsageException">There is no such column; the message lists those there are.</exception>
    public string[] Text(string column)
    {
        var index = Array.IndexOf(header, column);
        return index >= 0
            ? [.. rows.Select(row => row[index])]
            : throw new UsageException($"{path} has no column '{column}'; it has: {string.Join(", ", header)}.");
    }

    /// <param name="blank">What an empty field means; null refuses it.</param>
    /// <exception cref="UsageException">A field is no finite number; the message names its line.</exception>
    public double[] Numbers(string column, double? blank = null)
    {
        var text = Text(column);
        var numbers = new double[text.Length];
        for (var row = 0; row < numbers.Length; row++)
            numbers[row] = text[row].Length == 0 && blank is { } value
                ? value
                : double.TryParse(text[row], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                    ? number
                    : throw new UsageException($"{path}, row {row + 1}: '{text[row]}' in column {column} is not a number.");
        return numbers;
    }

    /// <exception cref="UsageException">A field is no date; the message names its line.</exception>
    public DateOnly[] Dates(string column)
    {
        var text = Text(column);
        return [.. text.Select((field, row) => DateOnly.TryParseExact(field.Length > 10 ? field[..10] : field, ["yyyy-MM-dd", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new UsageException($"{path}, row {row + 1}: '{field}' in column {column} is not a date such as 2024-03-01."))];
    }
}
