namespace GeoCrime.Domain;

/// <summary>Local civil time of a zone as instants.</summary>
public static class CivilTime
{
    /// <summary>A local time that does not exist moves forward by the gap; one that occurs twice means the first.</summary>
    public static DateTimeOffset At(this TimeZoneInfo zone, DateTime local)
    {
        if (zone.IsInvalidTime(local))
            local = local.Add(zone.GetUtcOffset(local.AddDays(1)) - zone.GetUtcOffset(local.AddDays(-1)));
        // The first of two passes is the one with the larger offset.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset);
    }
}
