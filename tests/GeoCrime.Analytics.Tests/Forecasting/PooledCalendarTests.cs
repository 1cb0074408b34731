using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class PooledCalendarTests
{
    private static readonly DateOnly Start = new(2020, 1, 6);

    [Fact]
    public void Weekdays_and_holidays_of_the_sum_are_found()
    {
        var calendar = PooledCalendar.Fit([Days(1200, 30), Days(1200, 90)], HolidayCalendar.UnitedStates);
        // Saturdays have twice, holidays half the count of other days.
        var (monday, saturday) = (calendar.LogFactor(1414), calendar.LogFactor(1419));
        Assert.Equal(DayOfWeek.Saturday, Start.AddDays(1419).DayOfWeek);
        Assert.Equal(Math.Log(2), saturday - monday, 0.05);
        var independenceDay = new DateOnly(2022, 7, 4).DayNumber - Start.DayNumber;
        Assert.Equal(Math.Log(0.5), calendar.LogFactor(independenceDay) - calendar.LogFactor(independenceDay + 7), 0.15);
        Assert.Equal(1, calendar.HolidayShare(independenceDay));
    }

    [Fact]
    public void Factors_of_the_training_part_average_to_one_as_logarithms()
    {
        var calendar = PooledCalendar.Fit([Days(900, 50)], null);
        Assert.Equal(0, Enumerable.Range(0, 900).Average(calendar.LogFactor), 1e-9);
        Assert.Equal(0, calendar.HolidayShare(180));
    }

    [Fact]
    public void A_week_with_one_holiday_has_a_seventh() =>
        Assert.Equal(1.0 / 7, PooledCalendar.Fit([new CountSeries(Start, SeriesStep.Week, new double[20])], HolidayCalendar.UnitedStates).HolidayShare(2), 1e-12);

    [Fact]
    public void Less_than_two_years_or_no_counts_have_no_effect()
    {
        Assert.All(PooledCalendar.Fit([Days(700, 30)], null).Effects, effect => Assert.Equal(0, effect));
        var unknown = new CountSeries(Start, SeriesStep.Day, [.. Enumerable.Repeat(double.NaN, 900)]);
        Assert.All(PooledCalendar.Fit([unknown], null).Effects, effect => Assert.Equal(0, effect));
        var zero = PooledCalendar.Fit([new CountSeries(Start, SeriesStep.Day, new double[900])], null);
        Assert.Equal(0, zero.LogFactor(950), 1e-9);
    }

    private static CountSeries Days(int length, double level) => new(Start, SeriesStep.Day,
        [.. Enumerable.Range(0, length).Select(i =>
            level * (Start.AddDays(i).DayOfWeek == DayOfWeek.Saturday ? 2 : 1) * (HolidayCalendar.UnitedStates.Contains(Start.AddDays(i)) ? 0.5 : 1))]);
}
