using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>One network for one series: 60 days in, 30 out (see <see cref="LstmOptions"/> for weeks and months).</summary>
/// <param name="log">Follows the trainings, each named by the steps it knows.</param>
/// <remarks>
/// The network learns what is left beside the recent level and the usual season (see <see cref="SeasonalProfile"/>): left to
/// find these itself, it was no better than the mean of recent weeks. Backtests train it once, on what was known before the
/// first origin, the scaler included; level and season are always those known at the origin.
/// </remarks>
public sealed class LstmModel(LstmOptions options, ITrainingLog? log = null) : ISeriesModel
{
    public ForecastModel Kind => ForecastModel.Lstm;

    public bool RefitsAtEachOrigin => false;

    public string? Refusal(CountSeries history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Length < options.LeastHistory)
            return $"the LSTM needs a history of {options.LeastHistory} steps; there are {history.Length}";
        if (history.Known == 0)
            return "no count of the series is known";
        if (MinMaxScaler.Fit(history.Values) is null)
            return "all known counts are equal, from which the LSTM cannot learn";
        return Ends(history).Count < LstmOptions.LeastWindows ? "too many counts are missing for the LSTM to learn from" : null;
    }

    public IFittedModel Fit(CountSeries history, CancellationToken cancellation = default) => Train(history, cancellation);

    /// <inheritdoc cref="Fit"/>
    public FittedLstm Train(CountSeries history, CancellationToken cancellation = default)
    {
        options.Check();
        if (Refusal(history) is { } reason)
            throw new ArgumentException(reason, nameof(history));
        var scaler = MinMaxScaler.Fit(history.Values)!;
        var profile = SeasonalProfile.Fit(history);
        var windows = new LstmWindows(history, scaler, profile, options.Lookback);
        var ends = Ends(history);
        // Windows between the two parts, whose targets reach into the held-back ones, are dropped.
        var heldBack = (int)Math.Round(options.HeldBack * ends.Count);
        var between = heldBack == 0 ? 0 : Math.Min(options.Outputs / options.Stride, (ends.Count - heldBack) / 4);
        var network = new ForecastNetwork(Shape(history.Step, options));
        network.Initialise(options.Training.Seed);
        var name = $"{history.Length} steps";
        using var trainer = new NetworkTrainer(network, options.Training)
        {
            ResumeFrom = log?.Find(name),
            Keep = log is null ? null : checkpoint => log.Keep(name, checkpoint),
        };
        var curve = trainer.Train(
            windows.Collect(ends[..(ends.Count - heldBack - between)], options.Outputs),
            windows.Collect(ends[(ends.Count - heldBack)..], options.Outputs), null, cancellation);
        return new FittedLstm(network, scaler, history.Step, options.Training.Seed) { Curve = curve };
    }

    internal static NetworkShape Shape(SeriesStep step, LstmOptions options) => new(options.Lookback, LstmWindows.Channels(step).Length, options.Outputs)
    {
        FirstHidden = options.FirstHidden,
        SecondHidden = options.SecondHidden,
    };

    private List<int> Ends(CountSeries history)
    {
        var ends = new List<int>();
        for (var end = history.Length - options.Outputs; end >= options.Lookback; end -= options.Stride)
            if (LstmWindows.IsUsable(history, end, options.Lookback))
                ends.Add(end);
        ends.Reverse();
        return ends;
    }
}
