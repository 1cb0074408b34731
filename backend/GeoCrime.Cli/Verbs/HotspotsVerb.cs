using System.CommandLine;
using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Cli.Files;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime hotspots --cells FILE</c>: Getis-Ord Gi* of a plain file's counts.</summary>
internal static class HotspotsVerb
{
    public static Command Create()
    {
        var cells = new Option<string>("--cells") { Description = "CSV with x,y (a regular grid) or wkt, and a count.", Required = true };
        var value = new Option<string>("--value") { Description = "Column of whole counts.", Required = true };
        var weights = new Option<string>("--weights") { Description = "queen, knn:K or distance:METRES.", DefaultValueFactory = _ => "queen" };
        var permutations = new Option<int>("--permutations") { Description = "Conditional permutations a cell; 0 for none.", DefaultValueFactory = _ => 999 };
        var seed = new Option<int>("--seed") { Description = "Same seed, same pseudo p.", DefaultValueFactory = _ => 1 };
        var output = new Option<FileInfo?>("--out") { Description = "CSV row,value,z,p,exact_p,pseudo_p,bin (default: stdout)." };
        var command = new Command("hotspots", "Getis-Ord Gi* with exact and permutation p, and bins after false-discovery control; needs no database.")
        {
            cells, value, weights, permutations, seed, output,
        };
        command.SetAction((arguments, cancellationToken) => Task.FromResult(FileVerb.Run(() =>
        {
            var file = CellFile.Read(arguments.GetRequiredValue(cells));
            var counts = file.Values(arguments.GetRequiredValue(value));
            var found = HotSpots.Find(counts, file.Weights(arguments.GetRequiredValue(weights)), arguments.GetValue(permutations), arguments.GetValue(seed), cancellationToken);
            ResultFile.Write(arguments.GetValue(output), Lines(counts, found));
            Console.Error.WriteLine($"{counts.Length:N0} cells: {found.Bins.Count(bin => bin > 0):N0} hot, {found.Bins.Count(bin => bin < 0):N0} cold.");
        })));
        return command;
    }

    private static IEnumerable<string> Lines(double[] counts, HotSpots found)
    {
        yield return "row,value,z,p,exact_p,pseudo_p,bin";
        for (var row = 0; row < counts.Length; row++)
            yield return $"{row + 1},{counts[row]:R},{(double.IsNaN(found.Z[row]) ? "" : $"{found.Z[row]:R}")},{found.P[row]:R},{found.ExactP[row]:R},{found.PseudoP?[row]:R},{found.Bins[row]}";
    }
}
