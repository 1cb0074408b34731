using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>One LSTM for all areas of a jurisdiction, with learnt numbers for each area and a negative binomial for its counts.</summary>
/// <remarks>Salinas et al. (2020). Serves areas with short histories too: one lookback and a few steps are enough for each.</remarks>
public static class GlobalLstmModel
{
    /// <summary>Trains on all areas' histories.</summary>
    /// <param name="areas">Series of one step, start and length; at least one window in all of them together.</param>
    /// <param name="progress">Told after each epoch.</param>
    /// <exception cref="ArgumentException">The series differ in step, start or length, or are too short for a window.</exception>
    public static FittedGlobalLstm Train(
        IReadOnlyList<CountSeries> areas, GlobalLstmOptions options, Action<EpochLoss>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(options);
        Check(areas, options);
        var length = areas[0].Length;
        var ends = new List<int>();
        for (var end = length - options.Outputs; end >= options.Lookback; end -= options.Stride)
            ends.Insert(0, end);
        var heldBack = (int)Math.Round(options.HeldBack * ends.Count);
        var between = heldBack == 0 ? 0 : Math.Min(options.Outputs / options.Stride, (ends.Count - heldBack) / 4);
        var network = new ForecastNetwork(
            new NetworkShape(options.Lookback, GlobalWindows.Channels(areas[0].Step), NegativeBinomialLoss.Instance.OutputsFor(options.Outputs))
            {
                FirstHidden = options.FirstHidden,
                SecondHidden = options.SecondHidden,
                Areas = areas.Count,
                EmbeddingSize = options.EmbeddingSize,
            });
        network.Initialise(options.Training.Seed);
        using var trainer = new NetworkTrainer(network, options.Training, NegativeBinomialLoss.Instance);
        var curve = trainer.Train(
            Collect(areas, ends[..(ends.Count - heldBack - between)], options), Collect(areas, ends[(ends.Count - heldBack)..], options),
            progress, cancellation);
        return new FittedGlobalLstm(network, areas[0].Step, options.Outputs) { Curve = curve };
    }

    private static WindowSet Collect(IReadOnlyList<CountSeries> areas, List<int> ends, GlobalLstmOptions options)
    {
        // Windows in order of time, all areas of an end together.
        var count = ends.Count * areas.Count;
        var width = options.Lookback * GlobalWindows.Channels(areas[0].Step);
        var (inputs, targets) = (new float[count * width], new float[count * options.Outputs]);
        var (offsets, codes) = (new float[count * options.Outputs], new int[count]);
        var windows = areas.Select(series => new GlobalWindows(series, SeasonalProfile.Fit(series), options.Lookback)).ToArray();
        for (var w = 0; w < count; w++)
        {
            var (end, area) = (ends[w / areas.Count], w % areas.Count);
            codes[w] = area;
            windows[area].Write(end, inputs.AsSpan(w * width, width), offsets.AsSpan(w * options.Outputs, options.Outputs));
            for (var h = 0; h < options.Outputs; h++)
                targets[w * options.Outputs + h] = (float)areas[area].Values[end + h];
        }
        return new WindowSet(inputs, targets, count) { Areas = codes, Offsets = offsets };
    }

    private static void Check(IReadOnlyList<CountSeries> areas, GlobalLstmOptions options)
    {
        if (areas.Count == 0)
            throw new ArgumentException("there are no areas to train on");
        var first = areas[0];
        foreach (var series in areas)
            if (series.Step != first.Step || series.Start != first.Start || series.Length != first.Length)
                throw new ArgumentException(
                    $"all areas need the same steps: one has {series.Length} from {series.Start:yyyy-MM-dd}, another {first.Length} from {first.Start:yyyy-MM-dd}");
        if (first.Length < options.Lookback + options.Outputs)
            throw new ArgumentException($"the global LSTM needs {options.Lookback + options.Outputs} steps; there are {first.Length}");
    }
}
