using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using GeoCrime.Cli.Benchmarks.ForLstm;

namespace GeoCrime.Cli.Verbs;

/// <summary><c>./geocrime bench lstm</c>: the LSTM beside PyTorch; needs no database.</summary>
internal static class BenchLstm
{
    private static readonly Option<int> Rounds = new("--rounds") { Description = "Rounds, of which the median counts.", DefaultValueFactory = _ => 5 };
    private static readonly Option<int> Sequences = new("--sequences") { Description = "Sequences of an epoch.", DefaultValueFactory = _ => 2048 };

    private static string Script => Path.Combine(Session.Home, "tests", "golden", "peers", "lstm_torch.py");

    public static Command Create()
    {
        var command = new Command("lstm", "Measure the LSTM beside PyTorch: the same network, batch, sequences and threads, in turns.") { Rounds, Sequences };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (rounds, sequences) = (arguments.GetValue(Rounds), arguments.GetValue(Sequences));
        if (rounds is < 1 or > 100)
            throw new UsageException($"--rounds {rounds} is outside 1…100.");
        if (sequences is < 64 or > 1_000_000)
            throw new UsageException($"--sequences {sequences} is outside 64…1,000,000.");
        var timings = await LstmBenchmark.RunAsync(Script, sequences, rounds, Console.Error.WriteLine, cancellationToken);
        Console.WriteLine(arguments.GetValue(SessionOptions.Json) ? JsonResult.Of(timings) : Table(timings, sequences));
        return 0;
    }

    private static string Table(LstmTimings timings, int sequences) => string.Join('\n',
    [
        $"{Machine.Processor}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; {timings.Peer}.",
        $"{sequences} sequences of 60 × {OwnNetwork.Channels}, LSTM 128 → LSTM 64 → dense 32 → 30, batch 64, Adam; medians of {timings.Rounds} rounds in turns.",
        "",
        "| | epoch, 1 thread | epoch, 2 threads | inference, 1 thread | inference, 2 threads |",
        "|---|---|---|---|---|",
        Row("GeoCrime", timings.Own),
        Row("PyTorch", timings.Torch),
        string.Create(CultureInfo.InvariantCulture,
            $"| PyTorch (2 threads: its better) over GeoCrime | {timings.EpochRatioOneThread:0.00} × | {timings.EpochRatioTwoThreads:0.00} × | {timings.InferenceRatioOneThread:0.00} × | {timings.InferenceRatioTwoThreads:0.00} × |"),
        "",
        string.Create(CultureInfo.InvariantCulture,
            $"Matrix product of 512³ on one core, packing included: {timings.KernelGflops:0} of {timings.PeakGflops:0} GFLOP/s, {timings.ShareOfPeak:0 %} of the measured peak."),
    ]);

    private static string Row(string name, IReadOnlyList<LstmTiming> by) => string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {by[0].Epoch:0.000} s | {by[1].Epoch:0.000} s | {by[0].Inference:0.000} s | {by[1].Inference:0.000} s |");
}
