namespace GeoCrime.Analytics.Forecasting;

/// <summary>A series taken apart.</summary>
/// <param name="Trend">Shape [n]; NaN where the method gives none.</param>
/// <param name="Seasonal">Shape [n]: an amount, or a factor in the multiplicative form.</param>
/// <param name="Remainder">Shape [n]: what is left, an amount or a factor; NaN where a part is unknown.</param>
/// <param name="Weights">Shape [n]: robustness weights 0–1; 1 without robustness.</param>
public sealed record Decomposition(double[] Trend, double[] Seasonal, double[] Remainder, double[] Weights)
{
    /// <summary>max(0, 1 − var remainder / var(trend + remainder)); null where that is 0/0. For amounts, not factors.</summary>
    public double? TrendStrength => Strength(Trend);

    /// <summary>max(0, 1 − var remainder / var(seasonal + remainder)); null where that is 0/0. For amounts, not factors.</summary>
    /// <remarks>Wang, Smith and Hyndman (2006), Data Mining and Knowledge Discovery 13.</remarks>
    public double? SeasonalStrength => Strength(Seasonal);

    private double? Strength(double[] part)
    {
        var known = Enumerable.Range(0, part.Length).Where(i => !double.IsNaN(Remainder[i]) && !double.IsNaN(part[i])).ToArray();
        var whole = Variance([.. known.Select(i => part[i] + Remainder[i])]);
        return whole > 0 ? Math.Max(0, 1 - Variance([.. known.Select(i => Remainder[i])]) / whole) : null;
    }

    private static double Variance(double[] values)
    {
        if (values.Length == 0)
            return 0;
        var mean = values.Average();
        return values.Average(v => (v - mean) * (v - mean));
    }
}
