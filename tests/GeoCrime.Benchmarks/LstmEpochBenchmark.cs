using BenchmarkDotNet.Attributes;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Benchmarks;

/// <summary>
/// The design's network over 2,048 sequences of 60 steps × 8 channels, batch 64 (88 thousand million operations an epoch). The peer is
/// tests/golden/peers/lstm_torch.py with the same shapes and batch; run both in one session.
/// </summary>
#pragma warning disable CA1001 // BenchmarkDotNet disposes through GlobalCleanup.
public class LstmEpochBenchmark
#pragma warning restore CA1001
{
    private const int Sequences = 2048;
    private static readonly NetworkShape Shape = new(60, 8, 30);
    private readonly int[] rows = new int[NetworkShard.MaxRows];
    private NetworkTrainer trainer = null!;
    private NetworkShard shard = null!;
    private WindowSet windows = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new SplitMix64(1);
        var network = new ForecastNetwork(Shape);
        network.Initialise(1);
        windows = new WindowSet(
            [.. Enumerable.Range(0, Sequences * Shape.Steps * Shape.Inputs).Select(_ => (float)random.NextDouble())],
            [.. Enumerable.Range(0, Sequences * Shape.Outputs).Select(_ => (float)random.NextDouble())], Sequences);
        trainer = new NetworkTrainer(network, new TrainingOptions { Epochs = 1, BatchSize = 64, Threads = Threads });
        shard = new NetworkShard(network);
    }

    [GlobalCleanup]
    public void Cleanup() => trainer.Dispose();

    [Benchmark]
    public double Epoch() => trainer.Train(windows, new WindowSet([], [], 0))[0].Training;

    /// <summary>Forecasts for all sequences, on one thread whatever <see cref="Threads"/> says.</summary>
    [Benchmark]
    public float Inference()
    {
        var sum = 0f;
        for (var first = 0; first < Sequences; first += rows.Length)
        {
            for (var i = 0; i < rows.Length; i++)
                rows[i] = first + i;
            sum += shard.Forward(windows, rows, null)[0];
        }
        return sum;
    }
}
