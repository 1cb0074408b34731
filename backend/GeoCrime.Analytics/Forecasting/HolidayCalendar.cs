namespace GeoCrime.Analytics.Forecasting;

/// <summary>Days that are known ahead to differ from their weekday: holidays, events.</summary>
/// <param name="days">Day → name; days may lie in the future.</param>
public sealed class HolidayCalendar(IReadOnlyDictionary<DateOnly, string> days)
{
    private static readonly HashSet<string> AmericanZones =
    [
        "America/New_York", "America/Detroit", "America/Chicago", "America/Denver", "America/Boise", "America/Phoenix", "America/Los_Angeles", "America/Anchorage",
        "Pacific/Honolulu",
    ];

    /// <summary>Federal holidays of the United States, 1970 to 2100, each also on the weekday on which it is observed.</summary>
    public static HolidayCalendar UnitedStates { get; } = new(FederalHolidays());

    /// <summary>The calendar of the country that a time zone lies in, where it is known here; else null.</summary>
    /// <param name="timeZone">IANA name.</param>
    public static HolidayCalendar? ForTimeZone(string timeZone)
    {
        ArgumentNullException.ThrowIfNull(timeZone);
        return AmericanZones.Contains(timeZone) || timeZone.StartsWith("America/Indiana/", StringComparison.Ordinal) ? UnitedStates : null;
    }

    /// <summary>Whether a day is one of them.</summary>
    public bool Contains(DateOnly day) => days.ContainsKey(day);

    /// <summary>The day's name, or null.</summary>
    public string? Name(DateOnly day) => days.GetValueOrDefault(day);

    private static Dictionary<DateOnly, string> FederalHolidays()
    {
        const int firstYear = 1970;
        const int lastYear = 2100;
        var found = new Dictionary<DateOnly, string>();
        for (var year = firstYear; year <= lastYear; year++)
        {
            Fixed(found, new DateOnly(year, 1, 1), "New Year's Day");
            if (year >= 1986)
                found[Nth(year, 1, DayOfWeek.Monday, 3)] = "Martin Luther King, Jr. Day";
            found[Nth(year, 2, DayOfWeek.Monday, 3)] = "Washington's Birthday";
            found[Last(year, 5, DayOfWeek.Monday)] = "Memorial Day";
            if (year >= 2021)
                Fixed(found, new DateOnly(year, 6, 19), "Juneteenth");
            Fixed(found, new DateOnly(year, 7, 4), "Independence Day");
            found[Nth(year, 9, DayOfWeek.Monday, 1)] = "Labor Day";
            found[Nth(year, 10, DayOfWeek.Monday, 2)] = "Columbus Day";
            Fixed(found, new DateOnly(year, 11, 11), "Veterans Day");
            found[Nth(year, 11, DayOfWeek.Thursday, 4)] = "Thanksgiving";
            Fixed(found, new DateOnly(year, 12, 25), "Christmas Day");
        }
        return found;
    }

    private static void Fixed(Dictionary<DateOnly, string> days, DateOnly day, string name)
    {
        days[day] = name;
        if (day.DayOfWeek == DayOfWeek.Saturday)
            days[day.AddDays(-1)] = name + " (observed)";
        if (day.DayOfWeek == DayOfWeek.Sunday)
            days[day.AddDays(1)] = name + " (observed)";
    }

    private static DateOnly Nth(int year, int month, DayOfWeek weekday, int nth)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((weekday - first.DayOfWeek + 7) % 7 + 7 * (nth - 1));
    }

    private static DateOnly Last(int year, int month, DayOfWeek weekday)
    {
        var last = new DateOnly(year, month, 1).AddMonths(1).AddDays(-1);
        return last.AddDays(-((last.DayOfWeek - weekday + 7) % 7));
    }
}
