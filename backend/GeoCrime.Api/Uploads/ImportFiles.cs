using System.Globalization;
using CsvHelper;
using GeoCrime.Api.Hosting;
using GeoCrime.Data;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Categories;

namespace GeoCrime.Api.Uploads;

/// <summary>/imports/{batch}/quarantine.csv and /categories/{jurisdiction}.csv: what imports set aside, and category maps, as files.</summary>
internal static class ImportFiles
{
    public static void MapImportFiles(this WebApplication app)
    {
        app.MapGet("/imports/{batch:int}/quarantine.csv", (int batch, GeoCrimeDatabase database, CancellationToken cancellationToken) =>
            Results.Stream(stream => WriteAsync(stream, database, batch, cancellationToken), "text/csv; charset=utf-8", $"set-aside-{batch}.csv"));
        app.MapGet("/categories/{jurisdiction}.csv", CategoriesAsync);
    }

    private static async Task<IResult> CategoriesAsync(string jurisdiction, GeoCrimeDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            var text = CategoryCsv.Write(await new CategoryMap(database).ReadAsync(jurisdiction, cancellationToken));
            return Results.File(System.Text.Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", $"categories-{jurisdiction}.csv");
        }
        catch (ImportException error)
        {
            throw new UnknownNameException(error.Message);
        }
    }

    private static async Task WriteAsync(Stream stream, GeoCrimeDatabase database, int batch, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(stream);
        await using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        foreach (var name in (string[])["row", "reason", "sentence", "value", "published_row"])
            csv.WriteField(name);
        await csv.NextRecordAsync();
        await foreach (var row in QuarantineReader.RowsAsync(database, batch, cancellationToken))
        {
            csv.WriteField(row.Number);
            csv.WriteField(row.Reason);
            csv.WriteField(QuarantineReason.Of(row.Reason).Sentence);
            csv.WriteField(Text(row.Detail));
            csv.WriteField(Text(row.Raw));
            await csv.NextRecordAsync();
        }
    }

    /// <summary>A leading = + − @ gets a quote before it, so that no spreadsheet runs what a stranger wrote.</summary>
    private static string? Text(string? published) => published is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" + published : published;
}
