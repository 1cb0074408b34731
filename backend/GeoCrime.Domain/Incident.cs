namespace GeoCrime.Domain;

/// <summary>One published row of a source: the unit of count.</summary>
/// <param name="OccurredAt">Start, with the jurisdiction's offset.</param>
/// <param name="OccurredLocal">The same in local civil time, as stored.</param>
public sealed record Incident(long Id, OffenceCategory Category, DateTimeOffset OccurredAt, DateTime OccurredLocal, double? Longitude, double? Latitude, string? Attributes);

public enum IncidentOrder
{
    OccurredAsc,
    OccurredDesc,
    SeverityDesc,
}

/// <summary>A page of incidents in an order; <see cref="After"/> is the sort value and id of the last row before it.</summary>
public sealed record IncidentPageRequest(IncidentOrder Order, int First, IncidentCursor? After);

/// <param name="Value">Seconds of the local start since 1970, or the severity, of the row.</param>
public sealed record IncidentCursor(double Value, long Id)
{
    /// <summary>The local start that the value stands for, to the microsecond.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside the years 1…9999.</exception>
    public DateTime Occurred => DateTime.SpecifyKind(DateTime.UnixEpoch.AddTicks((long)Math.Round(Value * 1e6) * TimeSpan.TicksPerMicrosecond), DateTimeKind.Unspecified);
}

/// <param name="HasNext">Whether rows follow this page.</param>
public sealed record IncidentPage(IReadOnlyList<Incident> Incidents, bool HasNext);
