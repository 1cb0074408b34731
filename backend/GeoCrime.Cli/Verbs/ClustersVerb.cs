using System.CommandLine;
using GeoCrime.Analytics.Clustering;
using GeoCrime.Cli.Files;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime clusters --points FILE</c>: DBSCAN labels of a plain file's points.</summary>
internal static class ClustersVerb
{
    public static Command Create()
    {
        var epsilon = new Option<double>("--epsilon") { Description = "Neighbourhood radius, metres; its rim is inside.", Required = true };
        var minPoints = new Option<int>("--min-points") { Description = "Points within the radius that make a core point, itself included.", Required = true };
        var output = new Option<FileInfo?>("--out") { Description = "CSV x,y,label,core (default: stdout); label −1 is noise." };
        var points = new PointOptions();
        var command = new Command("clusters", "Density-based clusters (DBSCAN) of the points in a CSV file; needs no database.") { epsilon, minPoints, output };
        points.AddTo(command);
        command.SetAction((arguments, cancellationToken) => Task.FromResult(FileVerb.Run(() =>
        {
            var (x, y, _) = points.Read(arguments);
            var result = Dbscan.Cluster(x, y, arguments.GetValue(epsilon), arguments.GetValue(minPoints), cancellationToken);
            ResultFile.Write(arguments.GetValue(output), Lines(x, y, result));
            Console.Error.WriteLine($"{result.Clusters} clusters, {result.Labels.Count(label => label == Dbscan.Noise):N0} of {x.Length:N0} points are noise.");
        })));
        return command;
    }

    private static IEnumerable<string> Lines(double[] x, double[] y, DbscanResult result)
    {
        yield return "x,y,label,core";
        for (var row = 0; row < x.Length; row++)
            yield return $"{x[row]:R},{y[row]:R},{result.Labels[row]},{(result.Core[row] ? 1 : 0)}";
    }
}
