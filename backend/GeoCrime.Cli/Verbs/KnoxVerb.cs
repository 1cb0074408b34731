using System.CommandLine;
using System.Globalization;
using GeoCrime.Analytics.SpaceTime;
using GeoCrime.Cli.Files;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime knox --points FILE</c>: near repeats among a plain file's points.</summary>
internal static class KnoxVerb
{
    public static Command Create()
    {
        var time = new Option<string>("--time") { Description = "Column of dates, such as 2024-03-01; what follows the day is ignored.", Required = true };
        var metres = new Option<string>("--metres") { Description = "Upper limits of the distance bands; 0 is the very same place.", DefaultValueFactory = _ => "0,100,200,300,400" };
        var days = new Option<string>("--days") { Description = "Upper limits of the time bands, whole days.", DefaultValueFactory = _ => "7,14,21,28" };
        var metric = new Option<DistanceMetric>("--metric") { Description = "manhattan (along streets) or euclidean.", DefaultValueFactory = _ => DistanceMetric.Manhattan };
        var permutations = new Option<int>("--permutations") { Description = "Shuffles of the dates.", DefaultValueFactory = _ => 999 };
        var seed = new Option<int>("--seed") { Description = "Same seed, same p.", DefaultValueFactory = _ => 1 };
        var output = new Option<FileInfo?>("--out") { Description = "CSV, one row a band (default: stdout)." };
        var points = new PointOptions();
        var command = new Command("knox", "Knox test: do the points of a CSV file that are near in place come near in time? Needs no database.") { time, metres, days, metric, permutations, seed, output };
        points.AddTo(command);
        command.SetAction((arguments, cancellationToken) => Task.FromResult(FileVerb.Run(() =>
        {
            var far = Numbers(arguments.GetRequiredValue(metres), "--metres");
            var late = Numbers(arguments.GetRequiredValue(days), "--days");
            if (Array.Find(late, limit => limit != Math.Floor(limit) || limit > int.MaxValue) is var part and not 0)
                throw new UsageException($"--days {part} is no whole number of days.");
            var (x, y, dates) = points.ReadDated(arguments, arguments.GetRequiredValue(time));
            var bands = KnoxTest.Run(
                x, y, dates, far, [.. late.Select(limit => (int)limit)], arguments.GetValue(metric), arguments.GetValue(permutations), arguments.GetValue(seed), cancellationToken);
            ResultFile.Write(arguments.GetValue(output), Lines(bands));
            Console.Error.WriteLine($"{x.Length:N0} points, {bands.Sum(band => band.Pairs):N0} pairs within {far[^1]} m and {late[^1]} days.");
        })));
        return command;
    }

    private static double[] Numbers(string list, string option) => [.. list.Split(',').Select(text =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw new UsageException($"{option} '{list}': '{text}' is no number."))];

    private static IEnumerable<string> Lines(IReadOnlyList<KnoxBand> bands)
    {
        yield return "from_metres,to_metres,from_days,to_days,pairs,expected,ratio,p";
        foreach (var band in bands)
            yield return $"{band.FromMetres:R},{band.ToMetres:R},{band.FromDays},{band.ToDays},{band.Pairs},{band.Expected:R},{(double.IsNaN(band.Ratio) ? "" : $"{band.Ratio:R}")},{band.P:R}";
    }
}
