namespace GeoCrime.Analytics.Forecasting;

/// <summary>Smoothing of an STL decomposition; windows are odd.</summary>
public sealed record StlOptions
{
    /// <summary>Seasons that the loess of each phase spans; odd, ≥ 3.</summary>
    public int SeasonalWindow { get; init; } = 7;

    /// <summary>Steps that the trend's loess spans; null for the least odd number above 1.5·season / (1 − 1.5 / seasonal window).</summary>
    public int? TrendWindow { get; init; }

    /// <summary>Whether outliers lose weight, in fifteen rounds of two passes instead of one of five.</summary>
    public bool Robust { get; init; }

    internal int TrendWindowFor(int season) => TrendWindow ?? OddAbove(1.5 * season / (1 - 1.5 / SeasonalWindow));

    internal static int OddAbove(double number)
    {
        var least = (int)Math.Ceiling(number);
        return least % 2 == 0 ? least + 1 : least;
    }

    internal void Check()
    {
        if (SeasonalWindow < 3 || SeasonalWindow % 2 == 0)
            throw new ArgumentOutOfRangeException(nameof(SeasonalWindow), SeasonalWindow, "must be odd and at least 3");
        if (TrendWindow is { } trend && (trend < 3 || trend % 2 == 0))
            throw new ArgumentOutOfRangeException(nameof(TrendWindow), trend, "must be odd and at least 3");
    }
}
