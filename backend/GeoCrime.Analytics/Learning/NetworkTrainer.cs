using System.Numerics.Tensors;

namespace GeoCrime.Analytics.Learning;

/// <summary>Trains a forecast network by mini-batches with early stopping; the same seed gives the same bytes at any number of threads.</summary>
/// <remarks>
/// A batch is cut into shards of <see cref="NetworkShard.MaxRows"/> windows whatever the number of threads; each shard sums its
/// own gradient, and the sums are added in shard order. After the set-up nothing is allocated but one record an epoch.
/// </remarks>
public sealed class NetworkTrainer : IDisposable
{
    private readonly ForecastNetwork network;
    private readonly TrainingOptions options;
    private readonly IForecastLoss loss;
    private readonly NetworkShard[] shards;
    private readonly AlignedBuffer[] gradients;
    private readonly ShardCrew crew;
    private readonly double[] sums;
    private readonly AlignedBuffer best;
    private WindowSet windows = new([], [], 0);
    private int[] order = [];
    private int batchStart;
    private int batchCount;
    private int known;
    private int step;
    private bool learning;

    /// <param name="loss">Null for the mean squared error.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public NetworkTrainer(ForecastNetwork network, TrainingOptions options, IForecastLoss? loss = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        (this.network, this.options, this.loss) = (network, options, loss ?? MeanSquaredError.Instance);
        var mostShards = (options.BatchSize + NetworkShard.MaxRows - 1) / NetworkShard.MaxRows;
        var threads = Math.Min(options.Threads, mostShards);
        shards = [.. Enumerable.Range(0, threads).Select(_ => new NetworkShard(network, trains: true))];
        gradients = [.. Enumerable.Range(0, mostShards).Select(_ => new AlignedBuffer(network.Values.Length))];
        sums = new double[mostShards];
        best = new AlignedBuffer(network.Values.Length);
        crew = new ShardCrew(PassShard, threads);
    }

    /// <summary>Where training goes on: a checkpoint of the same network, options and windows. The bytes are those of one run.</summary>
    public TrainingCheckpoint? ResumeFrom { get; init; }

    /// <summary>Given a checkpoint after each epoch; null makes none.</summary>
    public Action<TrainingCheckpoint>? Keep { get; init; }

    /// <summary>Trains from the network's present parameters and leaves it with those of the lowest held-back loss.</summary>
    /// <param name="training">At least one window with a known target.</param>
    /// <param name="heldBack">Later windows that decide when to stop; with none, all epochs run and the last parameters stay.</param>
    /// <param name="progress">Told after each epoch.</param>
    /// <returns>The loss curve, from the first epoch on.</returns>
    /// <exception cref="ArgumentException">There is nothing to learn from, or the checkpoint is of another training.</exception>
    /// <exception cref="NonConvergenceException">The gradient overflowed.</exception>
    /// <exception cref="OperationCanceledException">Asked for between two batches.</exception>
    public IReadOnlyList<EpochLoss> Train(
        WindowSet training, WindowSet heldBack, Action<EpochLoss>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(heldBack);
        var optimiser = options.CreateOptimiser(network.Values.Length);
        var shuffled = Enumerable.Range(0, training.Count).ToArray();
        var inOrder = Enumerable.Range(0, heldBack.Count).ToArray();
        if (training.Known(shuffled) == 0)
            throw new ArgumentException("no training window has a known target");
        var random = SplitMix64.For(options.Seed, 5);
        var curve = new List<EpochLoss>();
        var (lowest, sinceLowest) = (double.PositiveInfinity, 0);
        var batches = (training.Count + options.BatchSize - 1) / options.BatchSize;
        var plan = TrainingCheckpoint.PlanOf(network.Shape, options, loss, training.Count, heldBack.Count);
        if (ResumeFrom is { } from)
        {
            from.Restore(plan, network, optimiser, best);
            curve.AddRange(from.Curve);
            (lowest, sinceLowest) = (from.Lowest, from.SinceLowest);
            for (var epoch = 0; epoch < curve.Count; epoch++)
                random.Shuffle(shuffled);
        }
        step = curve.Count * batches;
        for (var epoch = curve.Count + 1; epoch <= options.Epochs && sinceLowest < options.Patience; epoch++)
        {
            random.Shuffle(shuffled);
            var learnt = Learn(training, shuffled, optimiser, options.Epochs * batches, cancellation);
            var held = heldBack.Count == 0 ? double.NaN : Loss(heldBack, inOrder, cancellation);
            curve.Add(new EpochLoss(epoch, learnt, held));
            if (held < lowest)
            {
                (lowest, sinceLowest) = (held, 0);
                network.Values.Span.CopyTo(best.Span);
            }
            else if (heldBack.Count > 0)
            {
                sinceLowest++;
            }
            Keep?.Invoke(TrainingCheckpoint.Of(plan, curve, lowest, sinceLowest, network, optimiser, best));
            progress?.Invoke(curve[^1]);
        }
        if (double.IsFinite(lowest))
        {
            best.Span.CopyTo(network.Values.Span);
            network.Pack();
        }
        return curve;
    }

    public void Dispose() => crew.Dispose();

    private double Learn(WindowSet set, int[] rows, IOptimiser optimiser, int plannedSteps, CancellationToken cancellation)
    {
        var (sum, count) = (0.0, 0);
        for (var start = 0; start < set.Count; start += options.BatchSize, step++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!PassBatch(set, rows, start, learn: true))
                continue;
            var used = ShardCount();
            var gradient = gradients[0].Span;
            for (var i = 1; i < used; i++)
                TensorPrimitives.Add(gradient, gradients[i].Span, gradient);
            optimiser.Step(network.Values.Span, gradient, Rate(plannedSteps));
            network.Pack();
            for (var i = 0; i < used; i++)
                sum += sums[i];
            count += known;
        }
        return sum / count;
    }

    private double Loss(WindowSet set, int[] rows, CancellationToken cancellation)
    {
        var (sum, count) = (0.0, 0);
        for (var start = 0; start < set.Count; start += options.BatchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!PassBatch(set, rows, start, learn: false))
                continue;
            for (var i = 0; i < ShardCount(); i++)
                sum += sums[i];
            count += known;
        }
        return count == 0 ? double.NaN : sum / count;
    }

    private bool PassBatch(WindowSet set, int[] rows, int start, bool learn)
    {
        (windows, order, batchStart, learning) = (set, rows, start, learn);
        batchCount = Math.Min(options.BatchSize, set.Count - start);
        known = set.Known(rows.AsSpan(start, batchCount));
        if (known > 0)
            crew.Run(ShardCount());
        return known > 0;
    }

    private int ShardCount() => (batchCount + NetworkShard.MaxRows - 1) / NetworkShard.MaxRows;

    private void PassShard(int thread, int piece)
    {
        var first = piece * NetworkShard.MaxRows;
        var rows = order.AsSpan(batchStart + first, Math.Min(NetworkShard.MaxRows, batchCount - first));
        var shard = shards[thread];
        var outputs = shard.Forward(windows, rows, learning ? SplitMix64.For(options.Seed, 6 + step, piece) : null);
        if (!learning)
        {
            sums[piece] = loss.Sum(outputs, windows, rows);
            return;
        }
        gradients[piece].Span.Clear();
        sums[piece] = shard.Backward(loss, windows, rows, known, gradients[piece]);
    }

    private double Rate(int plannedSteps) =>
        options.LearningRate * options.Schedule.Factor(Math.Min(1, (double)step / plannedSteps));
}
