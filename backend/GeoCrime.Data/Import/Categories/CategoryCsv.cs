using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace GeoCrime.Data.Import.Categories;

/// <summary>A category map as a CSV file: code, label, group, severity, officer_initiated.</summary>
public static class CategoryCsv
{
    private static readonly string[] Header = ["code", "label", "group", "severity", "officer_initiated"];
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { DetectDelimiter = false, TrimOptions = TrimOptions.Trim, MissingFieldFound = null };

    public static string Write(IEnumerable<CategoryEdit> categories)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, Configuration))
        {
            foreach (var name in Header)
                csv.WriteField(name);
            csv.NextRecord();
            foreach (var category in categories)
            {
                csv.WriteField(category.Code);
                csv.WriteField(category.Label);
                csv.WriteField(category.Group);
                csv.WriteField(category.Severity);
                csv.WriteField(category.OfficerInitiated is true ? "true" : "false");
                csv.NextRecord();
            }
        }
        return text.ToString();
    }

    /// <param name="text">With a header; officer_initiated may be missing.</param>
    /// <param name="file">Named where something is wrong.</param>
    /// <exception cref="ImportException">A column is missing or a value is none of its kind; the row is named.</exception>
    public static IReadOnlyList<CategoryEdit> Read(TextReader text, string file)
    {
        using var csv = new CsvReader(text, Configuration);
        if (!csv.Read() || !csv.ReadHeader())
            throw new ImportException(file, null, "the file is empty");
        var names = Reading.ColumnNames.Of(csv.HeaderRecord!);
        var columns = Header.Take(4).Select(name => Reading.ColumnNames.Find(names, name, file)).ToArray();
        var officer = names.ToList().FindIndex(name => name.Equals(Header[4], StringComparison.OrdinalIgnoreCase));
        var edits = new List<CategoryEdit>();
        while (csv.Read())
        {
            string Field(int column) => csv.GetField(column) ?? "";
            if (!double.TryParse(Field(columns[3]), NumberStyles.Float, CultureInfo.InvariantCulture, out var severity))
                throw new ImportException(file, edits.Count + 1, $"'{Field(columns[3])}' is no severity; it is a number in {CategoryMap.LeastSeverity}–{CategoryMap.MostSeverity}");
            edits.Add(new CategoryEdit(Field(columns[0]), Field(columns[1]), Field(columns[2]), severity, officer < 0 ? null : Officer(Field(officer), file, edits.Count + 1)));
        }
        return edits;
    }

    private static bool? Officer(string text, string file, int row) => text.ToLowerInvariant() switch
    {
        "" => null,
        "true" => true,
        "false" => false,
        _ => throw new ImportException(file, row, $"'{text}' in {Header[4]} is neither true nor false"),
    };
}
