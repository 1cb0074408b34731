using GeoCrime.Analytics.Neighbours;
using GeoCrime.Domain;
using GeoCrime.Studies.Cities;
using GeoCrime.Studies.Filtering;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.Union;

namespace GeoCrime.Studies.Nearby;

/// <summary>The ground on which a filter's reports can lie: the city, or the part of it that the filter names.</summary>
internal sealed class StudyGround
{
    private readonly City city;
    private readonly IPreparedGeometry? part;

    /// <param name="place">Must name what there is.</param>
    /// <exception cref="ArgumentException">Nothing is located.</exception>
    public StudyGround(IncidentColumns columns, Place? place)
    {
        city = City.Of(columns);
        part = place is null ? null : PreparedGeometryFactory.Prepare(Shape(columns, place));
        var bounds = city.Bounds ?? throw new ArgumentException($"No located incident is loaded for {columns.Jurisdiction.Code}.");
        Bounds = part is null ? bounds : bounds.Intersection(part.Geometry.EnvelopeInternal);
    }

    public Envelope Bounds { get; }

    public bool Contains(double x, double y) => city.Contains(x, y) && part?.Covers(new Point(x, y)) != false;

    /// <summary>Square cells whose centre lies on this ground.</summary>
    public GridCell[] Cells(SquareGrid grid) => Bounds.IsNull
        ? []
        : [.. grid.CentredIn(Bounds.MinX, Bounds.MinY, Bounds.MaxX, Bounds.MaxY).AsParallel().AsOrdered().Where(cell =>
        {
            var (x, y) = grid.Centre(cell);
            return Contains(x, y);
        })];

    private static Geometry Shape(IncidentColumns columns, Place place)
    {
        var projection = columns.Jurisdiction.Projection;
        switch (place)
        {
            case Place.InAreas areas:
                return UnaryUnionOp.Union(columns.AreaKinds[columns.KindNumber(areas.Kind)].Areas
                    .Where(area => areas.Codes.Contains(area.Code)).Select(area => projection.ToMetres(area.Geometry))) ?? Polygon.Empty;
            case Place.InPolygon polygon:
                return projection.ToMetres(polygon.Polygon);
            case Place.Near near:
                var (x, y) = projection.ToMetres(near.Longitude, near.Latitude);
                return new Point(x, y).Buffer(near.Metres);
            default:
                throw new ArgumentOutOfRangeException(nameof(place), place, "Unknown kind of place.");
        }
    }
}
