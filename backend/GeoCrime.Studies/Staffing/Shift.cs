namespace GeoCrime.Studies.Staffing;

/// <summary>A stretch of the day that the same posts cover, on every weekday; it belongs to the day on which it starts.</summary>
/// <param name="StartHour">0…23, local civil time.</param>
/// <param name="Hours">1…24.</param>
public sealed record Shift(string Name, int StartHour, int Hours)
{
    private const int Most = 8;
    private const int LongestName = 40;

    public static IReadOnlyList<Shift> Default { get; } = [new("Day", 7, 8), new("Evening", 15, 8), new("Night", 23, 8)];

    /// <summary>Hours of the week that the shift covers when it starts on a weekday (0 is Monday); Sunday's go on into Monday.</summary>
    public IEnumerable<int> HoursOfWeek(int weekday) => Enumerable.Range((weekday * 24) + StartHour, Hours).Select(hour => hour % 168);

    /// <exception cref="ArgumentException">No shift or too many, a name twice or empty, an hour or length outside its range.</exception>
    public static void Check(IReadOnlyList<Shift> shifts)
    {
        if (shifts.Count is 0 or > Most)
            throw new ArgumentException($"shifts has {shifts.Count} entries; 1…{Most} are allowed.");
        for (var number = 0; number < shifts.Count; number++)
        {
            var (name, start, hours) = shifts[number];
            if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName)
                throw new ArgumentException($"shifts[{number}].name must have 1…{LongestName} letters.");
            if (shifts.Take(number).Any(other => other.Name == name))
                throw new ArgumentException($"shifts[{number}].name: '{name}' stands twice.");
            if (start is < 0 or > 23)
                throw new ArgumentException($"shifts[{number}].startHour is {start}; 0…23 is allowed.");
            if (hours is < 1 or > 24)
                throw new ArgumentException($"shifts[{number}].hours is {hours}; 1…24 is allowed.");
        }
    }

    /// <summary>Sentences on hours of the day that no shift covers, and on those that several do.</summary>
    public static IEnumerable<string> Warnings(IReadOnlyList<Shift> shifts)
    {
        var covered = new int[24];
        foreach (var shift in shifts)
            for (var hour = 0; hour < shift.Hours; hour++)
                covered[(shift.StartHour + hour) % 24]++;
        if (covered.Any(count => count == 0))
            yield return $"No shift covers {Spans(covered, count => count == 0)}: what is reported then is in no row.";
        if (covered.Any(count => count > 1))
            yield return $"Shifts overlap at {Spans(covered, count => count > 1)}: what is reported then is counted in each of them.";
    }

    private static string Spans(int[] covered, Func<int, bool> wanted)
    {
        if (covered.All(wanted))
            return "any hour";
        var spans = new List<string>();
        for (var hour = 0; hour < 24; hour++)
            if (wanted(covered[hour]) && !wanted(covered[(hour + 23) % 24]))
            {
                var end = hour;
                while (wanted(covered[end % 24]))
                    end++;
                spans.Add($"{hour}:00–{end % 24}:00");
            }
        return string.Join(", ", spans);
    }
}
