namespace GeoCrime.Studies.SampleCity;

/// <summary>The six years the sample city covers, as day numbers from 0.</summary>
public static class SamplePeriod
{
    /// <summary>The first day.</summary>
    public static readonly DateOnly First = new(2020, 1, 1);

    /// <summary>The last day; the file holds what was reported by its midnight.</summary>
    public static readonly DateOnly Last = new(2025, 12, 31);

    /// <summary>Days in the period.</summary>
    public static int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>The local moment at which the file was drawn.</summary>
    public static DateTime Extracted => Last.AddDays(1).ToDateTime(TimeOnly.MinValue);

    /// <summary>The date of a day number.</summary>
    public static DateOnly Date(int day) => First.AddDays(day);

    /// <summary>The day number of a date.</summary>
    public static int Day(DateOnly date) => date.DayNumber - First.DayNumber;
}
