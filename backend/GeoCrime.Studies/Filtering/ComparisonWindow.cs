using GeoCrime.Domain;

namespace GeoCrime.Studies.Filtering;

/// <summary>What a window is compared with.</summary>
public enum MoverBaseline
{
    PreviousWindow,
    SameWindowLastYear,
}

/// <summary>A window and the one it is compared with, half-open.</summary>
public sealed record ComparisonWindow(DateOnly From, DateOnly To, DateOnly BaselineFrom, DateOnly BaselineTo)
{
    /// <summary>A year back on the same weekday.</summary>
    private const int YearDays = 364;

    public int Days => To.DayNumber - From.DayNumber;

    public int BaselineDays => BaselineTo.DayNumber - BaselineFrom.DayNumber;

    /// <param name="filter">Its window must be given; it ends at the data's completeThrough where that is earlier.</param>
    /// <param name="baseline">Ignored where <paramref name="from"/> and <paramref name="to"/> are given.</param>
    /// <param name="from">First day of any other window.</param>
    /// <param name="to">The day after its last.</param>
    /// <exception cref="ArgumentException">A window is missing, empty, or reaches before the data.</exception>
    public static ComparisonWindow Of(IncidentColumns columns, IncidentFilter filter, MoverBaseline baseline, DateOnly? from, DateOnly? to)
    {
        if (filter.From is not { } start || filter.To is not { } asked)
            throw new ArgumentException("filter.from and filter.to are needed: two windows are compared.");
        if (from is null != to is null)
            throw new ArgumentException("baselineFrom and baselineTo are needed together.");
        // Later days are still filling up; compared with full ones they would read as a fall.
        var end = columns.CompleteThrough is { } complete && asked > complete.AddDays(1) ? complete.AddDays(1) : asked;
        if (end <= start)
            throw new ArgumentException($"filter: no complete day lies in {start:yyyy-MM-dd} to {asked:yyyy-MM-dd}; reports are complete through {columns.CompleteThrough:yyyy-MM-dd}.");
        var back = baseline == MoverBaseline.SameWindowLastYear ? YearDays : end.DayNumber - start.DayNumber;
        var window = from is { } first && to is { } last
            ? new ComparisonWindow(start, end, first, last)
            : new ComparisonWindow(start, end, start.AddDays(-back), end.AddDays(-back));
        if (window.BaselineDays <= 0)
            throw new ArgumentException($"baselineTo ({to:yyyy-MM-dd}) must lie after baselineFrom ({from:yyyy-MM-dd}).");
        if (FirstDay(columns) is { } known && window.BaselineFrom < known)
            throw new ArgumentException($"The window compared with starts on {window.BaselineFrom:yyyy-MM-dd}; the data start on {known:yyyy-MM-dd}.");
        return window;
    }

    /// <summary>The filter's rows of this window, then those of the other.</summary>
    public (FilteredIncidents Now, FilteredIncidents Before) Apply(IncidentColumns columns, IncidentFilter filter, CancellationToken cancellationToken) => (
        RowFilter.Apply(columns, filter with { From = From, To = To }, cancellationToken),
        RowFilter.Apply(columns, filter with { From = BaselineFrom, To = BaselineTo }, cancellationToken));

    private static DateOnly? FirstDay(IncidentColumns columns) =>
        columns.Chunks.Where(chunk => chunk.Count > 0).Select(chunk => (DateOnly?)DateOnly.FromDayNumber(chunk.Day[0])).Min();
}
