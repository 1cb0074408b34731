using System.CommandLine;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Profiles;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime import FILE</c>: loads incidents from a CSV or GeoJSON file.</summary>
internal static class ImportVerb
{
    private static readonly Argument<string> FilePath = new("FILE") { Description = "CSV or GeoJSON, plain or gzip." };

    private static readonly Option<string?> Jurisdiction = new("--jurisdiction") { Description = "Code of the jurisdiction; made on first use. Default: the profile's." };

    private static readonly Option<string?> Source = new("--source") { Description = "Profile of the data set: a name in gis-data/sources, or the path of a .json file." };

    private static readonly Option<string?> Map = new("--map")
    {
        Description = "For a file without a profile: occurred=COLUMN,category=COLUMN[,lon=…,lat=…,id=…,reported=…,to=…,number=…,x=…,y=…,crs=EPSG:n,time=…,format=M/d/yyyy H:mm,encoding=windows-1252,constant=OFFENCE,area:KIND=…,keep=…]",
    };

    private static readonly Option<string?> TimeZone = new("--time-zone") { Description = "IANA time zone of the file's times, such as America/Denver; needed with --map." };

    private static readonly Option<string?> Name = new("--name") { Description = "Name of a jurisdiction that is made." };

    /// <summary>Where the profiles of the product are.</summary>
    public static string SourceFolder { get; } = Path.Combine(Session.GisData, "sources");

    public static Command Create()
    {
        var command = new Command("import", "Load incidents from a file. The same file twice adds nothing; an import that was cut off goes on where it stopped.")
        {
            FilePath, Jurisdiction, Source, Map, TimeZone, Name,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var profile = ProfileOf(arguments);
        var jurisdiction = arguments.GetValue(Jurisdiction) ?? profile.Jurisdiction?.Code
            ?? throw new UsageException("Name the jurisdiction: --jurisdiction CODE.");
        var request = new ImportRequest(arguments.GetRequiredValue(FilePath), profile, jurisdiction) { Name = arguments.GetValue(Name) };
        await using var session = await Session.OpenAsync(arguments, cancellationToken);
        var importer = new Importer(session.Database);
        var summary = await ProgressBar.RunAsync(
            Path.GetFileName(request.Path),
            report => importer.RunAsync(request, new Reporter(report), cancellationToken));
        var json = arguments.GetValue(SessionOptions.Json);
        ImportReport.Write(summary, json);
        if (!json)
            await OutdatedNote.WriteAsync(session, jurisdiction, cancellationToken);
        return 0;
    }

    private static SourceProfile ProfileOf(ParseResult arguments)
    {
        var (source, map, zone) = (arguments.GetValue(Source), arguments.GetValue(Map), arguments.GetValue(TimeZone));
        if (map is not null)
        {
            if (zone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
                throw new UsageException($"--map needs --time-zone with an IANA name such as America/Denver{(zone is null ? "" : $"; '{zone}' is none")}.");
            try
            {
                return MappedProfile.Parse(map, source ?? "mapped", zone);
            }
            catch (ArgumentException error)
            {
                throw new UsageException(error.Message);
            }
        }
        if (source is null)
            throw new UsageException("Say how to read the file: --source PROFILE or --map occurred=…,category=….");
        try
        {
            var profile = SourceProfileFile.Load(source, SourceFolder);
            return zone is null ? profile : profile with { TimeZone = zone };
        }
        catch (ImportException error)
        {
            throw new UsageException(error.Message);
        }
    }

    private sealed class Reporter(Action<double, double, string> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value.BytesRead, value.BytesTotal,
            $"{value.Rows.Read:N0} rows: {value.Rows.Accepted:N0} accepted, {value.Rows.Quarantined:N0} quarantined, {value.Rows.Duplicates:N0} duplicates");
    }
}
