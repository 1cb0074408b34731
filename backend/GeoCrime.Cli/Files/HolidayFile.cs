using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Cli.Files;

/// <summary>Days that are known to differ, from --holidays: none, us, or a CSV with a date column and, if it likes, a name.</summary>
internal static class HolidayFile
{
    public const string Description = "Days known ahead to differ: none, us (federal holidays), or a CSV with the columns date and name; days to come may be in it.";

    /// <exception cref="UsageException">There is no such file, or a date in it is none.</exception>
    public static HolidayCalendar? Read(string text)
    {
        if (text.Equals("none", StringComparison.OrdinalIgnoreCase))
            return null;
        if (text.Equals("us", StringComparison.OrdinalIgnoreCase))
            return HolidayCalendar.UnitedStates;
        var table = CsvTable.Read(text);
        var dates = table.Dates("date");
        var names = table.Has("name") ? table.Text("name") : [.. dates.Select(_ => "event")];
        var days = new Dictionary<DateOnly, string>();
        for (var row = 0; row < dates.Length; row++)
            days[dates[row]] = names[row];
        return new HolidayCalendar(days);
    }
}
