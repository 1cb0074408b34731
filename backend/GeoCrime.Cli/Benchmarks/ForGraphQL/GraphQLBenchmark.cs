using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace GeoCrime.Cli.Benchmarks.ForGraphQL;

/// <summary>One query, measured on both servers.</summary>
internal sealed record GraphQLTiming(string Query, long AnswerBytes, double OwnPerSecond, double PeerPerSecond, double OwnFirstByteMs, double PeerFirstByteMs)
{
    public double Ratio => OwnPerSecond / PeerPerSecond;
}

/// <summary>This engine's layer of 100,000 hot-spot cells, for one client at a time.</summary>
/// <param name="GrowthBytes">By how much the process grew beyond what it held before.</param>
internal sealed record LayerTiming(long AnswerBytes, double FirstByteMs, double WholeMs, long GrowthBytes);

/// <summary>All queries, and the most memory that each server's process held from its start until they were done.</summary>
internal sealed record GraphQLTimings(IReadOnlyList<GraphQLTiming> Queries, long OwnPeakBytes, long PeerPeakBytes, LayerTiming Layer)
{
    public double MemoryShare => (double)OwnPeakBytes / PeerPeakBytes;
}

/// <summary>Measures this engine beside graphql-yoga on node: the same schema, rows, queries, client and minute.</summary>
internal static class GraphQLBenchmark
{
    private const int Seed = 1;
    private const int Rounds = 3;

    // Each row: name, query, connections. Few hold a whole layer at once, as few maps ask for one at once.
    private static readonly (string Name, string Query, int Connections)[] Loads =
    [
        ("1,000 objects × 8 fields", "{ rows { id name category incidents z p bin hot } }", 8),
        ("layer of 50,000 polygons", "{ cells { id geometry incidents bin } }", 4),
    ];

    /// <param name="peerFolder">Folder of graphql-yoga's server and its lock file.</param>
    /// <param name="time">Of each measurement; as much is run before, unmeasured.</param>
    /// <exception cref="InvalidOperationException">The two servers answer differently.</exception>
    public static async Task<GraphQLTimings> RunAsync(string peerFolder, TimeSpan time, CancellationToken cancellationToken)
    {
        var rows = Path.Combine(Directory.CreateTempSubdirectory("geocrime-bench-").FullName, "rows.json");
        BenchRows.Make(rows, Seed);
        await InstallAsync(peerFolder, cancellationToken);
        using var own = await ServerProcess.StartAsync(Environment.ProcessPath!, [.. Self(), "bench", "graphql", "--serve", rows], Session.Home, cancellationToken);
        using var peer = await ServerProcess.StartAsync("node", ["server.mjs", rows], peerFolder, cancellationToken);
        var timings = new List<GraphQLTiming>();
        foreach (var (name, query, connections) in Loads)
        {
            await CheckSameAsync(own.Port, peer.Port, query, cancellationToken);
            var (owns, peers) = (new List<LoadResult>(), new List<LoadResult>());
            foreach (var server in new[] { own, peer })
                await LoadClient.RunAsync(server.Port, "/graphql", query, connections, time, cancellationToken);
            for (var round = 0; round < Rounds; round++)
            {
                owns.Add(await LoadClient.RunAsync(own.Port, "/graphql", query, connections, time, cancellationToken));
                peers.Add(await LoadClient.RunAsync(peer.Port, "/graphql", query, connections, time, cancellationToken));
            }
            timings.Add(new GraphQLTiming(
                name, owns[0].Bytes, Median(owns, each => each.PerSecond), Median(peers, each => each.PerSecond),
                1000 * Median(owns, each => each.FirstByteSeconds), 1000 * Median(peers, each => each.FirstByteSeconds)));
        }
        Directory.Delete(Path.GetDirectoryName(rows)!, recursive: true);
        var (ownPeak, peerPeak) = (own.PeakBytes, peer.PeakBytes);
        return new GraphQLTimings(timings, ownPeak, peerPeak, await LayerAsync(own, time, cancellationToken));
    }

    private static async Task<LayerTiming> LayerAsync(ServerProcess own, TimeSpan time, CancellationToken cancellationToken)
    {
        await LoadClient.RunAsync(own.Port, "/layer", HotspotLayer.Query, 1, time, cancellationToken);
        own.ForgetPeak();
        var before = own.Bytes;
        var run = await LoadClient.RunAsync(own.Port, "/layer", HotspotLayer.Query, 1, time, cancellationToken);
        return new LayerTiming(run.Bytes, 1000 * run.FirstByteSeconds, 1000 / run.PerSecond, Math.Max(0, own.PeakBytes - before));
    }

    // The program that runs this: dotnet with an assembly, or an executable of its own.
    private static string[] Self() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(GraphQLBenchmark).Assembly.Location] : [];

    private static double Median(List<LoadResult> results, Func<LoadResult, double> figure) => results.Select(figure).Order().ElementAt(results.Count / 2);

    private static async Task CheckSameAsync(int own, int peer, string query, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var answers = new List<JsonElement>();
        foreach (var port in new[] { own, peer })
        {
            using var answer = await http.PostAsJsonAsync($"http://127.0.0.1:{port}/graphql", new { query }, cancellationToken);
            answers.Add(await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken));
        }
        if (!JsonElement.DeepEquals(answers[0], answers[1]))
            throw new InvalidOperationException($"The servers answer {query} differently.");
    }

    private static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        if (Directory.Exists(Path.Combine(folder, "node_modules")))
            return;
        using var npm = Process.Start(new ProcessStartInfo("npm", "ci --ignore-scripts --no-audit --no-fund --loglevel=error") { WorkingDirectory = folder })!;
        await npm.WaitForExitAsync(cancellationToken);
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm ci failed in {folder}.");
    }
}
