using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Tests.Forecasting;

public class HolidayCalendarTests
{
    [Theory]
    [InlineData("2023-01-01", "New Year's Day")]
    [InlineData("2023-01-02", "New Year's Day (observed)")]
    [InlineData("2023-01-16", "Martin Luther King, Jr. Day")]
    [InlineData("2023-02-20", "Washington's Birthday")]
    [InlineData("2023-05-29", "Memorial Day")]
    [InlineData("2023-06-19", "Juneteenth")]
    [InlineData("2023-07-04", "Independence Day")]
    [InlineData("2023-09-04", "Labor Day")]
    [InlineData("2023-10-09", "Columbus Day")]
    [InlineData("2023-11-10", "Veterans Day (observed)")]
    [InlineData("2023-11-23", "Thanksgiving")]
    [InlineData("2023-12-25", "Christmas Day")]
    [InlineData("2019-06-19", null)]
    [InlineData("2023-03-17", null)]
    public void Federal_holidays_fall_where_the_law_puts_them(string day, string? name)
    {
        Assert.Equal(name, HolidayCalendar.UnitedStates.Name(DateOnly.Parse(day)));
        Assert.Equal(name is not null, HolidayCalendar.UnitedStates.Contains(DateOnly.Parse(day)));
    }
}
