using System.CommandLine;
using System.Diagnostics;
using GeoCrime.Cli.Benchmarks;
using GeoCrime.Cli.Files;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime bench places</c>: predictions of places on published data beside plain counts.</summary>
internal static class BenchPlaces
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "Folder of the published data sets.", DefaultValueFactory = _ => OpenData.Folder };
        var output = new Option<FileInfo?>("--out") { Description = "Markdown (default: stdout)." };
        var command = new Command("places", "Predict the cells of Denver and San Francisco at past origins; hit rate, PAI, PEI* and RRI beside plain counts. Needs no database.") { data, output };
        command.SetAction((arguments, cancellationToken) => Task.FromResult(FileVerb.Run(() =>
        {
            var folder = OpenData.Require(arguments.GetRequiredValue(data), [.. CityFile.Denver.Needs, .. CityFile.SanFrancisco.Needs]);
            var watch = Stopwatch.StartNew();
            var page = new PlaceBenchmark(folder, cancellationToken).Run(new ProgressLines()).ToList();
            ResultFile.Write(arguments.GetValue(output), ["# Predicting places", "", $"`./geocrime bench places`, {OpenData.Machine}, {watch.Elapsed.TotalSeconds:0} s.", "", .. page]);
        })));
        return command;
    }
}
