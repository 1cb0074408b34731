using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Learning;

public class NetworkTests
{
    private static readonly NetworkShape Small = new(5, 2, 3) { FirstHidden = 6, SecondHidden = 4, DenseUnits = 5, Dropout = 0.25 };

    [Fact]
    public void Gradient_with_dropout_and_unknown_targets_equals_finite_differences()
    {
        var network = new ForecastNetwork(Small);
        var random = new SplitMix64(11);
        foreach (ref var value in network.Values.Span)
            value = (float)(random.NextDouble() - 0.5);
        network.Pack();
        var set = Windows(7, Small, seed: 3);
        set.Targets[4] = float.NaN;
        int[] rows = [6, 1, 0, 3];
        var known = set.Known(rows);
        Assert.Equal(4 * 3 - 1, known);
        var shard = new NetworkShard(network, trains: true);

        double Loss()
        {
            network.Pack();
            var outputs = shard.Forward(set, rows, new SplitMix64(2));
            return MeanSquaredError.Instance.Sum(outputs, set, rows) / known;
        }

        Loss();
        var gradient = new AlignedBuffer(network.Values.Length);
        shard.Backward(MeanSquaredError.Instance, set, rows, known, gradient);
        const float step = 5e-3f;
        for (var i = 0; i < network.Values.Length; i += 3)
        {
            var kept = network.Values.Span[i];
            network.Values.Span[i] = kept + step;
            var above = Loss();
            network.Values.Span[i] = kept - step;
            var below = Loss();
            network.Values.Span[i] = kept;
            // Central differences in single precision; a ReLU may turn within the step.
            Assert.Equal((above - below) / (2 * step), gradient.Span[i], 2e-3);
        }
    }

    [Fact]
    public void Forecasting_is_without_dropout_and_does_not_depend_on_the_other_rows()
    {
        var network = new ForecastNetwork(Small);
        network.Initialise(1);
        var set = Windows(5, Small, seed: 4);
        var shard = new NetworkShard(network, trains: true);
        var together = shard.Forward(set, [0, 1, 2, 3, 4], null).ToArray();
        var alone = shard.Forward(set, [3], null).ToArray();
        Assert.Equal(alone, together[(3 * Small.Outputs)..(4 * Small.Outputs)]);
        Assert.Equal(together, new NetworkShard(network, trains: false).Forward(set, [0, 1, 2, 3, 4], null).ToArray());
    }

    [Fact]
    public void A_tiny_set_is_learnt_by_heart()
    {
        var shape = Small with { Dropout = 0, FirstHidden = 16, SecondHidden = 16, DenseUnits = 16 };
        var network = new ForecastNetwork(shape);
        network.Initialise(1);
        using var trainer = new NetworkTrainer(network, new TrainingOptions { Epochs = 600, BatchSize = 4, LearningRate = 1e-2 });
        var curve = trainer.Train(Windows(4, shape, seed: 5), Empty);
        Assert.Equal(600, curve.Count);
        Assert.InRange(curve[^1].Training, 0, 1e-4);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        float[] Trained(int threads)
        {
            var network = new ForecastNetwork(Small);
            network.Initialise(9);
            using var trainer = new NetworkTrainer(network, new TrainingOptions { Epochs = 3, BatchSize = 50, Seed = 9, Threads = threads });
            trainer.Train(Windows(130, Small, seed: 6), Windows(20, Small, seed: 7));
            return network.Values.Span.ToArray();
        }

        var one = Trained(1);
        Assert.Equal(one, Trained(1));
        Assert.Equal(one, Trained(2));
        Assert.Equal(one, Trained(5));
    }

    [Fact]
    public void Another_seed_gives_another_network()
    {
        var (first, second) = (new ForecastNetwork(Small), new ForecastNetwork(Small));
        first.Initialise(1);
        second.Initialise(2);
        Assert.NotEqual(first.Values.Span.ToArray(), second.Values.Span.ToArray());
    }

    [Fact]
    public void Training_stops_when_the_held_back_loss_no_longer_falls_and_keeps_the_best()
    {
        var network = new ForecastNetwork(Small);
        network.Initialise(1);
        var noise = Windows(20, Small, seed: 8);
        var other = Windows(20, Small, seed: 9);
        using var trainer = new NetworkTrainer(network, new TrainingOptions { Epochs = 400, BatchSize = 20, LearningRate = 0.02, Patience = 4 });
        var curve = trainer.Train(noise, other);
        Assert.InRange(curve.Count, 5, 399);
        var best = curve.Min(e => e.HeldBack);
        Assert.Equal(best, curve[^5].HeldBack);
        var rows = Enumerable.Range(0, 16).ToArray();
        var outputs = new NetworkShard(network, trains: true).Forward(other, rows, null);
        var rest = new NetworkShard(network, trains: true).Forward(other, [16, 17, 18, 19], null);
        var loss = (MeanSquaredError.Instance.Sum(outputs, other, rows) + MeanSquaredError.Instance.Sum(rest, other, [16, 17, 18, 19])) / 60;
        Assert.Equal(best, loss, 1e-9);
    }

    [Fact]
    public void Batches_allocate_nothing()
    {
        var network = new ForecastNetwork(Small);
        network.Initialise(1);
        var set = Windows(64, Small, seed: 10);
        using var trainer = new NetworkTrainer(network, new TrainingOptions { Epochs = 40, BatchSize = 4 });
        var byEpoch = new List<long>();
        trainer.Train(set, Empty, _ => byEpoch.Add(GC.GetAllocatedBytesForCurrentThread()));
        // Sixteen batches an epoch; what remains is the epoch's own record and the lists that keep it.
        Assert.InRange(byEpoch[35] - byEpoch[34], 0, 200);
    }

    [Fact]
    public void Cancelling_ends_training_between_batches()
    {
        var network = new ForecastNetwork(Small);
        network.Initialise(1);
        using var trainer = new NetworkTrainer(network, new TrainingOptions { Epochs = 1000, BatchSize = 4 });
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(
            () => trainer.Train(Windows(8, Small, seed: 1), Empty, e => { if (e.Epoch == 2) stop.Cancel(); }, stop.Token));
    }

    [Fact]
    public void Nothing_to_learn_from_is_said()
    {
        var network = new ForecastNetwork(Small);
        using var trainer = new NetworkTrainer(network, new TrainingOptions());
        Assert.Equal("no training window has a known target", Assert.Throws<ArgumentException>(() => trainer.Train(Empty, Empty)).Message);
        var unknown = Windows(3, Small, seed: 1);
        Array.Fill(unknown.Targets, float.NaN);
        Assert.Throws<ArgumentException>(() => trainer.Train(unknown, Empty));
    }

    [Fact]
    public void A_gradient_that_is_not_finite_is_reported()
    {
        var network = new ForecastNetwork(Small);
        network.Initialise(1);
        var set = Windows(4, Small, seed: 1);
        set.Inputs[3] = float.NaN;
        using var trainer = new NetworkTrainer(network, new TrainingOptions());
        var error = Assert.Throws<NonConvergenceException>(() => trainer.Train(set, Empty));
        Assert.StartsWith("the gradient of the network is not finite", error.Message);
    }

    private static WindowSet Empty { get; } = new([], [], 0);

    private static WindowSet Windows(int count, NetworkShape shape, ulong seed)
    {
        var random = new SplitMix64(seed);
        float Number() => (float)(2 * random.NextDouble() - 1);
        return new WindowSet(
            [.. Enumerable.Range(0, count * shape.Steps * shape.Inputs).Select(_ => Number())],
            [.. Enumerable.Range(0, count * shape.Outputs).Select(_ => Number())], count);
    }
}
