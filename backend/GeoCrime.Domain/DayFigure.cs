namespace GeoCrime.Domain;

/// <summary>A figure of days that is no incident: an event that is on, the day's temperature.</summary>
/// <param name="KnownAhead">True for events, which are planned; false for weather, which is measured.</param>
/// <param name="Values">Local day → finite value.</param>
public sealed record DayFigure(string Name, bool KnownAhead, IReadOnlyDictionary<DateOnly, double> Values);
