using System.CommandLine;
using GeoCrime.Analytics.Clustering;
using GeoCrime.Cli.Files;
using GeoCrime.Studies.Clusters;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime clusters --points FILE</c>: cluster labels of a plain file's points.</summary>
internal static class ClustersVerb
{
    public static Command Create()
    {
        var method = new Option<string>("--method") { Description = "dbscan, hdbscan (needs no --epsilon) or st-dbscan (with --days).", DefaultValueFactory = _ => "dbscan" };
        method.AcceptOnlyFromAmong("dbscan", "hdbscan", "st-dbscan");
        var epsilon = new Option<double?>("--epsilon") { Description = "Neighbourhood radius, metres; its rim is inside." };
        var minPoints = new Option<int>("--min-points") { Description = "Points within the radius that make a core point, itself included; hdbscan: the fewest of a cluster.", Required = true };
        var days = new Option<string?>("--days") { Description = "st-dbscan: column of the time in days, from any origin." };
        var epsilonDays = new Option<double?>("--epsilon-days") { Description = "st-dbscan: neighbours lie within as many days, before or after." };
        var output = new Option<FileInfo?>("--out") { Description = "CSV x,y,label and core, or probability,outlier_score (default: stdout); label −1 is noise." };
        var points = new PointOptions();
        var command = new Command("clusters", "Density-based clusters of the points in a CSV file; needs no database.") { method, epsilon, minPoints, days, epsilonDays, output };
        points.AddTo(command);
        command.SetAction((arguments, cancellationToken) => Task.FromResult(FileVerb.Run(() =>
        {
            var (x, y, _) = points.Read(arguments);
            var needed = arguments.GetValue(minPoints);
            double Radius() => arguments.GetValue(epsilon) ?? throw new UsageException("--epsilon METRES is missing.");
            var (labels, lines) = arguments.GetValue(method) switch
            {
                "hdbscan" => Soft(x, y, Hdbscan.Cluster(x, y, needed, Math.Min(needed, ClusterStudy.HdbscanMinPoints), cancellation: cancellationToken)),
                "st-dbscan" => Hard(x, y, SpaceTimeDbscan.Cluster(
                    x, y, points.Column(arguments, arguments.GetValue(days) ?? throw new UsageException("--days COLUMN is missing.")),
                    Radius(), arguments.GetValue(epsilonDays) ?? throw new UsageException("--epsilon-days N is missing."), needed, cancellationToken)),
                _ => Hard(x, y, Dbscan.Cluster(x, y, Radius(), needed, cancellationToken)),
            };
            ResultFile.Write(arguments.GetValue(output), lines);
            Console.Error.WriteLine($"{labels.Where(label => label != Dbscan.Noise).Distinct().Count()} clusters, {labels.Count(label => label == Dbscan.Noise):N0} of {x.Length:N0} points are noise.");
        })));
        return command;
    }

    private static (int[] Labels, IEnumerable<string> Lines) Hard(double[] x, double[] y, DbscanResult result) =>
        (result.Labels, Enumerable.Range(0, x.Length).Select(row => $"{x[row]:R},{y[row]:R},{result.Labels[row]},{(result.Core[row] ? 1 : 0)}").Prepend("x,y,label,core"));

    private static (int[] Labels, IEnumerable<string> Lines) Soft(double[] x, double[] y, HdbscanResult result) =>
        (result.Labels, Enumerable.Range(0, x.Length).Select(row => $"{x[row]:R},{y[row]:R},{result.Labels[row]},{result.Probability[row]:0.####},{result.OutlierScore[row]:0.####}").Prepend("x,y,label,probability,outlier_score"));
}
