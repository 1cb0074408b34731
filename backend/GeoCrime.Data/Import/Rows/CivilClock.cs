namespace GeoCrime.Data.Import.Rows;

/// <summary>Turns the civil time of one zone into instants.</summary>
/// <remarks>A time that the clocks skip moves forward by the hour they skip; one that they show twice is the first. Days with one offset throughout are remembered.</remarks>
public sealed class CivilClock(TimeZoneInfo zone)
{
    private readonly Dictionary<int, TimeSpan?> offsetOfDay = [];

    /// <param name="local">Civil time; its kind is not looked at.</param>
    /// <returns>The instant (kind Utc) and the civil time that the clocks showed then.</returns>
    public (DateTime Instant, DateTime Local) Read(DateTime local)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (OffsetOfDay(local.Date) is { } offset)
            return (Utc(local - offset), local);
        if (zone.IsInvalidTime(local))
            local += SkippedAt(local);
        offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return (Utc(local - offset), local);
    }

    /// <summary>The civil time (kind Unspecified) at an instant.</summary>
    public DateTime Local(DateTime instant) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(Utc(instant), zone), DateTimeKind.Unspecified);

    /// <summary>The offset of a day on which the clocks do not change, else null.</summary>
    private TimeSpan? OffsetOfDay(DateTime day)
    {
        var number = DateOnly.FromDateTime(day).DayNumber;
        if (offsetOfDay.TryGetValue(number, out var known))
            return known;
        // A day either side, so that a change close to midnight is seen whatever the zone's offset.
        var offset = zone.GetUtcOffset(day);
        var steady = day > DateTime.MinValue.AddDays(2) && day < DateTime.MaxValue.AddDays(-3)
            && zone.GetUtcOffset(Utc(day.AddDays(-1))) == offset && zone.GetUtcOffset(Utc(day.AddDays(2))) == offset;
        return offsetOfDay[number] = steady ? offset : null;
    }

    private TimeSpan SkippedAt(DateTime local) =>
        zone.GetUtcOffset(local.AddDays(1)) - zone.GetUtcOffset(local.AddDays(-1));

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);
}
