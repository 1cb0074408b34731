using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>A trained network for all areas.</summary>
public sealed class FittedGlobalLstm(ForecastNetwork network, SeriesStep step, int outputs)
{
    // A multiplier beyond this is no forecast: recent level times e² or e⁻².
    private const double MostLogMultiplier = 2;

    private readonly NetworkShard shard = new(network);

    public ForecastNetwork Network => network;

    /// <summary>How training went.</summary>
    public IReadOnlyList<EpochLoss> Curve { get; init; } = [];

    /// <summary>Mean path and negative binomial dispersion α (variance μ + αμ²) of one area.</summary>
    /// <param name="area">Its place among the areas of the training.</param>
    /// <param name="history">Its series up to any later step.</param>
    /// <param name="horizon">1 to the network's steps ahead.</param>
    /// <exception cref="ArgumentException">The area or horizon is outside its range, the step differs, or no count is known.</exception>
    /// <remarks>Not for several threads at once.</remarks>
    public (double[] Path, double Dispersion) Forecast(int area, CountSeries history, int horizon)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (area < 0 || area >= network.Shape.Areas)
            throw new ArgumentOutOfRangeException(nameof(area), area, $"must be from 0 to {network.Shape.Areas - 1}");
        if (horizon < 1 || horizon > outputs)
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, $"must be from 1 to {outputs}");
        if (history.Step != step)
            throw new ArgumentException($"the model forecasts series by {step}; this one is by {history.Step}");
        history.RequireKnown();
        var shape = network.Shape;
        var (input, offsets) = (new float[shape.Steps * shape.Inputs], new float[outputs]);
        new GlobalWindows(history, SeasonalProfile.Fit(history), shape.Steps).Write(history.Length, input, offsets);
        var said = shard.Forward(new WindowSet(input, [], 1) { Areas = [area] }, [0], null);
        var path = new double[horizon];
        for (var h = 0; h < horizon; h++)
            path[h] = NegativeBinomialLoss.Mean(offsets[h], Math.Clamp(said[h], -MostLogMultiplier, MostLogMultiplier));
        return (path, NegativeBinomialLoss.Dispersion(said[outputs]));
    }

    /// <summary>The model of one area, to be used like any other.</summary>
    public IFittedModel ForArea(int area) => new OneArea(this, area);

    private sealed class OneArea(FittedGlobalLstm all, int area) : IFittedModel
    {
        public double[] Forecast(CountSeries history, int horizon) => all.Forecast(area, history, horizon).Path;
    }
}
