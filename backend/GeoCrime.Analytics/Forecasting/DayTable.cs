using System.Collections.Concurrent;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Columns of days that models may use beside the calendar; the same for all areas of a jurisdiction.</summary>
public sealed class DayTable
{
    private readonly ConcurrentDictionary<DateOnly, DayRows> views = [];

    /// <exception cref="ArgumentException">Two columns share a name, or a value is not finite.</exception>
    public DayTable(IReadOnlyList<DayColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.GroupBy(column => column.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"the column '{twice.Key}' stands twice");
        foreach (var column in columns)
            foreach (var (day, value) in column.Values)
                if (!double.IsFinite(value))
                    throw new ArgumentException($"the column '{column.Name}' is {value} on {day:yyyy-MM-dd}; values are finite");
        Columns = columns;
    }

    public static DayTable Empty { get; } = new([]);

    public IReadOnlyList<DayColumn> Columns { get; }

    /// <summary>Names of columns whose future is not known: forecasts take what is usual for the time of year.</summary>
    public IReadOnlyList<string> Unforeseen => [.. Columns.Where(column => !column.KnownAhead).Select(column => column.Name)];

    /// <summary>What a forecast that rests on the table says of it; null where there is nothing to say.</summary>
    public string? Remark => Unforeseen is { Count: > 0 } names
        ? $"The future of {string.Join(", ", names)} is not known: the forecast takes what is usual for the time of year."
        : null;

    /// <summary>The table as somebody saw it who forecast from a day on: nothing measured on that day or later is in it.</summary>
    /// <param name="firstUnknown">First day of the forecast.</param>
    public DayRows Before(DateOnly firstUnknown) => views.GetOrAdd(firstUnknown, day => new DayRows(Columns, day));
}
