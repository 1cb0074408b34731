using GeoCrime.Analytics.Learning;
using GeoCrime.Analytics.Numerics;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Lets the shared networks go on learning from one area alone, where the held-back part says that this serves the area better.</summary>
/// <remarks>
/// An area's networks start from the shared ones and pass its own training windows a few times at a low rate. Their answer is blended with
/// the shared one. Whether an area is tuned is asked of one blend, the one half-way: its held-back loss must be below that of the shared
/// networks by Student's t over ends in time (widened for windows that overlap), the areas' p held to a false discovery rate. Only then is the
/// share chosen, a quarter to all, by the same loss. The held-back part already stopped the shared networks: what favour there is, is theirs.
/// Cost: the passes of the shared training, times epochs over its epochs.
/// </remarks>
internal static class AreaTuning
{
    /// <summary>Expected part of chance among the areas that are tuned.</summary>
    private const double FalseDiscoveryRate = 0.05;

    /// <summary>Parts of the held-back time without overlap below which nothing can be told from chance.</summary>
    private const int LeastStretches = 3;

    private const double HalfWay = 0.5;
    private static readonly double[] Shares = [0.25, HalfWay, 0.75, 1];

    /// <summary>The areas that are better served by networks of their own; the same at any number of threads.</summary>
    /// <param name="shared">With its weight; its options' <see cref="GlobalLstmOptions.Tuning"/> is not null.</param>
    /// <param name="training">Windows in order of time, all areas of an end together.</param>
    /// <param name="heldBack">Later ones, laid out alike.</param>
    /// <param name="overlap">Windows of an area that share a target; ≥ 1.</param>
    /// <param name="progress">Told of the share done.</param>
    /// <returns>In order of areas.</returns>
    public static IReadOnlyList<TunedArea> Run(
        FittedGlobalLstm shared, WindowSet training, WindowSet heldBack, double overlap, Action<double>? progress, CancellationToken cancellation)
    {
        var areas = shared.Areas;
        var (said, done) = (NetworkAverage.Say(shared.Networks, heldBack), 0);
        var trials = new Trial?[areas];
        var gate = new Lock();
        using var crew = new ShardCrew(
            (_, area) =>
            {
                trials[area] = Try(shared, area, training, heldBack, said, overlap, cancellation);
                lock (gate)
                    progress?.Invoke((double)++done / areas);
            },
            shared.Options.Training.Threads);
        crew.Run(areas);
        Trial[] tested = [.. trials.OfType<Trial>()];
        var rates = BenjaminiHochberg.Adjust([.. tested.Select(trial => trial.Chance)]);
        return [.. tested.Where((_, i) => rates[i] <= FalseDiscoveryRate).Select(trial => trial.Best)];
    }

    // Null for an area whose history is too short to learn from or to be tested on.
    private static Trial? Try(
        FittedGlobalLstm shared, int area, WindowSet training, WindowSet heldBack, double[] said, double overlap, CancellationToken cancellation)
    {
        var (own, later) = (training.Of(Rows(area, shared.Areas, training)), heldBack.Of(Rows(area, shared.Areas, heldBack)));
        int[] ends = [.. Enumerable.Range(0, later.Count).Where(end => later.Known([end]) > 0)];
        if (2 * own.Known([.. Enumerable.Range(0, own.Count)]) < own.Targets.Length || ends.Length / overlap < LeastStretches)
            return null;
        ForecastNetwork[] networks = [.. shared.Networks.Select((network, n) => Tuned(network, own, shared.Options.Tuning!, shared.Options.SeedOf(n), cancellation))];
        var answer = NetworkAverage.Say(networks, later);
        var (width, before) = (later.TargetWidth + 1, new double[answer.Length]);
        for (var i = 0; i < answer.Length; i++)
            before[i] = shared.Weighed(said[(i / width * shared.Areas + area) * width + i % width], i % width);
        double[] Losses(double share) => [.. ends.Select(end =>
        {
            var outputs = new float[width];
            for (var j = 0; j < width; j++)
                outputs[j] = (float)TunedArea.Blend(before[end * width + j], answer[end * width + j], share);
            return NegativeBinomialLoss.Instance.Sum(outputs, later, [end]) / later.Known([end]);
        })];
        var without = Losses(0);
        var chance = Chance(OverlappingMean.Of([.. without.Zip(Losses(HalfWay), (old, blended) => old - blended)], overlap));
        var (share, loss) = Shares.Select(each => (each, Losses(each).Average())).MinBy(each => each.Item2);
        return new Trial(new TunedArea(area, networks, share, without.Average(), loss), chance);
    }

    private static ForecastNetwork Tuned(ForecastNetwork shared, WindowSet own, TrainingOptions options, int seed, CancellationToken cancellation)
    {
        var network = new ForecastNetwork(shared.Shape);
        shared.Values.Span.CopyTo(network.Values.Span);
        network.Pack();
        using var trainer = new NetworkTrainer(network, options with { Seed = seed, Threads = 1 }, NegativeBinomialLoss.Instance);
        trainer.Train(own, new WindowSet([], [], 0), null, cancellation);
        return network;
    }

    // Probability of such a gain, or a greater one, where there is none.
    private static double Chance(OverlappingMean gain)
    {
        if (gain.Error == 0)
            return gain.Mean > 0 ? 0 : 1;
        return StudentT.CDF(0, 1, gain.Stretches - 1, -gain.Mean / gain.Error);
    }

    private static int[] Rows(int area, int areas, WindowSet windows) =>
        [.. Enumerable.Range(0, windows.Count / areas).Select(end => end * areas + area)];

    private sealed record Trial(TunedArea Best, double Chance);
}
