namespace GeoCrime.Cli.Benchmarks.ForLstm;

/// <summary>The LSTM beside PyTorch's, in turns within each round, so that a machine that slows down slows both.</summary>
internal static class LstmBenchmark
{
    private static readonly int[] Threads = [1, 2];

    /// <param name="script">lstm_torch.py.</param>
    /// <param name="sequences">Of an epoch.</param>
    /// <param name="rounds">≥ 1.</param>
    /// <param name="report">Told before each round.</param>
    public static async Task<LstmTimings> RunAsync(string script, int sequences, int rounds, Action<string> report, CancellationToken cancellationToken)
    {
        var peer = await TorchPeer.VersionAsync(cancellationToken);
        OwnNetwork[] networks = [.. Threads.Select(threads => new OwnNetwork(sequences, threads))];
        var (own, torch) = (Threads.Select(_ => new List<LstmTiming>()).ToArray(), Threads.Select(_ => new List<LstmTiming>()).ToArray());
        var kernel = new KernelPeak();
        try
        {
            // Compiled and warm, as the peer's first epoch makes it.
            foreach (var network in networks)
                network.Run();
            for (var round = 1; round <= rounds; round++)
            {
                report($"round {round} of {rounds}");
                for (var t = 0; t < Threads.Length; t++)
                {
                    own[t].Add(networks[t].Run());
                    torch[t].Add(await TorchPeer.RunAsync(script, sequences, OwnNetwork.Channels, Threads[t], cancellationToken));
                }
            }
            var (gflops, peak) = kernel.Gflops();
            return new LstmTimings(peer, rounds, [.. own.Select(LstmTiming.Median)], [.. torch.Select(LstmTiming.Median)], gflops, peak);
        }
        finally
        {
            foreach (var network in networks)
                network.Dispose();
        }
    }
}
