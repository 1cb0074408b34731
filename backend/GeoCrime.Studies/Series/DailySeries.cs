using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;

namespace GeoCrime.Studies.Series;

/// <summary>Counts of one area (or the whole jurisdiction) by local day.</summary>
/// <param name="Start">The day of the first value.</param>
/// <param name="Values">Reported incidents; NaN where the day is missing, which is not zero.</param>
public sealed record DailySeries(DateOnly Start, double[] Values)
{
    /// <summary>The day after the last value.</summary>
    public DateOnly End => Start.AddDays(Values.Length);
}

/// <summary>Builds daily series that end at completeThrough.</summary>
/// <remarks>A day on which the whole jurisdiction (unfiltered) has no row is missing in every series.</remarks>
public static class DailySeriesBuilder
{
    /// <param name="incidents">The filtered rows; the filter's own window is ignored here: series span the whole history.</param>
    /// <param name="kind">Area kind, or null for one series of the whole jurisdiction.</param>
    /// <param name="asOf">Last day to use; null means completeThrough.</param>
    /// <returns>One series an area in the order of the snapshot, all with the same start and length; empty where no day is complete.</returns>
    public static IReadOnlyList<DailySeries> Build(FilteredIncidents incidents, string? kind, DateOnly? asOf = null)
    {
        var columns = incidents.Columns;
        var end = Math.Min((asOf ?? DateOnly.MaxValue).DayNumber, (columns.CompleteThrough ?? DateOnly.MaxValue).DayNumber);
        var present = PresentDays(columns, end);
        var number = kind is null ? -1 : columns.KindNumber(kind);
        var areas = number < 0 ? 1 : columns.AreaKinds[number].Areas.Count;
        if (present is not { } days)
            return [.. Enumerable.Repeat(new DailySeries(default, []), areas)];
        var values = Enumerable.Range(0, areas).Select(_ => days.Present.Select(each => each ? 0 : double.NaN).ToArray()).ToArray();
        foreach (var (chunk, row) in incidents.Rows())
        {
            var area = number < 0 ? 0 : chunk.Area[number][row];
            var day = chunk.Day[row] - days.First;
            if (area >= 0 && day >= 0 && day < days.Present.Length)
                values[area][day]++;
        }
        return [.. values.Select(series => new DailySeries(DateOnly.FromDayNumber(days.First), series))];
    }

    private static (int First, bool[] Present)? PresentDays(IncidentColumns columns, int last)
    {
        var first = columns.Chunks.Where(chunk => chunk.Count > 0).Select(chunk => chunk.Day[0]).DefaultIfEmpty(int.MaxValue).Min();
        if (first > last)
            return null;
        var latest = Math.Min(last, columns.Chunks.Where(chunk => chunk.Count > 0).Max(chunk => chunk.Day[^1]));
        var present = new bool[latest - first + 1];
        foreach (var chunk in columns.Chunks)
            foreach (var day in chunk.Day)
                if (day <= latest)
                    present[day - first] = true;
        return (first, present);
    }
}
