using System.CommandLine;
using GeoCrime.Data.Import.Areas;
using GeoCrime.Data.Import.Profiles;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime areas FILE</c>: loads the boundaries of one kind of area.</summary>
internal static class AreasVerb
{
    private static readonly Argument<string> FilePath = new("FILE") { Description = "GeoJSON of polygons in any EPSG CRS, plain or gzip." };
    private static readonly Option<string> Jurisdiction = new("--jurisdiction") { Description = "Code of the jurisdiction; made on first use.", Required = true };
    private static readonly Option<string> Kind = new("--kind") { Description = "What the areas are, such as precinct or neighborhood.", Required = true };
    private static readonly Option<string> Code = new("--code") { Description = "Property that identifies an area; features that share it become one.", Required = true };
    private static readonly Option<string?> Name = new("--name") { Description = "Property that names an area (default: the code's)." };
    private static readonly Option<bool> SlugCodes = new("--slug") { Description = "Make codes of names: lower case, hyphens for all that is no letter or digit." };
    private static readonly Option<string?> Crs = new("--crs") { Description = "CRS of the coordinates, such as EPSG:2232, against what the file says." };
    private static readonly Option<string?> Population = new("--population") { Description = "Property with the number of residents." };
    private static readonly Option<string?> Label = new("--label") { Description = "What the kind is called on the map." };
    private static readonly Option<string?> TimeZone = new("--time-zone") { Description = "IANA time zone; needed where the jurisdiction is new and no source profile covers it." };

    public static Command Create()
    {
        var command = new Command("areas", "Load boundaries. They become current at once, and incidents are joined to them.")
        {
            FilePath, Jurisdiction, Kind, Code, Name, SlugCodes, Crs, Population, Label, TimeZone,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var code = arguments.GetRequiredValue(Code);
        var jurisdiction = arguments.GetRequiredValue(Jurisdiction);
        var profile = SourceProfileFile.OfJurisdiction(jurisdiction, ImportVerb.SourceFolder);
        var request = new AreaRequest(arguments.GetRequiredValue(FilePath), jurisdiction, arguments.GetRequiredValue(Kind), code, arguments.GetValue(Name) ?? code)
        {
            JurisdictionName = profile?.Jurisdiction?.Name,
            SlugCodes = arguments.GetValue(SlugCodes),
            Crs = arguments.GetValue(Crs),
            PopulationProperty = arguments.GetValue(Population),
            Label = arguments.GetValue(Label),
            TimeZone = arguments.GetValue(TimeZone) ?? profile?.TimeZone,
        };
        await using var session = await Session.OpenAsync(arguments, cancellationToken);
        var importer = new AreaImporter(session.Database);
        AreaSummary summary;
        try
        {
            summary = await ProgressBar.RunAsync(
                Path.GetFileName(request.Path),
                report => importer.RunAsync(request, new Reporter(report), cancellationToken));
        }
        catch (ArgumentException error)
        {
            throw new UsageException(error.Message);
        }
        var json = arguments.GetValue(SessionOptions.Json);
        Write(summary, json);
        if (!json)
            await OutdatedNote.WriteAsync(session, jurisdiction, cancellationToken);
        return 0;
    }

    private static void Write(AreaSummary summary, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonResult.Of(summary));
            return;
        }
        Console.WriteLine(summary.Unchanged
            ? $"{summary.Jurisdiction}: these very areas of kind {summary.Kind} are current already"
            : $"{summary.Jurisdiction}: {summary.Areas:N0} areas of kind {summary.Kind} from {summary.Features:N0} features");
        foreach (var repair in summary.Repairs)
            Console.WriteLine($"  repaired {repair.Code}: {repair.What}");
        Console.WriteLine($"  {summary.Joined:N0} located incidents joined");
        ImportReport.Write(summary.Agreement);
    }

    private sealed class Reporter(Action<double, double, string> report) : IProgress<AreaProgress>
    {
        public void Report(AreaProgress value) => report(value.Joined, value.Incidents, $"{value.Joined:N0} of {value.Incidents:N0} incidents joined");
    }
}
