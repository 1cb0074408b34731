using GeoCrime.Analytics.Learning;
using GeoCrime.Analytics.Numerics;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Lets the shared networks go on learning from one area alone, where the held-back part says that this serves the area better.</summary>
/// <remarks>
/// An area's networks start from the shared ones and pass its own training windows some times more. Their answer is blended with
/// the shared one. Whether an area is tuned is asked of one blend, the one half-way: its held-back loss must be below that of the shared
/// networks, and below that of the half-way blend with a control that went on learning just as long from windows of all areas in turn, so
/// that what more learning gains anywhere is not taken for the area's own. Both by Student's t over ends in time (widened for windows that
/// overlap), the areas' p held to a false discovery rate. Only then is the share chosen, a quarter to all, by the same loss. The held-back
/// part already stopped the shared networks: what favour there is, is theirs. An area whose first network does not gain is tried no further.
/// Cost: up to the passes of the shared training, times epochs over its epochs.
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
        var inTurn = training.Of([.. Enumerable.Range(0, training.Count / areas).Select(end => end * areas + end % areas)]);
        if (inTurn.Known([.. Enumerable.Range(0, inTurn.Count)]) == 0 || heldBack.Count / areas / overlap < LeastStretches)
        {
            progress?.Invoke(1);
            return [];
        }
        var before = shared.Answers(heldBack);
        var control = NetworkAverage.Say([.. shared.Networks.Select((_, n) => Tuned(shared, n, inTurn, cancellation))], heldBack);
        var done = 0;
        var trials = new Trial?[areas];
        var gate = new Lock();
        using var crew = new ShardCrew(
            (_, area) =>
            {
                trials[area] = Try(shared, area, training, heldBack, before, control, overlap, cancellation);
                lock (gate)
                    progress?.Invoke((double)++done / areas);
            },
            shared.Options.Training.Threads);
        crew.Run(areas);
        Trial[] tested = [.. trials.OfType<Trial>()];
        var rates = BenjaminiHochberg.Adjust([.. tested.Select(trial => trial.Chance)]);
        return [.. tested.Where((_, i) => rates[i] <= FalseDiscoveryRate).Select(trial => trial.Best!)];
    }

    // Null for an area whose history is too short to learn from or to be tested on.
    private static Trial? Try(
        FittedGlobalLstm shared, int area, WindowSet training, WindowSet heldBack, double[] before, double[] control, double overlap, CancellationToken cancellation)
    {
        var (rows, width) = (Rows(area, shared.Areas, heldBack), heldBack.TargetWidth + 1);
        var (own, later) = (training.Of(Rows(area, shared.Areas, training)), heldBack.Of(rows));
        int[] ends = [.. Enumerable.Range(0, later.Count).Where(end => later.Known([end]) > 0)];
        if (2 * own.Known([.. Enumerable.Range(0, own.Count)]) < own.Targets.Length || ends.Length / overlap < LeastStretches)
            return null;
        double[] OfArea(double[] all) => [.. rows.SelectMany(row => all[(row * width)..((row + 1) * width)])];
        var (old, further) = (OfArea(before), OfArea(control));
        double[] Losses(double[] by, double share) => [.. ends.Select(end =>
        {
            var outputs = new float[width];
            for (var j = 0; j < width; j++)
                outputs[j] = (float)TunedArea.Blend(old[end * width + j], by[end * width + j], share);
            return NegativeBinomialLoss.Instance.Sum(outputs, later, [end]) / later.Known([end]);
        })];
        var first = Tuned(shared, 0, own, cancellation);
        var answer = NetworkAverage.Say([first], later);
        var without = Losses(answer, 0);
        // Most areas end here, at a third of the cost.
        if (Losses(answer, HalfWay).Average() >= without.Average())
            return new Trial(null, 1);
        ForecastNetwork[] networks = [first, .. Enumerable.Range(1, shared.Networks.Count - 1).Select(n => Tuned(shared, n, own, cancellation))];
        answer = NetworkAverage.Say(networks, later);
        var halfWay = Losses(answer, HalfWay);
        double ChanceBeside(double[] losses) => Chance(OverlappingMean.Of([.. losses.Zip(halfWay, (loss, least) => loss - least)], overlap));
        var chance = Math.Max(ChanceBeside(without), ChanceBeside(Losses(further, HalfWay)));
        var (share, loss) = Shares.Select(each => (each, Losses(answer, each).Average())).MinBy(each => each.Item2);
        return new Trial(new TunedArea(area, networks, share, without.Average(), loss), chance);
    }

    private static ForecastNetwork Tuned(FittedGlobalLstm shared, int number, WindowSet windows, CancellationToken cancellation)
    {
        var network = new ForecastNetwork(shared.Networks[number].Shape);
        shared.Networks[number].Values.Span.CopyTo(network.Values.Span);
        network.Pack();
        using var trainer = new NetworkTrainer(network, shared.Options.Tuning! with { Seed = shared.Options.SeedOf(number), Threads = 1 }, NegativeBinomialLoss.Instance);
        trainer.Train(windows, new WindowSet([], [], 0), null, cancellation);
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

    // Best is null where the chance is 1.
    private sealed record Trial(TunedArea? Best, double Chance);
}
