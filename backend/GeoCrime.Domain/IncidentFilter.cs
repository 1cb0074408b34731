using NetTopologySuite.Geometries;

namespace GeoCrime.Domain;

/// <summary>Which reported incidents count. Every part left null lets all through.</summary>
/// <param name="From">First local day, inclusive.</param>
/// <param name="To">Local day after the last.</param>
/// <param name="Categories">Codes of offence categories.</param>
/// <param name="Hours">Local hours 0…23.</param>
/// <param name="MinSeverity">Smallest severity weight of the category.</param>
public sealed record IncidentFilter(
    DateOnly? From = null,
    DateOnly? To = null,
    IReadOnlyList<string>? Categories = null,
    Place? Where = null,
    IReadOnlyList<int>? Hours = null,
    IReadOnlyList<DayOfWeek>? Weekdays = null,
    double? MinSeverity = null)
{
    public static IncidentFilter All { get; } = new();
}

/// <summary>Where incidents must lie.</summary>
public abstract record Place
{
    /// <summary>In one of the named areas.</summary>
    public sealed record InAreas(string Kind, IReadOnlyList<string> Codes) : Place;

    /// <summary>In a polygon (EPSG:4326); a box is one too.</summary>
    public sealed record InPolygon(Geometry Polygon) : Place;

    /// <summary>Within a distance of a position, rim included.</summary>
    public sealed record Near(double Longitude, double Latitude, double Metres) : Place;
}
