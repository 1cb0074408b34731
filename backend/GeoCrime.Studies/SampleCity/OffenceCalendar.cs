namespace GeoCrime.Studies.SampleCity;

/// <summary>When one offence happens: expected incidents by day, and the share of each hour by weekday.</summary>
internal sealed class OffenceCalendar
{
    private readonly double[][] hours = new double[7][];
    private readonly double[] perDay = new double[SamplePeriod.Days];

    public OffenceCalendar(Offence offence)
    {
        var week = WeekProfile(offence);
        for (var weekday = 0; weekday < 7; weekday++)
            hours[weekday] = Cumulative.Of(week[weekday]);

        var holidays = SampleHolidays.All.ToDictionary(h => h.Date, h => h.IsLively ? offence.LivelyHolidayFactor : offence.QuietHolidayFactor);
        for (var day = 0; day < perDay.Length; day++)
        {
            var date = SamplePeriod.Date(day);
            var trend = PortableMath.Exp(offence.YearlyTrend * (day - SamplePeriod.Days / 2.0) / 365.25);
            var season = 1 + offence.SeasonAmplitude * PortableMath.Cos(2 * Math.PI * (date.DayOfYear - offence.SeasonPeakDay) / 365.25);
            perDay[day] = offence.PerYear / 365.25 * trend * season * hours[(int)date.DayOfWeek][^1] * holidays.GetValueOrDefault(date, 1);
        }
    }

    /// <summary>Expected incidents in the whole city on a day, precinct drifts and planted hot spots apart.</summary>
    public double Expected(int day) => perDay[day];

    /// <summary>A local hour, drawn from the day's weekday profile.</summary>
    public int DrawHour(int day, SampleRandom random) => random.Draw(hours[(int)SamplePeriod.Date(day).DayOfWeek]);

    /// <summary>Weights by weekday (0 = Sunday) and hour, scaled so that a mean day sums to 1.</summary>
    private static double[][] WeekProfile(Offence offence)
    {
        var mean = offence.Hours.Sum() / 24;
        var week = new double[7][];
        for (var weekday = 0; weekday < 7; weekday++)
        {
            week[weekday] = new double[24];
            for (var hour = 0; hour < 24; hour++)
            {
                var isNight = (weekday is 5 or 6 && hour >= 21) || (weekday is 6 or 0 && hour < 3);
                week[weekday][hour] = offence.Hours[hour] * (weekday is 6 or 0 ? offence.WeekendFactor : 1)
                    + (isNight ? offence.NightlifeFactor * mean : 0);
            }
        }

        var total = week.Sum(day => day.Sum());
        return [.. week.Select(day => day.Select(weight => 7 * weight / total).ToArray())];
    }
}
