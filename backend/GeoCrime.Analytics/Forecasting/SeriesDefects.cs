namespace GeoCrime.Analytics.Forecasting;

/// <summary>What a reader should know of a series before trusting it: gaps, counts far from the rest, changes of level. Nothing is repaired.</summary>
/// <param name="Completeness">Known, missing and zero steps.</param>
/// <param name="Outliers">In order of time.</param>
/// <param name="Shifts">In order of time.</param>
public sealed record SeriesDefects(Completeness Completeness, IReadOnlyList<Outlier> Outliers, IReadOnlyList<LevelShift> Shifts)
{
    /// <summary>Looks a series through.</summary>
    /// <exception cref="ArgumentException">No count is known.</exception>
    public static SeriesDefects Of(CountSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        series.RequireKnown();
        var profile = SeasonalProfile.Fit(series);
        var adjusted = series.Values.Select((value, i) => Math.Max(0, value - profile.At(i))).ToArray();
        var shifts = LevelShift.Find(series, adjusted);
        return new SeriesDefects(Completeness.Of(series), Outlier.Find(series, adjusted, profile, shifts), shifts);
    }
}
