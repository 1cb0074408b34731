using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>One LSTM for all areas of a jurisdiction, with learnt numbers for each area and a negative binomial for its counts.</summary>
/// <remarks>Salinas et al. (2020). Serves areas with short histories too: a few known counts are enough for each.</remarks>
public static class GlobalLstmModel
{
    /// <summary>Trains on all areas' histories.</summary>
    /// <param name="areas">Series of one step, start and length (NaN before an area's first count); at least one window in all of them together.</param>
    /// <param name="log">Follows the trainings, each named by the steps it knows and the network's number.</param>
    /// <returns>Same input and options, same bytes at any number of threads.</returns>
    /// <exception cref="ArgumentException">The series differ in step, start or length, are too short for a window, or hold no count.</exception>
    public static FittedGlobalLstm Train(
        IReadOnlyList<CountSeries> areas, GlobalLstmOptions options, ITrainingLog? log = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        Check(areas, options);
        var length = areas[0].Length;
        var ends = new List<int>();
        for (var end = length - options.Outputs; end >= options.Lookback; end -= options.Stride)
            ends.Insert(0, end);
        // Windows between the two parts, whose targets reach into the held-back ones, are dropped.
        var heldBack = (int)Math.Round(options.HeldBack * ends.Count);
        var between = heldBack == 0 ? 0 : Math.Min(options.Outputs / options.Stride, (ends.Count - heldBack) / 4);
        var calendar = PooledCalendar.Fit(areas, options.Holidays, options.Days);
        var windows = areas.Select(series => new GlobalWindows(series, calendar, options)).ToArray();
        var training = Collect(areas, windows, ends[..(ends.Count - heldBack - between)], options);
        var later = Collect(areas, windows, ends[(ends.Count - heldBack)..], options);
        var (networks, curve) = (new List<ForecastNetwork>(), new List<EpochLoss>());
        for (var n = 0; n < options.Networks; n++)
        {
            var network = new ForecastNetwork(Shape(areas, options));
            var seeded = options.Training with { Seed = options.SeedOf(n) };
            network.Initialise(seeded.Seed);
            var name = $"{length} steps, network {n + 1}";
            using var trainer = new NetworkTrainer(network, seeded, NegativeBinomialLoss.Instance)
            {
                ResumeFrom = log?.Find(name),
                Keep = log is null ? null : checkpoint => log.Keep(name, checkpoint),
            };
            var before = curve.Count;
            curve.AddRange(trainer.Train(training, later, null, cancellation).Select(each => each with { Epoch = before + each.Epoch }));
            networks.Add(network);
        }
        var overlap = Math.Max(1, (double)options.Outputs / options.Stride);
        var weight = NetworkWeight.Choose(later, areas.Count, overlap, NetworkAverage.Say(networks, later));
        FittedGlobalLstm Fitted(IReadOnlyList<TunedArea> tuned) => new(networks, calendar, options) { Curve = curve, Weight = weight, Tuned = tuned };
        // One area alone has nothing to differ from.
        return options.Tuning is null || areas.Count == 1
            ? Fitted([])
            : Fitted(AreaTuning.Run(Fitted([]), training, later, overlap, share => log?.Advance($"{length} steps, areas", share), cancellation));
    }

    internal static NetworkShape Shape(IReadOnlyCollection<CountSeries> areas, GlobalLstmOptions options) =>
        Shape(areas.Count, areas.First().Step, options);

    internal static NetworkShape Shape(int areas, SeriesStep step, GlobalLstmOptions options) =>
        new(options.Lookback, GlobalWindows.Channels(step, options.Days), NegativeBinomialLoss.Instance.OutputsFor(options.Outputs))
        {
            FirstHidden = options.FirstHidden,
            SecondHidden = options.SecondHidden,
            DenseUnits = options.DenseUnits,
            Dropout = options.Dropout,
            Areas = areas,
            EmbeddingSize = options.EmbeddingSize,
        };

    private static WindowSet Collect(
        IReadOnlyList<CountSeries> areas, GlobalWindows[] windows, List<int> ends, GlobalLstmOptions options)
    {
        // In order of time, all areas of an end together.
        var count = ends.Count * areas.Count;
        var width = options.Lookback * GlobalWindows.Channels(areas[0].Step, options.Days);
        var (inputs, targets) = (new float[count * width], new float[count * options.Outputs]);
        var (offsets, codes) = (new float[count * options.Outputs], new int[count]);
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
        if (areas.All(series => series.Known == 0))
            throw new ArgumentException("no area has a known count to learn from");
    }
}
