using GeoCrime.Domain;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed record AreasRef(string Kind, IReadOnlyList<string> Codes);

public sealed record BoundsInput(double West, double South, double East, double North)
{
    public Polygon ToPolygon()
    {
        if (!(West < East && South < North && West >= -180 && East <= 180 && South >= -90 && North <= 90))
            throw new ArgumentException($"bbox needs west < east within −180…180 and south < north within −90…90; given west {West}, south {South}, east {East}, north {North}.");
        return new GeometryFactory(new PrecisionModel(), 4326).CreatePolygon(
            [new(West, South), new(East, South), new(East, North), new(West, North), new(West, South)]);
    }
}

public sealed record NearInput(double Longitude, double Latitude, double Metres);

public sealed record WhereInput(AreasRef? Areas, BoundsInput? Bbox, Geometry? Polygon, NearInput? Near)
{
    public Place ToPlace() => this switch
    {
        { Areas: { } areas } => new Place.InAreas(areas.Kind, areas.Codes),
        { Bbox: { } box } => new Place.InPolygon(box.ToPolygon()),
        { Polygon: { OgcGeometryType: OgcGeometryType.Polygon or OgcGeometryType.MultiPolygon } polygon } => new Place.InPolygon(polygon),
        { Polygon: { } other } => throw new ArgumentException($"where.polygon is a {other.GeometryType}; a Polygon or MultiPolygon is needed."),
        { Near: { Metres: > 0 } near } => new Place.Near(near.Longitude, near.Latitude, near.Metres),
        _ => throw new ArgumentException($"where.near needs metres above 0; given {Near?.Metres}."),
    };
}

public enum Weekday
{
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

public sealed record IncidentFilterInput(
    DateOnly? From,
    DateOnly? To,
    IReadOnlyList<string>? Categories,
    WhereInput? Where,
    IReadOnlyList<int>? Hours,
    IReadOnlyList<Weekday>? Weekdays,
    double? MinSeverity)
{
    public IncidentFilter ToFilter() => new(
        From, To, Categories, Where?.ToPlace(), Hours, Weekdays?.Select(day => (DayOfWeek)(((int)day + 1) % 7)).ToList(), MinSeverity);
}

internal static class FilterInputs
{
    public static IncidentFilter OrAll(this IncidentFilterInput? filter) => filter?.ToFilter() ?? IncidentFilter.All;
}
