namespace GeoCrime.Analytics.Forecasting;

/// <summary>Counts of equal steps in order of time; NaN where the count is missing, which is not the same as 0.</summary>
public sealed record CountSeries
{
    /// <param name="start">The first step's first day.</param>
    /// <param name="values">Counts ≥ 0, or NaN; not copied, not modified.</param>
    /// <exception cref="ArgumentException">A value is negative or infinite.</exception>
    public CountSeries(DateOnly start, SeriesStep step, double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        for (var i = 0; i < values.Length; i++)
            if (values[i] < 0 || double.IsInfinity(values[i]))
                throw new ArgumentException($"value {i} of the series is {values[i]}; counts are finite and not negative, or NaN where missing");
        (Start, Step, Values) = (start, step, values);
    }

    public DateOnly Start { get; }

    public SeriesStep Step { get; }

    public double[] Values { get; }

    public int Length => Values.Length;

    /// <summary>Steps of a season: 7 days, 52 weeks, 12 months.</summary>
    public int Season => Step switch { SeriesStep.Day => 7, SeriesStep.Week => 52, _ => 12 };

    /// <summary>Steps that the mean of recent weeks averages: 28 days, 12 weeks, 12 months.</summary>
    public int Recent => Step == SeriesStep.Day ? 28 : 12;

    /// <summary>Steps with a known count.</summary>
    public int Known => Values.Count(v => !double.IsNaN(v));

    /// <summary>The first day of a step; the index may lie beyond the end.</summary>
    public DateOnly DateAt(int index) => Step switch
    {
        SeriesStep.Day => Start.AddDays(index),
        SeriesStep.Week => Start.AddDays(7 * index),
        _ => Start.AddMonths(index),
    };

    /// <summary>The first steps only: what is known at an origin.</summary>
    public CountSeries Before(int origin) => new(Start, Step, Values[..origin]);

    /// <summary>The last steps only, or all where there are fewer.</summary>
    public CountSeries Last(int steps) => steps >= Length ? this : new(DateAt(Length - steps), Step, Values[^steps..]);

    /// <summary>This series followed by further values.</summary>
    public CountSeries Followed(double[] later) => new(Start, Step, [.. Values, .. later]);

    /// <exception cref="ArgumentException">No value is known.</exception>
    internal void RequireKnown()
    {
        if (Known == 0)
            throw new ArgumentException($"the series of {Length} steps from {Start:yyyy-MM-dd} has no known value; a forecast needs at least one");
    }
}
