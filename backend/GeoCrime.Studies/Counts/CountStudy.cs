using System.Globalization;
using System.Runtime.InteropServices;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;

namespace GeoCrime.Studies.Counts;

/// <summary>What counts are grouped by.</summary>
public enum CountDimension
{
    Year,
    Month,
    Week,
    Date,
    Weekday,
    Hour,
    Category,
    Area,
}

/// <param name="Keys">In the order asked; null stands for "in no area".</param>
/// <param name="Severity">Sum of the severity weights.</param>
public sealed record CountRow(IReadOnlyList<string?> Keys, int Incidents, double Severity);

/// <summary>Counts grouped by one to three dimensions: the table behind every chart.</summary>
public static class CountStudy
{
    private const int MostDimensions = 3;

    /// <param name="areaKind">Needed where <paramref name="by"/> has <see cref="CountDimension.Area"/>.</param>
    /// <returns>Groups with at least one incident, ordered by their keys.</returns>
    /// <exception cref="ArgumentException">No dimension, more than three, one named twice, or areas without a kind.</exception>
    public static IReadOnlyList<CountRow> Count(FilteredIncidents incidents, IReadOnlyList<CountDimension> by, string? areaKind)
    {
        if (by.Count is 0 or > MostDimensions || by.Distinct().Count() != by.Count)
            throw new ArgumentException($"Counts are grouped by one to {MostDimensions} different dimensions; {by.Count} were given.");
        if (by.Contains(CountDimension.Area) && areaKind is null)
            throw new ArgumentException("Grouping by AREA needs areaKind.");
        var columns = incidents.Columns;
        var kind = areaKind is null ? -1 : columns.KindNumber(areaKind);
        var severity = columns.Categories.Select(category => category.Severity).ToArray();
        var groups = new Dictionary<(int, int, int), (int Incidents, double Severity)>();
        foreach (var (chunk, row) in incidents.Rows())
        {
            var key = (Number(by[0], chunk, row, kind), by.Count > 1 ? Number(by[1], chunk, row, kind) : 0, by.Count > 2 ? Number(by[2], chunk, row, kind) : 0);
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _);
            group.Incidents++;
            group.Severity += severity[chunk.Category[row]];
        }
        return [.. groups.OrderBy(group => group.Key).Select(group => new CountRow(Names(group.Key, by, columns, kind), group.Value.Incidents, group.Value.Severity))];
    }

    private static int Number(CountDimension dimension, IncidentChunk chunk, int row, int kind) => dimension switch
    {
        CountDimension.Year => DateOnly.FromDayNumber(chunk.Day[row]).Year,
        CountDimension.Month => Month(DateOnly.FromDayNumber(chunk.Day[row])),
        CountDimension.Week => Monday(chunk.Day[row]),
        CountDimension.Date => chunk.Day[row],
        CountDimension.Weekday => WeekdayFromMonday(chunk.Day[row]),
        CountDimension.Hour => chunk.Hour[row],
        CountDimension.Category => chunk.Category[row],
        CountDimension.Area => chunk.Area[kind][row],
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Unknown dimension."),
    };

    private static IReadOnlyList<string?> Names((int First, int Second, int Third) key, IReadOnlyList<CountDimension> by, IncidentColumns columns, int kind)
    {
        int[] numbers = [key.First, key.Second, key.Third];
        return [.. by.Select((dimension, position) => Name(dimension, numbers[position], columns, kind))];
    }

    private static string? Name(CountDimension dimension, int number, IncidentColumns columns, int kind) => dimension switch
    {
        CountDimension.Month => $"{number / 12:0000}-{(number % 12) + 1:00}",
        CountDimension.Week => WeekName(DateOnly.FromDayNumber(number)),
        CountDimension.Date => $"{DateOnly.FromDayNumber(number):yyyy-MM-dd}",
        CountDimension.Weekday => ((DayOfWeek)((number + 1) % 7)).ToString().ToUpperInvariant(),
        CountDimension.Category => columns.Categories[number].Code,
        CountDimension.Area => number < 0 ? null : columns.AreaKinds[kind].Areas[number].Code,
        _ => number.ToString(),
    };

    private static int Month(DateOnly date) => (date.Year * 12) + date.Month - 1;

    // Day 0 (0001-01-01) was a Monday.
    private static int WeekdayFromMonday(int day) => day % 7;

    private static int Monday(int day) => day - WeekdayFromMonday(day);

    private static string WeekName(DateOnly monday)
    {
        var date = monday.ToDateTime(TimeOnly.MinValue);
        return $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}";
    }
}
