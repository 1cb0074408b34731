namespace GeoCrime.Studies.SampleCity;

/// <summary>The city's holidays: family days are quiet, festive days lively.</summary>
internal static class SampleHolidays
{
    /// <summary>All holidays of the period in order.</summary>
    public static readonly SampleHoliday[] All =
        [.. Enumerable.Range(SamplePeriod.First.Year, SamplePeriod.Last.Year - SamplePeriod.First.Year + 1).SelectMany(OfYear)];

    private static IEnumerable<SampleHoliday> OfYear(int year)
    {
        yield return new(new DateOnly(year, 1, 1), "New Year's Day", IsLively: true);
        yield return new(LastWeekday(year, 5, DayOfWeek.Monday), "Spring Holiday", IsLively: false);
        yield return new(new DateOnly(year, 6, 24), "Midsummer", IsLively: true);
        yield return new(new DateOnly(year, 7, 4), "Founders' Day", IsLively: true);
        yield return new(new DateOnly(year, 10, 31), "Lantern Night", IsLively: true);
        yield return new(LastWeekday(year, 11, DayOfWeek.Thursday), "Thanksgiving", IsLively: false);
        yield return new(new DateOnly(year, 12, 24), "Christmas Eve", IsLively: false);
        yield return new(new DateOnly(year, 12, 25), "Christmas Day", IsLively: false);
        yield return new(new DateOnly(year, 12, 31), "New Year's Eve", IsLively: true);
    }

    private static DateOnly LastWeekday(int year, int month, DayOfWeek weekday)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
    }
}
