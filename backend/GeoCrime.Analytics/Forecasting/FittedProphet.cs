namespace GeoCrime.Analytics.Forecasting;

/// <summary>An estimated trend with seasons.</summary>
/// <param name="Terms">Columns of a date.</param>
/// <param name="Trend">Shape [2 + changepoints]: slope k, offset m, bends δ; in scaled units.</param>
/// <param name="Seasons">Coefficients of the season columns; scaled.</param>
/// <param name="Scale">The largest count: one scaled unit.</param>
/// <param name="Multiplicative">Whether seasons multiply the trend.</param>
public sealed record FittedProphet(ProphetTerms Terms, double[] Trend, double[] Seasons, double Scale, bool Multiplicative) : IFittedModel
{
    public double[] Forecast(CountSeries history, int horizon)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        history.RequireKnown();
        return [.. Enumerable.Range(history.Length, horizon).Select(i => Math.Max(0, At(history.DateAt(i))))];
    }

    /// <summary>The fit at a date, inside the history or after it; may be negative.</summary>
    public double At(DateOnly day)
    {
        var trend = Dot(Terms.Trend(day), Trend);
        var season = Dot(Terms.Seasons(day), Seasons);
        return Scale * (Multiplicative ? trend * (1 + season) : trend + season);
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
