namespace GeoCrime.Analytics.Forecasting;

/// <summary>The Theta method: simple exponential smoothing with half of the series' linear trend, around the usual season.</summary>
/// <remarks>
/// Assimakopoulos and Nikolopoulos (2000), in the form of Hyndman and Billah (2003), International Journal of Forecasting
/// 19(2): ŷ = l + b/2·(h − 1 + (1 − (1 − α)ⁿ)/α). Missing counts leave the level as it is. Cost: about 100 passes of O(n).
/// </remarks>
public sealed class ThetaModel : ISeriesModel
{
    private readonly EtsModel smoothing = new(EtsForm.Additive(dampedTrend: false, season: 0));

    public ForecastModel Kind => ForecastModel.Theta;

    public bool RefitsAtEachOrigin => true;

    public string? Refusal(CountSeries history) => smoothing.Refusal(history);

    public IFittedModel Fit(CountSeries history, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (Refusal(history) is { } reason)
            throw new ArgumentException(reason, nameof(history));
        return new Fitted(EtsModel.LeastSquares(Adjusted(history, SeasonalProfile.Fit(history)), EtsForm.Additive(false, 0)));
    }

    private static double[] Adjusted(CountSeries history, SeasonalProfile profile) =>
        [.. history.Values.Select((v, i) => v - profile.At(i))];

    private static double Slope(double[] values)
    {
        var known = Enumerable.Range(0, values.Length).Where(i => !double.IsNaN(values[i])).ToArray();
        var (middle, mean) = (known.Average(), known.Average(i => values[i]));
        return known.Sum(i => (i - middle) * (values[i] - mean)) / known.Sum(i => (i - middle) * (i - middle));
    }

    private sealed class Fitted(FittedEts level) : IFittedModel
    {
        public double[] Forecast(CountSeries history, int horizon)
        {
            ArgumentNullException.ThrowIfNull(history);
            ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
            history.RequireKnown();
            var profile = SeasonalProfile.Fit(history);
            var adjusted = Adjusted(history, profile);
            var now = new EtsRecursion(level.Form, level.Parameters).Run(adjusted, level.Initial)[0];
            var alpha = level.Parameters.Alpha;
            var half = Slope(adjusted) / 2;
            var behind = (1 - Math.Pow(1 - alpha, history.Length)) / alpha;
            return [.. Enumerable.Range(0, horizon).Select(
                h => Math.Max(0, now + half * (h + behind) + profile.At(history.Length + h)))];
        }
    }
}
