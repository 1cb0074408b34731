namespace GeoCrime.Analytics.Forecasting;

/// <summary>Priors and terms of <see cref="ProphetModel"/>; the standard is Prophet's own, but for fewer yearly waves of monthly series.</summary>
public sealed record ProphetOptions
{
    /// <summary>Most places where the trend may bend, even over the first 80 % of the counts.</summary>
    public int Changepoints { get; init; } = 25;

    /// <summary>Scale of the Laplace prior on each bend; &gt; 0.</summary>
    public double ChangepointScale { get; init; } = 0.05;

    /// <summary>Standard deviation of the prior on seasons and holidays; &gt; 0.</summary>
    public double SeasonScale { get; init; } = 10;

    /// <summary>Sine and cosine pairs of the year; used from two years of history on. Null for 10, and 4 for months.</summary>
    public int? YearlyPairs { get; init; }

    /// <summary>Pairs of the week; for days.</summary>
    public int WeeklyPairs { get; init; } = 3;

    /// <summary>Whether seasons and holidays multiply the trend.</summary>
    public bool Multiplicative { get; init; }

    /// <summary>Null for none.</summary>
    public HolidayCalendar? Holidays { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Changepoints);
        ArgumentOutOfRangeException.ThrowIfNegative(WeeklyPairs);
        if (!(ChangepointScale > 0))
            throw new ArgumentOutOfRangeException(nameof(ChangepointScale), ChangepointScale, "must be above 0");
        if (!(SeasonScale > 0))
            throw new ArgumentOutOfRangeException(nameof(SeasonScale), SeasonScale, "must be above 0");
    }
}
