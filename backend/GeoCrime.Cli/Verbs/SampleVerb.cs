using System.CommandLine;
using GeoCrime.Api.Jobs;
using GeoCrime.Data.Import;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime sample</c>: writes the made-up sample city, and loads it on request.</summary>
internal static class SampleVerb
{
    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "Same seed, same city.", DefaultValueFactory = _ => SampleData.Seed };
        var output = new Option<DirectoryInfo?>("--out") { Description = "Folder to write to (default: gis-data/sample-city)." };
        var load = new Option<bool>("--load") { Description = "Load the city into the database." };
        var command = new Command("sample", "Generate the made-up sample city: precincts, streets, incidents, places and the truth behind them.") { seed, output, load };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var folder = arguments.GetValue(output)?.FullName ?? SampleData.Folder(Session.GisData);
            await SampleData.GenerateAsync(arguments.GetValue(seed), folder, cancellationToken);
            if (!arguments.GetValue(load))
            {
                Console.WriteLine(folder);
                return 0;
            }
            await using var session = await Session.OpenAsync(arguments, cancellationToken);
            var summary = await ProgressBar.RunAsync("incidents.csv.gz", report => SampleData.LoadAsync(session.Database, folder, Session.GisData, new Reporter(report), cancellationToken));
            ImportReport.Write(summary, arguments.GetValue(SessionOptions.Json));
            return 0;
        });
        return command;
    }

    private sealed class Reporter(Action<double, double, string> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value.BytesRead, value.BytesTotal, $"{value.Rows.Read:N0} rows");
    }
}
