using System.Diagnostics;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Cli.Benchmarks.ForLstm;

/// <summary>This product's run of the network that lstm_torch.py trains: 60 steps → LSTM 128 → LSTM 64 → dense 32 → 30, batch 64, Adam.</summary>
internal sealed class OwnNetwork : IDisposable
{
    public const int Channels = 8;
    private const int Steps = 60, Ahead = 30, Batch = 64, Epochs = 4;
    private readonly WindowSet windows;
    private readonly NetworkTrainer trainer;
    private readonly BatchForecaster forecaster;

    /// <param name="sequences">≥ 1.</param>
    /// <param name="threads">≥ 1.</param>
    public OwnNetwork(int sequences, int threads)
    {
        var random = new SplitMix64(1);
        var network = new ForecastNetwork(new NetworkShape(Steps, Channels, Ahead));
        network.Initialise(1);
        windows = new WindowSet(
            [.. Enumerable.Range(0, sequences * Steps * Channels).Select(_ => (float)random.NextDouble())],
            [.. Enumerable.Range(0, sequences * Ahead).Select(_ => (float)random.NextDouble())], sequences);
        trainer = new NetworkTrainer(network, new TrainingOptions { Epochs = 1, BatchSize = Batch, Threads = threads });
        forecaster = new BatchForecaster(network, threads);
    }

    /// <summary>As the peer does it: four epochs, of which the third fastest counts, then one inference over all sequences.</summary>
    public LstmTiming Run()
    {
        var epochs = Enumerable.Range(0, Epochs).Select(_ => Seconds(() => trainer.Train(windows, new WindowSet([], [], 0)))).Order().ToArray();
        return new LstmTiming(epochs[Epochs / 2], Seconds(() => forecaster.Forecast(windows)));
    }

    public void Dispose()
    {
        trainer.Dispose();
        forecaster.Dispose();
    }

    private static double Seconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }
}
