using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Data.Import.Rows;

namespace GeoCrime.Data.Tests.Import.Rows;

public class CivilClockTests
{
    private static readonly CivilClock Denver = ClockOf("America/Denver");

    [Fact]
    public void A_time_that_the_clocks_skip_moves_forward_one_hour()
    {
        // On 2024-03-10 the clocks of Denver went from 02:00 to 03:00.
        var (instant, local) = Denver.Read(new DateTime(2024, 3, 10, 2, 30, 0));
        Assert.Equal(new DateTime(2024, 3, 10, 3, 30, 0), local);
        Assert.Equal(new DateTime(2024, 3, 10, 9, 30, 0, DateTimeKind.Utc), instant);
    }

    [Fact]
    public void A_time_that_the_clocks_show_twice_is_the_first()
    {
        // On 2023-11-05 the clocks of Denver went from 02:00 back to 01:00: 01:30 was first at UTC−6.
        var (instant, local) = Denver.Read(new DateTime(2023, 11, 5, 1, 30, 0));
        Assert.Equal(new DateTime(2023, 11, 5, 1, 30, 0), local);
        Assert.Equal(new DateTime(2023, 11, 5, 7, 30, 0, DateTimeKind.Utc), instant);
    }

    [Theory]
    [InlineData("2024-03-10 01:59:59", "2024-03-10 08:59:59")]
    [InlineData("2024-03-10 03:00:00", "2024-03-10 09:00:00")]
    [InlineData("2023-11-05 02:00:00", "2023-11-05 09:00:00")]
    [InlineData("2024-01-15 12:00:00", "2024-01-15 19:00:00")]
    [InlineData("2024-07-15 12:00:00", "2024-07-15 18:00:00")]
    public void Other_times_take_the_offset_of_their_day(string local, string utc) =>
        Assert.Equal(DateTime.Parse(utc), Denver.Read(DateTime.Parse(local)).Instant);

    [Theory]
    [InlineData("Australia/Lord_Howe", "2024-10-06 02:10:00", "2024-10-06 02:40:00")]
    [InlineData("America/Sao_Paulo", "2018-11-04 00:15:00", "2018-11-04 01:15:00")]
    public void What_is_skipped_may_be_half_an_hour_or_midnight(string zone, string stated, string shown) =>
        Assert.Equal(DateTime.Parse(shown), ClockOf(zone).Read(DateTime.Parse(stated)).Local);

    [Fact]
    public void Every_time_that_was_shown_comes_back_from_its_instant() =>
        Prop.ForAll(
            Gen.Elements("America/Denver", "America/Los_Angeles", "Europe/London", "Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe").ToArbitrary(),
            Gen.Choose(0, 130 * 366 * 24 * 4).ToArbitrary(),
            (zone, quarters) =>
            {
                var clock = ClockOf(zone);
                var (instant, local) = clock.Read(new DateTime(1900, 1, 1).AddMinutes(quarters * 15L));
                return instant.Kind == DateTimeKind.Utc && clock.Local(instant) == local;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void The_first_and_last_days_of_the_calendar_do_no_harm()
    {
        Assert.Equal(DateTime.MinValue.AddDays(1).AddHours(7).Date, Denver.Read(DateTime.MinValue.AddDays(1)).Instant.Date);
        Assert.Equal(9999, Denver.Read(new DateTime(9999, 12, 30)).Instant.Year);
    }

    private static CivilClock ClockOf(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone));
}
