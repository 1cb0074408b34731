using System.CommandLine;
using GeoCrime.Cli.Benchmarks;
using GeoCrime.Cli.Files;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime bench spatial</c>: density, clusters and hot spots beside the field's own tools.</summary>
internal static class BenchSpatial
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "Folder of the published data sets.", DefaultValueFactory = _ => OpenData.Folder };
        var peers = new Option<string>("--peers") { Description = "Folder of the peers' scripts.", DefaultValueFactory = _ => Path.Combine("tests", "golden", "peers") };
        var output = new Option<FileInfo?>("--out") { Description = "Markdown (default: stdout)." };
        var command = new Command("spatial", $"Time density, DBSCAN and Gi* on San Francisco and Denver beside scikit-learn, scipy and R. The peers come with: {PeerScript.Install}. Without them only this product is timed.") { data, peers, output };
        command.SetAction((arguments, _) => Task.FromResult(FileVerb.Run(() =>
        {
            var folder = OpenData.Require(arguments.GetRequiredValue(data), [.. CityFile.Denver.Needs, .. CityFile.SanFrancisco.Needs]);
            var scripts = arguments.GetRequiredValue(peers);
            if (!Directory.Exists(scripts))
                throw new UsageException($"{scripts} does not exist; --peers names the folder of the peers' scripts.");
            var page = new SpatialBenchmark(folder, scripts, new ProgressLines()).Run();
            ResultFile.Write(arguments.GetValue(output), ["# Spatial methods beside their peers", "", $"`./geocrime bench spatial`, {OpenData.Machine}.", "", .. page]);
        })));
        return command;
    }
}
