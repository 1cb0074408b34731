using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Schema;

/// <summary>Which areas share ground with a place.</summary>
internal static class AreaPlaces
{
    /// <exception cref="ArgumentException">The place names an area that there is not.</exception>
    public static Func<Area, bool> Test(IncidentColumns columns, Place place)
    {
        FilterNames.Check(columns, new IncidentFilter(Where: place));
        var shape = place switch
        {
            Place.InAreas areas => NetTopologySuite.Operation.Union.UnaryUnionOp.Union(
                columns.AreaKinds[columns.KindNumber(areas.Kind)].Areas.Where(area => areas.Codes.Contains(area.Code)).Select(area => (Geometry)area.Geometry)) ?? Polygon.Empty,
            Place.InPolygon polygon => polygon.Polygon,
            Place.Near near => Around(columns.Jurisdiction.Projection, near),
            _ => throw new ArgumentOutOfRangeException(nameof(place), place, "Unknown kind of place."),
        };
        return area => area.Geometry.Intersects(shape) && !area.Geometry.Touches(shape);
    }

    private static Geometry Around(UtmProjection projection, Place.Near near)
    {
        var (x, y) = projection.ToMetres(near.Longitude, near.Latitude);
        return projection.ToDegrees(new Point(x, y).Buffer(near.Metres));
    }
}
