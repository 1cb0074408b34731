using NetTopologySuite.Geometries;

namespace GeoCrime.Domain;

/// <summary>Projects whole geometries, vertex by vertex.</summary>
public static class GeometryProjection
{
    /// <summary>A copy in metres of the zone.</summary>
    public static Geometry ToMetres(this UtmProjection projection, Geometry degrees) =>
        Map(degrees, projection.ToMetres, projection.Srid);

    /// <summary>A copy in degrees (EPSG:4326).</summary>
    public static Geometry ToDegrees(this UtmProjection projection, Geometry metres) =>
        Map(metres, projection.ToDegrees, 4326);

    /// <summary>A copy in metres of EPSG:3857.</summary>
    public static Geometry ToWebMercator(this UtmProjection projection, Geometry metres) => Map(metres, (x, y) =>
    {
        var (longitude, latitude) = projection.ToDegrees(x, y);
        return (WebMercator.X(longitude), WebMercator.Y(latitude));
    }, 3857);

    private static Geometry Map(Geometry geometry, Func<double, double, (double X, double Y)> transform, int srid)
    {
        var copy = geometry.Copy();
        copy.Apply(new VertexFilter(transform));
        copy.SRID = srid;
        return copy;
    }

    private sealed class VertexFilter(Func<double, double, (double X, double Y)> transform) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence, int index)
        {
            var (x, y) = transform(sequence.GetX(index), sequence.GetY(index));
            sequence.SetX(index, x);
            sequence.SetY(index, y);
        }
    }
}
