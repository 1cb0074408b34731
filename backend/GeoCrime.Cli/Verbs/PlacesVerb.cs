using System.CommandLine;
using GeoCrime.Cli.Files;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.ContextPlaces;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime places FILE</c>: loads places that may draw incidents, such as bars or licences.</summary>
internal static class PlacesVerb
{
    private static readonly Argument<string> FilePath = new("FILE") { Description = "CSV, one row a place, plain or gzip." };
    private static readonly Option<string> Jurisdiction = new("--jurisdiction") { Description = "Code of the jurisdiction.", Required = true };
    private static readonly Option<string> Kind = new("--kind") { Description = "What the places are, in words, such as \"liquor licence\". The file replaces all places of this kind.", Required = true };
    private static readonly Option<string?> Id = new("--id") { Description = "Column that identifies a place (default: name and position do)." };
    private static readonly Option<string?> Name = new("--name") { Description = "Column with the place's name." };
    private static readonly Option<string?> Only = new("--only") { Description = "COLUMN=VALUE: rows of one value, where a file holds several kinds." };
    private static readonly Option<string?> Longitude = new("--lon") { Description = "Column of longitude, degrees." };
    private static readonly Option<string?> Latitude = new("--lat") { Description = "Column of latitude, degrees." };
    private static readonly Option<string?> X = new("--x") { Description = "Column of easting in the CRS that --crs names." };
    private static readonly Option<string?> Y = new("--y") { Description = "Column of northing." };
    private static readonly Option<string?> Crs = new("--crs") { Description = "CRS of --x and --y, such as EPSG:2232." };

    public static Command Create()
    {
        var command = new Command("places", "Load places that may draw incidents. Rows without a usable position are set aside and counted.") { FilePath, Jurisdiction, Kind, Id, Name, Only, Longitude, Latitude, X, Y, Crs };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var path = arguments.GetRequiredValue(FilePath);
        var kind = arguments.GetRequiredValue(Kind).Trim();
        if (Slug.Of(kind) == Slug.Of(""))
            throw new UsageException($"--kind is '{kind}'; it needs a letter or digit.");
        var (xColumn, yColumn, srid) = Positions(arguments, path);
        var table = CsvTable.Read(path);
        var kept = Kept(table, path, arguments.GetValue(Only));
        var (x, y) = (table.Text(xColumn), table.Text(yColumn));
        var ids = arguments.GetValue(Id) is { } id ? table.Text(id) : null;
        var names = arguments.GetValue(Name) is { } name ? table.Text(name) : null;

        await using var session = await Session.OpenAsync(arguments, cancellationToken);
        var jurisdiction = await session.JurisdictionAsync(arguments.GetRequiredValue(Jurisdiction), cancellationToken);
        var summary = await new PlaceImporter(session.Database).SaveAsync(
            jurisdiction, kind, path, [.. kept.Select(row => new PlaceRecord(ids?[row], names?[row], x[row], y[row]))], srid, cancellationToken);
        Write(summary, arguments.GetValue(SessionOptions.Json));
        return 0;
    }

    private static int[] Kept(CsvTable table, string path, string? only)
    {
        if (only is null)
            return [.. Enumerable.Range(0, table.Rows)];
        if (only.Split('=', 2) is not [var column, var value])
            throw new UsageException($"--only is '{only}'; it reads COLUMN=VALUE.");
        var values = table.Text(column);
        int[] kept = [.. Enumerable.Range(0, table.Rows).Where(row => values[row] == value)];
        return kept.Length > 0
            ? kept
            : throw new UsageException($"{path}: no row has '{value}' in column {column}; it holds: {string.Join(", ", values.Distinct().Order(StringComparer.Ordinal).Take(10))}.");
    }

    private static (string X, string Y, int Srid) Positions(ParseResult arguments, string path) =>
        (arguments.GetValue(Longitude), arguments.GetValue(Latitude), arguments.GetValue(X), arguments.GetValue(Y), arguments.GetValue(Crs)) switch
        {
            ({ } longitude, { } latitude, null, null, null) => (longitude, latitude, CrsCode.Wgs84),
            (null, null, { } x, { } y, { } crs) => (x, y, CrsCode.Srid(crs, path)),
            _ => throw new UsageException("Positions are either --lon and --lat, or --x, --y and --crs."),
        };

    private static void Write(PlaceSummary summary, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonResult.Of(summary));
            return;
        }
        Console.WriteLine(summary.Unchanged
            ? $"{summary.Jurisdiction}: these very {summary.Stored:N0} places of kind {summary.Kind} are stored already"
            : $"{summary.Jurisdiction}: {summary.Stored:N0} places of kind {summary.Kind} (before: {summary.Before:N0}) from {summary.Rows:N0} rows");
        foreach (var (reason, rows) in summary.SetAside)
            Console.WriteLine($"  set aside, {reason}: {rows:N0} rows");
    }
}
