using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>A trained network with the scaler of its training part. Level and season are those of the history it continues.</summary>
public sealed class FittedLstm(ForecastNetwork network, MinMaxScaler scaler, SeriesStep step, int seed) : IFittedModel
{
    // A path above this multiple of the training part's greatest count would be an explosion, not a forecast.
    private const double MostOverMaximum = 3;

    private readonly NetworkShard shard = new(network, trains: false);

    public ForecastNetwork Network => network;

    public MinMaxScaler Scaler => scaler;

    public SeriesStep Step => step;

    public int Seed => seed;

    /// <summary>How training went; empty for a model from a file.</summary>
    public IReadOnlyList<EpochLoss> Curve { get; init; } = [];

    /// <inheritdoc/>
    /// <remarks>Not for several threads at once. Horizons beyond the network's outputs feed forecasts back as counts.</remarks>
    public double[] Forecast(CountSeries history, int horizon)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        if (history.Step != step)
            throw new ArgumentException($"the model forecasts series by {step}; this one is by {history.Step}");
        history.RequireKnown();
        var profile = SeasonalProfile.Fit(history);
        var path = new List<double>();
        while (path.Count < horizon)
            path.AddRange(Block(path.Count == 0 ? history : history.Followed([.. path]), profile));
        return [.. path.Take(horizon)];
    }

    private double[] Block(CountSeries history, SeasonalProfile profile)
    {
        var shape = network.Shape;
        var input = new float[shape.Steps * shape.Inputs];
        var level = new LstmWindows(history, scaler, profile, shape.Steps).Write(history.Length, input);
        var outputs = shard.Forward(new WindowSet(input, [], 1), [0], null);
        var most = MostOverMaximum * Math.Max(scaler.Maximum, history.Values.TakeLast(shape.Steps).Where(v => !double.IsNaN(v)).DefaultIfEmpty().Max());
        var block = new double[shape.Outputs];
        for (var h = 0; h < block.Length; h++)
            block[h] = Math.Clamp(scaler.Minimum + scaler.UnscaleDifference(level + outputs[h]) + profile.At(history.Length + h), 0, most);
        return block;
    }
}
