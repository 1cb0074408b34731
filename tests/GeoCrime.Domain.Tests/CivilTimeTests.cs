using FsCheck;
using FsCheck.Fluent;

namespace GeoCrime.Domain.Tests;

public class CivilTimeTests
{
    [Theory]
    [InlineData("America/Denver", "2024-01-15T12:30", "2024-01-15T12:30-07:00")]
    [InlineData("America/Denver", "2024-07-15T12:30", "2024-07-15T12:30-06:00")]
    [InlineData("Asia/Kolkata", "2024-07-15T12:30", "2024-07-15T12:30+05:30")]
    [InlineData("UTC", "2024-03-10T02:30", "2024-03-10T02:30+00:00")]
    public void An_ordinary_time_has_the_zones_offset(string zone, string local, string expected) => Check(zone, local, expected);

    [Theory]
    [InlineData("America/Denver", "2024-03-10T01:59:59", "2024-03-10T01:59:59-07:00")]
    [InlineData("America/Denver", "2024-03-10T02:00", "2024-03-10T03:00-06:00")]
    [InlineData("America/Denver", "2024-03-10T02:30", "2024-03-10T03:30-06:00")]
    [InlineData("America/Denver", "2024-03-10T03:00", "2024-03-10T03:00-06:00")]
    [InlineData("Australia/Lord_Howe", "2024-10-06T02:10", "2024-10-06T02:40+11:00")]
    public void A_time_that_the_clock_skips_moves_forward_by_the_gap(string zone, string local, string expected) => Check(zone, local, expected);

    [Theory]
    [InlineData("America/Denver", "2024-11-03T00:59", "2024-11-03T00:59-06:00")]
    [InlineData("America/Denver", "2024-11-03T01:30", "2024-11-03T01:30-06:00")]
    [InlineData("America/Denver", "2024-11-03T02:00", "2024-11-03T02:00-07:00")]
    [InlineData("Atlantic/Azores", "2024-10-27T00:15", "2024-10-27T00:15+00:00")]
    public void A_time_that_the_clock_shows_twice_means_the_first(string zone, string local, string expected) => Check(zone, local, expected);

    [Theory]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Local)]
    public void The_kind_of_the_reading_does_not_matter(DateTimeKind kind)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Denver");
        foreach (var local in new[] { new DateTime(2024, 1, 15, 12, 0, 0), new DateTime(2024, 3, 10, 2, 30, 0), new DateTime(2024, 11, 3, 1, 30, 0) })
            Assert.Equal(zone.At(local), zone.At(DateTime.SpecifyKind(local, kind)));
    }

    [Fact]
    public void Any_time_that_exists_reads_the_same_on_the_zones_clock()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Denver");
        Prop.ForAll(Gen.Choose(0, 20 * 365 * 24 * 4).ToArbitrary(), quarters =>
        {
            var local = new DateTime(2007, 1, 1).AddMinutes(15 * quarters);
            return zone.IsInvalidTime(local) || TimeZoneInfo.ConvertTime(zone.At(local), zone).DateTime == local;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static void Check(string zone, string local, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected), TimeZoneInfo.FindSystemTimeZoneById(zone).At(DateTime.Parse(local)), Exactly);

    // Equal instants with different offsets would read differently.
    private static readonly Func<DateTimeOffset, DateTimeOffset, bool> Exactly = (a, b) => a.EqualsExact(b);
}
