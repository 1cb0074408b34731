using System.CommandLine;
using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Neighbours;
using GeoCrime.Analytics.SpaceTime;
using GeoCrime.Cli.Files;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime bench random</c>: how often chance alone makes a hot or cold cell.</summary>
internal static class BenchRandom
{
    private const int Side = 80;
    private const int Steps = 12;
    private static readonly double[] Means = [0.05, 1, 60];

    public static Command Create()
    {
        var cities = new Option<int>("--cities") { Description = "Random cities for each mean.", DefaultValueFactory = _ => 200 };
        var output = new Option<FileInfo?>("--out") { Description = "Markdown (default: stdout)." };
        var command = new Command("random", $"Count random cities of {Side} × {Side} cells in which any cell is significantly hot or cold at q = .10; 32 of 200 is the most that is wanted.") { cities, output };
        command.SetAction((arguments, cancellationToken) => Task.FromResult(FileVerb.Run(() =>
        {
            var count = arguments.GetValue(cities);
            if (count < 1)
                throw new UsageException($"--cities {count}: one or more.");
            var grid = new SquareGrid(1);
            var weights = new CellUnits<SquareGrid>(grid, [.. grid.CentredIn(0, 0, Side, Side)]).Contiguity().WithSelf();
            ResultFile.Write(arguments.GetValue(output), [
                "# Random cities", "", $"`./geocrime bench random --cities {count}`: {Side} × {Side} cells, Poisson counts, queen neighbours, q = .10. Emerging: {Steps} steps.", "",
                "| mean a cell | cities with a hot or cold cell | of them by the normal p in place of the exact one | emerging: cities with a hot or cold bin |", "|---|---|---|---|",
                .. Means.Select(mean => Row(mean, count, weights, cancellationToken))]);
        })));
        return command;
    }

    private static string Row(double mean, int cities, SpatialWeights weights, CancellationToken cancellation)
    {
        Console.Error.WriteLine($"mean {mean} …");
        var (exact, normal, emerging) = (0, 0, 0);
        for (var seed = 1; seed <= cities; seed++)
        {
            cancellation.ThrowIfCancellationRequested();
            var random = new Random(seed);
            double[] Draw(int cells) => [.. Enumerable.Range(0, cells).Select(_ => (double)Poisson.Sample(random, mean))];
            var counts = Draw(Side * Side);
            var found = HotSpots.Find(counts, weights, 0, 0, cancellation);
            exact += found.Bins.Any(bin => bin != 0) ? 1 : 0;
            normal += HotSpots.Bin(found.P, [.. found.Z.Select(z => double.IsNaN(z) ? 0 : Math.Sign(z))]).Any(bin => bin != 0) ? 1 : 0;
            emerging += EmergingHotSpots.Find(Draw(Side * Side * Steps), weights, Steps, cancellation).Bins.Any(bin => bin != 0) ? 1 : 0;
        }
        return $"| {mean} | {exact} of {cities} | {normal} | {emerging} |";
    }
}
