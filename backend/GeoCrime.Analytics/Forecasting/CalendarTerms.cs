namespace GeoCrime.Analytics.Forecasting;

/// <summary>Calendar columns of a step that are known for any date: weekday, holiday, first of the month, waves of the year.</summary>
/// <remarks>
/// Days: six weekdays against Sunday, holiday, day after one, first of the month, New Year's Day, three yearly Fourier pairs. Weeks:
/// share of holidays, three pairs. Months: days over 30.4 (as a logarithm), two pairs.
/// </remarks>
internal static class CalendarTerms
{
    private const double DaysOfYear = 365.25;

    /// <summary>Columns of a step.</summary>
    public static int Count(SeriesStep step) => step switch { SeriesStep.Day => 16, SeriesStep.Week => 7, _ => 5 };

    /// <summary>Writes the columns.</summary>
    /// <param name="start">First day of the step.</param>
    /// <param name="holidays">Null for none.</param>
    /// <param name="row">Shape [count].</param>
    public static void Write(DateOnly start, SeriesStep step, HolidayCalendar? holidays, Span<double> row)
    {
        row.Clear();
        switch (step)
        {
            case SeriesStep.Day:
                if (start.DayOfWeek != DayOfWeek.Sunday)
                    row[(int)start.DayOfWeek - 1] = 1;
                row[6] = Holiday(holidays, start);
                row[7] = Holiday(holidays, start.AddDays(-1));
                row[8] = start.Day == 1 ? 1 : 0;
                row[9] = start.DayOfYear == 1 ? 1 : 0;
                Waves(start, 3, row[10..]);
                break;
            case SeriesStep.Week:
                for (var day = 0; day < 7; day++)
                    row[0] += Holiday(holidays, start.AddDays(day)) / 7;
                Waves(start.AddDays(3), 3, row[1..]);
                break;
            default:
                row[0] = Math.Log(DateTime.DaysInMonth(start.Year, start.Month) / 30.4375);
                Waves(start.AddDays(14), 2, row[1..]);
                break;
        }
    }

    /// <summary>Writes the calendar's columns of a step, then those of a table as it was known at the history's end.</summary>
    /// <param name="index">May lie beyond the history's end.</param>
    /// <param name="row">Shape [<see cref="Count"/> + columns of the table].</param>
    public static void Write(CountSeries history, int index, HolidayCalendar? holidays, DayTable? days, Span<double> row)
    {
        var calendar = Count(history.Step);
        var start = history.DateAt(index);
        Write(start, history.Step, holidays, row[..calendar]);
        if (days is { Columns.Count: > 0 })
            days.Before(history.DateAt(history.Length)).Over(start, history.Step).CopyTo(row[calendar..]);
    }

    private static double Holiday(HolidayCalendar? holidays, DateOnly day) => holidays?.Contains(day) == true ? 1 : 0;

    private static void Waves(DateOnly day, int pairs, Span<double> row)
    {
        var turn = 2 * Math.PI * day.DayOfYear / DaysOfYear;
        for (var k = 0; k < pairs; k++)
            (row[2 * k], row[2 * k + 1]) = Math.SinCos((k + 1) * turn);
    }
}
