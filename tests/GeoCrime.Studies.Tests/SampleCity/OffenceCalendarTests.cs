using GeoCrime.Studies.SampleCity;

namespace GeoCrime.Studies.Tests.SampleCity;

public class OffenceCalendarTests
{
    // Flat hours, no trend, no season, no weekend: every day expects one incident.
    private static readonly Offence Plain = new(
        "plain", "Plain", "property", 1, false, 365.25, 0, 0, 1, LocationKind.Homes,
        [.. Enumerable.Repeat(1.0, 24)], 1, 0, 1, 1, 0, 0);

    [Fact]
    public void A_plain_offence_is_the_same_every_day()
    {
        var calendar = new OffenceCalendar(Plain);
        Assert.All(Enumerable.Range(0, SamplePeriod.Days), day => Assert.Equal(1, calendar.Expected(day), 1e-12));
    }

    [Fact]
    public void A_trend_season_and_holiday_multiply()
    {
        var calendar = new OffenceCalendar(Plain with { YearlyTrend = 0.1, SeasonAmplitude = 0.2, SeasonPeakDay = 359, QuietHolidayFactor = 0.5 });
        var christmas = new DateOnly(2023, 12, 25);
        var years = (SamplePeriod.Day(christmas) - SamplePeriod.Days / 2.0) / 365.25;
        Assert.Equal(Math.Exp(0.1 * years) * 1.2 * 0.5, calendar.Expected(SamplePeriod.Day(christmas)), 1e-12);
    }

    [Fact]
    public void A_weekend_factor_leaves_the_week_at_seven_days()
    {
        var calendar = new OffenceCalendar(Plain with { WeekendFactor = 2, NightlifeFactor = 3 });
        var monday = SamplePeriod.Day(new DateOnly(2022, 2, 7));
        Assert.Equal(7, Enumerable.Range(monday, 7).Sum(calendar.Expected), 1e-12);
        Assert.True(calendar.Expected(monday + 5) > 1.8 * calendar.Expected(monday));
    }

    [Fact]
    public void Hours_without_weight_are_never_drawn()
    {
        var hours = new double[24];
        (hours[3], hours[17]) = (1, 3);
        var calendar = new OffenceCalendar(Plain with { Hours = hours });
        var random = new SampleRandom(1, 0);
        var drawn = Enumerable.Range(0, 4000).Select(_ => calendar.DrawHour(40, random)).ToArray();
        Assert.All(drawn, hour => Assert.True(hour is 3 or 17));
        Assert.Equal(0.25, drawn.Count(hour => hour == 3) / 4000.0, 5 * Math.Sqrt(0.25 * 0.75 / 4000));
    }
}
