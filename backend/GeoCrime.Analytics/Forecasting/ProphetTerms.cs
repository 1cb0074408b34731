namespace GeoCrime.Analytics.Forecasting;

/// <summary>Columns of a date in Prophet's units: time runs from 0 to 1 over the history.</summary>
/// <param name="Start">First day with a known count.</param>
/// <param name="Days">From the first to the last known count; &gt; 0.</param>
/// <param name="Changepoints">Scaled times, increasing.</param>
/// <param name="YearlyPairs">0 for no yearly season.</param>
/// <param name="WeeklyPairs">0 for no weekly season.</param>
/// <param name="Holidays">Null for no holiday column.</param>
public sealed record ProphetTerms(
    DateOnly Start, double Days, double[] Changepoints, int YearlyPairs, int WeeklyPairs, HolidayCalendar? Holidays)
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    internal static ProphetTerms Of(CountSeries history, int[] known, ProphetOptions options)
    {
        const double yearlyFrom = 730;
        const double bending = 0.8;
        var (start, end) = (history.DateAt(known[0]), history.DateAt(known[^1]));
        var days = Math.Max(1, end.DayNumber - start.DayNumber);
        var bendable = (int)Math.Floor(known.Length * bending);
        var count = Math.Min(options.Changepoints, bendable - 1);
        var changepoints = Enumerable.Range(1, Math.Max(0, count))
            .Select(k => (history.DateAt(known[(int)Math.Round((bendable - 1.0) * k / count)]).DayNumber - start.DayNumber) / (double)days);
        var yearly = days < yearlyFrom ? 0 : options.YearlyPairs ?? (history.Step == SeriesStep.Month ? 4 : 10);
        return new ProphetTerms(
            start, days, [.. changepoints], yearly, history.Step == SeriesStep.Day ? options.WeeklyPairs : 0,
            history.Step == SeriesStep.Day ? options.Holidays : null);
    }

    /// <summary>Shape [2 + changepoints]: time, 1, time beyond each changepoint.</summary>
    public double[] Trend(DateOnly day)
    {
        var t = (day.DayNumber - Start.DayNumber) / Days;
        return [t, 1, .. Changepoints.Select(s => Math.Max(0, t - s))];
    }

    /// <summary>Sine and cosine pairs of the year, then of the week, then 1 on holidays.</summary>
    public double[] Seasons(DateOnly day)
    {
        var days = day.DayNumber - Epoch;
        double[] waves = [.. Waves(days / 365.25, YearlyPairs), .. Waves(days / 7.0, WeeklyPairs)];
        return Holidays is null ? waves : [.. waves, Holidays.Contains(day) ? 1 : 0];
    }

    private static IEnumerable<double> Waves(double turns, int pairs)
    {
        for (var k = 1; k <= pairs; k++)
        {
            yield return Math.Sin(2 * Math.PI * k * turns);
            yield return Math.Cos(2 * Math.PI * k * turns);
        }
    }
}
