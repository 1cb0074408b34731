using System.Collections.Concurrent;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>A row of numbers for any day, past or future, as it was known before the first day of a forecast.</summary>
/// <remarks>
/// Planned columns stand as they are. Measured ones come in standard deviations about their mean of all days known then; where there is
/// no measurement, and from the first day of the forecast on, the mean of that day of the year ± 7 days over the years known then.
/// </remarks>
public sealed class DayRows
{
    private const int DaysAround = 7;
    private const int DaysOfYear = 366;
    private const int LeastSteps = 3;

    private readonly IReadOnlyList<DayColumn> columns;
    private readonly DateOnly firstUnknown;
    private readonly (double Mean, double Deviation, double[] Usual)[] measured;
    private readonly ConcurrentDictionary<DateOnly, double[]> rows = [];

    internal DayRows(IReadOnlyList<DayColumn> columns, DateOnly firstUnknown)
    {
        (this.columns, this.firstUnknown) = (columns, firstUnknown);
        measured = [.. columns.Select(column => column.KnownAhead ? (0, 1, []) : Usual(column, firstUnknown))];
    }

    /// <summary>Shape [columns]; finite.</summary>
    public double[] At(DateOnly day) => rows.GetOrAdd(day, each => [.. columns.Select((column, c) => Value(column, c, each))]);

    /// <summary>The mean over a step's days; shape [columns].</summary>
    public double[] Over(DateOnly start, SeriesStep step)
    {
        if (step == SeriesStep.Day)
            return At(start);
        var days = step == SeriesStep.Week ? 7 : DateTime.DaysInMonth(start.Year, start.Month);
        var sums = new double[columns.Count];
        for (var day = 0; day < days; day++)
            for (var c = 0; c < sums.Length; c++)
                sums[c] += At(start.AddDays(day))[c] / days;
        return sums;
    }

    /// <summary>Columns that a history can teach something of: those that differ from their most usual value in three known steps or more.</summary>
    public int[] Telling(CountSeries history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var steps = Enumerable.Range(0, history.Length).Where(i => !double.IsNaN(history.Values[i])).Select(i => Over(history.DateAt(i), history.Step)).ToArray();
        return [.. Enumerable.Range(0, columns.Count).Where(c => steps.Length - steps.GroupBy(row => row[c]).Select(group => group.Count()).DefaultIfEmpty().Max() >= LeastSteps)];
    }

    private double Value(DayColumn column, int c, DateOnly day)
    {
        if (column.KnownAhead)
            return column.Values.GetValueOrDefault(day);
        var (mean, deviation, usual) = measured[c];
        return day < firstUnknown && column.Values.TryGetValue(day, out var value) ? (value - mean) / deviation : usual[day.DayOfYear - 1];
    }

    private static (double Mean, double Deviation, double[] Usual) Usual(DayColumn column, DateOnly firstUnknown)
    {
        var known = column.Values.Where(each => each.Key < firstUnknown).ToArray();
        if (known.Length == 0)
            return (0, 1, new double[DaysOfYear]);
        var mean = known.Average(each => each.Value);
        var deviation = Math.Sqrt(known.Average(each => (each.Value - mean) * (each.Value - mean)));
        deviation = deviation > 0 ? deviation : 1;
        var (sums, counts) = (new double[DaysOfYear], new int[DaysOfYear]);
        // In a fixed order, so that sums are the same at every run.
        foreach (var (day, value) in known.OrderBy(each => each.Key))
        {
            sums[day.DayOfYear - 1] += (value - mean) / deviation;
            counts[day.DayOfYear - 1]++;
        }
        return (mean, deviation, [.. Enumerable.Range(0, DaysOfYear).Select(day => Around(sums, counts, day))]);
    }

    private static double Around(double[] sums, int[] counts, int day)
    {
        var (sum, count) = (0.0, 0);
        for (var offset = -DaysAround; offset <= DaysAround; offset++)
        {
            var at = (day + offset + DaysOfYear) % DaysOfYear;
            (sum, count) = (sum + sums[at], count + counts[at]);
        }
        return count == 0 ? 0 : sum / count;
    }
}
