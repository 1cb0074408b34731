using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using GeoCrime.Cli.Benchmarks.ForGraphQL;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime bench graphql</c>: the GraphQL engine beside graphql-yoga; needs no database.</summary>
internal static class BenchGraphQL
{
    private const double MegaByte = 1 << 20;

    private static readonly Option<double> Seconds = new("--seconds") { Description = "Time of each measurement.", DefaultValueFactory = _ => 5 };
    private static readonly Option<FileInfo?> Serve = new("--serve") { Description = "Only serve the rows of a file; the benchmark starts itself so.", Hidden = true };

    private static string PeerFolder => Path.Combine(Session.Home, "tests", "GeoCrime.Benchmarks", "yoga");

    public static Command Create()
    {
        var command = new Command("graphql", "Measure the GraphQL engine beside graphql-yoga on node: the same schema, rows and client, in turns.") { Seconds, Serve };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(Serve) is { } rows)
        {
            await BenchServer.RunAsync(Path.Combine(PeerFolder, "schema.graphql"), rows.FullName, cancellationToken);
            return 0;
        }
        if (arguments.GetValue(Seconds) is not (> 0 and <= 600) and var seconds)
            throw new UsageException($"--seconds {seconds} is outside 0…600.");
        var timings = await GraphQLBenchmark.RunAsync(PeerFolder, TimeSpan.FromSeconds(arguments.GetValue(Seconds)), cancellationToken);
        Console.WriteLine(arguments.GetValue(SessionOptions.Json) ? JsonResult.Of(timings) : Table(timings));
        return 0;
    }

    private static string Table(GraphQLTimings timings) => string.Join('\n',
    [
        string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}: {Machine.Processor}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}"),
        "",
        "| query | answer | GeoCrime | graphql-yoga | ratio | first byte | yoga's |",
        "|---|---|---|---|---|---|---|",
        .. timings.Queries.Select(each => string.Create(CultureInfo.InvariantCulture,
            $"| {each.Query} | {each.AnswerBytes / MegaByte:0.00} MB | {each.OwnPerSecond:0.0}/s | {each.PeerPerSecond:0.0}/s | {each.Ratio:0.0} × | {each.OwnFirstByteMs:0.0} ms | {each.PeerFirstByteMs:0.0} ms |")),
        "",
        string.Create(CultureInfo.InvariantCulture, $"Peak memory of the processes: {timings.OwnPeakBytes / MegaByte:0} MB and {timings.PeerPeakBytes / MegaByte:0} MB, a share of {timings.MemoryShare:0.00}."),
        string.Create(CultureInfo.InvariantCulture, $"A layer of 100,000 hot-spot cells, {timings.Layer.AnswerBytes / MegaByte:0.0} MB: first byte after {timings.Layer.FirstByteMs:0.0} ms, the whole after {timings.Layer.WholeMs:0} ms; the process grew by {timings.Layer.GrowthBytes / MegaByte:0.0} MB."),
    ]);
}
