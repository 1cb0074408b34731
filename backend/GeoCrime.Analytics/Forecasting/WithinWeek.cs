namespace GeoCrime.Analytics.Forecasting;

/// <summary>The weekdays of a daily series beside each other.</summary>
/// <param name="Means">Shape [7], Monday first: mean count.</param>
/// <param name="StandardErrors">Shape [7]; NaN below two days.</param>
/// <param name="Known">Shape [7]: known days.</param>
public sealed record WithinWeek(double[] Means, double[] StandardErrors, int[] Known)
{
    /// <exception cref="ArgumentException">The series is not daily, or no count is known.</exception>
    public static WithinWeek Of(CountSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        series.RequireKnown();
        if (series.Step != SeriesStep.Day)
            throw new ArgumentException($"a week's profile needs daily counts; these are of a {series.Step.ToString().ToLowerInvariant()} each");
        var days = Enumerable.Range(0, 7).Select(day => series.Values.Where((value, i) => !double.IsNaN(value) && ((int)series.DateAt(i).DayOfWeek + 6) % 7 == day).ToArray()).ToArray();
        var means = days.Select(counts => counts.Length == 0 ? double.NaN : counts.Average()).ToArray();
        return new WithinWeek(
            means, [.. days.Select((counts, d) => counts.Length < 2 ? double.NaN : Math.Sqrt(counts.Sum(c => (c - means[d]) * (c - means[d])) / (counts.Length - 1) / counts.Length))],
            [.. days.Select(counts => counts.Length)]);
    }
}
