namespace GeoCrime.Domain;

/// <summary>Local civil time of a zone as instants.</summary>
public static class CivilTime
{
    /// <summary>A local time that does not exist moves forward by the gap; one that occurs twice means the first.</summary>
    /// <param name="local">Of any kind: the clock's reading alone counts.</param>
    public static DateTimeOffset At(this TimeZoneInfo zone, DateTime local)
    {
        // Of another kind the framework would read it as a moment of UTC or of this machine's zone.
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
            local = local.Add(zone.GetUtcOffset(local.AddDays(1)) - zone.GetUtcOffset(local.AddDays(-1)));
        // The first of two passes is the one with the larger offset.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
