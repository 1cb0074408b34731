using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;

namespace GeoCrime.Studies.Series;

/// <summary>Builds count series in local civil time that end at completeThrough.</summary>
/// <remarks>
/// A day on which the whole jurisdiction (unfiltered) has no row is missing in every series, not zero. Weeks (ISO, from Monday) and
/// months that are cut off at the ends are dropped; one with a missing day inside is missing.
/// </remarks>
public static class CountSeriesBuilder
{
    /// <param name="incidents">The filtered rows. Series span the whole history, so the filter should have no window.</param>
    /// <param name="kind">Area kind, or null for one series of the whole jurisdiction.</param>
    /// <param name="asOf">Last day to use; null means completeThrough. With it, only rows reported by then count.</param>
    /// <param name="severityWeighted">Sums severity weights in place of counting.</param>
    /// <returns>One series an area in the order of the snapshot, all with the same start and length; empty where no step is complete.</returns>
    public static IReadOnlyList<CountSeries> Build(FilteredIncidents incidents, string? kind, SeriesStep step, DateOnly? asOf = null, bool severityWeighted = false)
    {
        var columns = incidents.Columns;
        var last = Math.Min((asOf ?? DateOnly.MaxValue).DayNumber, (columns.CompleteThrough ?? DateOnly.MaxValue).DayNumber);
        var number = kind is null ? -1 : columns.KindNumber(kind);
        var areas = number < 0 ? 1 : columns.AreaKinds[number].Areas.Count;
        if (PresentDays(columns, last, asOf) is not { } days)
            return [.. Enumerable.Repeat(new CountSeries(default, step, []), areas)];
        var values = Enumerable.Range(0, areas).Select(_ => days.Present.Select(each => each ? 0 : double.NaN).ToArray()).ToArray();
        foreach (var (chunk, row) in incidents.Rows())
        {
            var area = number < 0 ? 0 : chunk.Area[number][row];
            var day = chunk.Day[row] - days.First;
            if (area >= 0 && day >= 0 && day < days.Present.Length && (asOf is not { } origin || chunk.Reported[row] <= origin.DayNumber))
                values[area][day] += severityWeighted ? columns.Categories[chunk.Category[row]].Severity : 1;
        }
        var first = DateOnly.FromDayNumber(days.First);
        return [.. values.Select(series => Aggregate(first, series, step))];
    }

    private static (int First, bool[] Present)? PresentDays(IncidentColumns columns, int last, DateOnly? asOf)
    {
        var chunks = columns.Chunks.Where(chunk => chunk.Count > 0).ToList();
        var first = chunks.Select(chunk => chunk.Day[0]).DefaultIfEmpty(int.MaxValue).Min();
        if (first > last)
            return null;
        var latest = Math.Min(last, chunks.Max(chunk => chunk.Day[^1]));
        var present = new bool[latest - first + 1];
        foreach (var chunk in chunks)
            for (var row = 0; row < chunk.Count && chunk.Day[row] <= latest; row++)
                if (asOf is not { } origin || chunk.Reported[row] <= origin.DayNumber)
                    present[chunk.Day[row] - first] = true;
        return (first, present);
    }

    private static CountSeries Aggregate(DateOnly first, double[] days, SeriesStep step)
    {
        if (step == SeriesStep.Day)
            return new CountSeries(first, step, days);
        var start = step == SeriesStep.Week
            ? first.AddDays((7 - (first.DayNumber % 7)) % 7)
            : first.Day == 1 ? first : new DateOnly(first.Year, first.Month, 1).AddMonths(1);
        var sums = new List<double>();
        for (var from = start; ; from = Next(from, step))
        {
            var (begin, end) = (from.DayNumber - first.DayNumber, Next(from, step).DayNumber - first.DayNumber);
            if (end > days.Length)
                return new CountSeries(start, step, [.. sums]);
            sums.Add(days[begin..end].Sum());
        }
    }

    private static DateOnly Next(DateOnly start, SeriesStep step) => step == SeriesStep.Week ? start.AddDays(7) : start.AddMonths(1);
}
