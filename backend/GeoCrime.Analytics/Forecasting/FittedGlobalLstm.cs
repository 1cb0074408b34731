using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Trained networks for all areas, with the calendar of their training part.</summary>
/// <param name="networks">At least one, all of one shape; their answers are averaged.</param>
public sealed class FittedGlobalLstm(IReadOnlyList<ForecastNetwork> networks, PooledCalendar calendar, GlobalLstmOptions options)
{
    // A multiplier beyond this is no forecast: smoothed level times e² or e⁻².
    private const double MostLogMultiplier = 2;

    public IReadOnlyList<ForecastNetwork> Networks => networks;

    public PooledCalendar Calendar => calendar;

    public GlobalLstmOptions Options => options;

    /// <summary>Areas of the training.</summary>
    public int Areas => networks[0].Shape.Areas;

    /// <summary>What the networks' logarithmic multipliers are multiplied by, 0 to 1.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Areas for which networks of their own answer, by area; the shared ones answer for all others.</summary>
    public IReadOnlyList<TunedArea> Tuned { get; init; } = [];

    /// <summary>How training went, one network after another; empty for a model from a file.</summary>
    public IReadOnlyList<EpochLoss> Curve { get; init; } = [];

    /// <summary>Mean paths and dispersions of all areas, in one batch.</summary>
    /// <param name="histories">One an area, in the order of the training, from the same start up to the same or later steps.</param>
    /// <param name="horizon">1 to the network's steps ahead.</param>
    /// <exception cref="ArgumentException">The number of areas, horizon or step is another than trained for, or an area has no known count.</exception>
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

    /// <summary>The model of one area, to be used like any other.</summary>
    public IFittedModel ForArea(int area) => new OneArea(this, area);

    private CountPath[] Forecast(IReadOnlyList<(int Area, CountSeries History)> asked, int horizon)
    {
        if (horizon < 1 || horizon > options.Outputs)
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, $"must be from 1 to {options.Outputs}");
        var windows = Windows(asked);
        var paths = new CountPath[asked.Count];
        var answers = Answers(windows);
        for (var i = 0; i < paths.Length; i++)
        {
            var own = answers.AsSpan(i * (options.Outputs + 1), options.Outputs + 1);
            var mean = new double[horizon];
            for (var h = 0; h < horizon; h++)
                mean[h] = NegativeBinomialLoss.Mean(windows.Offsets[i * options.Outputs + h], Math.Clamp(own[h], -MostLogMultiplier, MostLogMultiplier));
            paths[i] = new CountPath(mean, NegativeBinomialLoss.Dispersion(own[options.Outputs]));
        }
        return paths;
    }

    // Outputs of the shared networks, weighed, and blended where an area has its own.
    internal double[] Answers(WindowSet windows)
    {
        var (answers, width) = (NetworkAverage.Say(networks, windows), options.Outputs + 1);
        for (var i = 0; i < answers.Length; i++)
            // The last output is no multiplier.
            answers[i] = i % width < options.Outputs ? Weight * answers[i] : answers[i];
        for (var row = 0; row < windows.Count; row++)
        {
            if (Tuned.FirstOrDefault(each => each.Area == windows.Areas[row]) is not { } tuned)
                continue;
            var own = NetworkAverage.Say(tuned.Networks, windows.Of([row]));
            for (var j = 0; j < width; j++)
                answers[row * width + j] = TunedArea.Blend(answers[row * width + j], own[j], tuned.Share);
        }
        return answers;
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

    private sealed class OneArea(FittedGlobalLstm all, int area) : IFittedModel
    {
        public double[] Forecast(CountSeries history, int horizon) => all.Forecast(area, history, horizon).Mean;
    }
}
