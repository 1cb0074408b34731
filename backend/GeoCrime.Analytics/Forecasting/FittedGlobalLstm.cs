using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Trained networks for all areas, with the calendar of their training part.</summary>
/// <param name="networks">At least one, all of one shape; their answers are averaged.</param>
public sealed class FittedGlobalLstm(IReadOnlyList<ForecastNetwork> networks, PooledCalendar calendar, GlobalLstmOptions options)
{
    // A multiplier beyond this is no forecast: smoothed level times e² or e⁻².
    private const double MostLogMultiplier = 2;

    // One thread: tens of areas are a matter of milliseconds.
    private readonly BatchForecaster[] forecasters = [.. networks.Select(network => new BatchForecaster(network, 1))];

    public IReadOnlyList<ForecastNetwork> Networks => networks;

    public PooledCalendar Calendar => calendar;

    public GlobalLstmOptions Options => options;

    /// <summary>Areas of the training.</summary>
    public int Areas => networks[0].Shape.Areas;

    /// <summary>What the networks' logarithmic multipliers are multiplied by, 0 to 1.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>How training went, one network after another; empty for a model from a file.</summary>
    public IReadOnlyList<EpochLoss> Curve { get; init; } = [];

    /// <summary>Mean paths and dispersions of all areas, in one batch.</summary>
    /// <param name="histories">One an area, in the order of the training, from the same start up to the same or later steps.</param>
    /// <param name="horizon">1 to the network's steps ahead.</param>
    /// <exception cref="ArgumentException">The number of areas, horizon or step is another than trained for, or an area has no known count.</exception>
    /// <remarks>Not for several threads at once.</remarks>
    public IReadOnlyList<CountPath> Forecast(IReadOnlyList<CountSeries> histories, int horizon)
    {
        ArgumentNullException.ThrowIfNull(histories);
        return Forecast(histories, horizon, mayBeUnknown: false);
    }

    // Backtests reach back to before an area's first count: nothing is expected there, and nothing scores it.
    internal IReadOnlyList<CountPath> Forecast(IReadOnlyList<CountSeries> histories, int horizon, bool mayBeUnknown)
    {
        if (histories.Count != Areas)
            throw new ArgumentException($"the model was trained on {Areas} areas; there are {histories.Count}");
        if (!mayBeUnknown)
            foreach (var history in histories)
                history.RequireKnown();
        return Forecast([.. histories.Select((history, area) => (area, history))], horizon);
    }

    /// <summary>Mean path and dispersion of one area.</summary>
    /// <param name="area">Its place among the areas of the training.</param>
    /// <inheritdoc cref="Forecast(IReadOnlyList{CountSeries}, int)"/>
    public CountPath Forecast(int area, CountSeries history, int horizon)
    {
        ArgumentNullException.ThrowIfNull(history);
        history.RequireKnown();
        if (area < 0 || area >= Areas)
            throw new ArgumentOutOfRangeException(nameof(area), area, $"must be from 0 to {Areas - 1}");
        return Forecast([(area, history)], horizon)[0];
    }

    /// <summary>The same networks, believed to another degree.</summary>
    /// <param name="weight">0 (level and calendar alone) to 1.</param>
    public FittedGlobalLstm Weighted(double weight) => new(networks, calendar, options) { Curve = Curve, Weight = weight };

    /// <summary>The model of one area, to be used like any other.</summary>
    public IFittedModel ForArea(int area) => new OneArea(this, area);

    private CountPath[] Forecast(IReadOnlyList<(int Area, CountSeries History)> asked, int horizon)
    {
        if (horizon < 1 || horizon > options.Outputs)
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, $"must be from 1 to {options.Outputs}");
        var windows = Windows(asked);
        var paths = new CountPath[asked.Count];
        var said = Say(windows);
        for (var i = 0; i < paths.Length; i++)
        {
            var own = said.AsSpan(i * (options.Outputs + 1), options.Outputs + 1);
            var mean = new double[horizon];
            for (var h = 0; h < horizon; h++)
                mean[h] = NegativeBinomialLoss.Mean(
                    windows.Offsets[i * options.Outputs + h], Math.Clamp(Weight * own[h], -MostLogMultiplier, MostLogMultiplier));
            paths[i] = new CountPath(mean, NegativeBinomialLoss.Dispersion(own[options.Outputs]));
        }
        return paths;
    }

    private WindowSet Windows(IReadOnlyList<(int Area, CountSeries History)> asked)
    {
        var width = networks[0].Shape.Steps * networks[0].Shape.Inputs;
        var (inputs, offsets) = (new float[asked.Count * width], new float[asked.Count * options.Outputs]);
        for (var i = 0; i < asked.Count; i++)
        {
            var history = asked[i].History;
            if (history.Step != calendar.Step || history.Start != calendar.Start)
                throw new ArgumentException(
                    $"the model forecasts series by {calendar.Step} from {calendar.Start:yyyy-MM-dd}; this one is by {history.Step} from {history.Start:yyyy-MM-dd}");
            new GlobalWindows(history, calendar, options).Write(
                history.Length, inputs.AsSpan(i * width, width), offsets.AsSpan(i * options.Outputs, options.Outputs));
        }
        return new WindowSet(inputs, [], asked.Count) { Areas = [.. asked.Select(a => a.Area)], Offsets = offsets };
    }

    // Averaged outputs, before they are weighted.
    internal double[] Say(WindowSet windows)
    {
        var said = new double[windows.Count * (options.Outputs + 1)];
        foreach (var forecaster in forecasters)
        {
            var own = forecaster.Forecast(windows);
            for (var i = 0; i < said.Length; i++)
                said[i] += own[i] / (double)forecasters.Length;
        }
        return said;
    }

    private sealed class OneArea(FittedGlobalLstm all, int area) : IFittedModel
    {
        public double[] Forecast(CountSeries history, int horizon) => all.Forecast(area, history, horizon).Mean;
    }
}
