namespace GeoCrime.Analytics.Forecasting;

/// <summary>Smoothing for series that are mostly 0: Croston's sizes over intervals, or Teunter, Syntetos and Babai's sizes times chances.</summary>
/// <remarks>
/// Croston (1972) with the correction 1 − α/2 of Syntetos and Boylan (2005); TSB: Teunter et al. (2011), European Journal of
/// Operational Research 214(3), whose chance of a count above 0 falls while nothing happens. Weights by least squares of
/// one-step errors. A missing count changes nothing. Cost: O(n) a weight.
/// </remarks>
public sealed class SparseModel : ISeriesModel
{
    private static readonly double[] Weights = [0.02, 0.05, 0.1, 0.2, 0.3];

    private SparseModel(ForecastModel kind) => Kind = kind;

    public static SparseModel Croston { get; } = new(ForecastModel.Croston);

    public static SparseModel Tsb { get; } = new(ForecastModel.Tsb);

    public ForecastModel Kind { get; }

    public bool RefitsAtEachOrigin => true;

    public string? Refusal(CountSeries history)
    {
        const int least = 2;
        ArgumentNullException.ThrowIfNull(history);
        return history.Known < least ? $"smoothing of sparse counts needs {least} known counts; there are {history.Known}" : null;
    }

    public IFittedModel Fit(CountSeries history, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        return Refusal(history) is { } reason
            ? throw new ArgumentException(reason, nameof(history))
            : new Fitted(Kind, Weights.MinBy(weight => Run(Kind, history.Values, weight).SquaredErrors));
    }

    private static (double Rate, double SquaredErrors) Run(ForecastModel kind, double[] values, double weight)
    {
        var known = values.Where(v => !double.IsNaN(v)).ToArray();
        var positive = known.Where(v => v > 0).ToArray();
        if (positive.Length == 0)
            return (0, 0);
        var (size, chance) = (positive.Average(), (double)positive.Length / known.Length);
        var (interval, since) = (1 / chance, 1);
        var squares = 0.0;
        double Rate() => kind == ForecastModel.Tsb ? size * chance : (1 - weight / 2) * size / interval;
        foreach (var value in known)
        {
            squares += (value - Rate()) * (value - Rate());
            chance += weight * ((value > 0 ? 1 : 0) - chance);
            if (value > 0)
            {
                size += weight * (value - size);
                interval += weight * (since - interval);
                since = 0;
            }
            since++;
        }
        return (Rate(), squares);
    }

    private sealed class Fitted(ForecastModel kind, double weight) : IFittedModel
    {
        public double[] Forecast(CountSeries history, int horizon)
        {
            ArgumentNullException.ThrowIfNull(history);
            ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
            history.RequireKnown();
            var path = new double[horizon];
            Array.Fill(path, Run(kind, history.Values, weight).Rate);
            return path;
        }
    }
}
