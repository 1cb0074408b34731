using GeoCrime.Domain;
using NetTopologySuite.Densify;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Filtering;

/// <summary>A polygon in degrees as a polygon in the plane of a chunk's positions.</summary>
/// <remarks>
/// Its edges are straight in degrees and so curve in the plane: short pieces follow them to under a centimetre. Far from the zone
/// the projection breaks down, so only the part around the positions is projected.
/// </remarks>
internal static class PlaneOutline
{
    private const double PieceDegrees = 0.005;
    private const double MarginMetres = 1000;

    /// <param name="polygon">EPSG:4326, valid.</param>
    /// <returns>Metres; empty where the polygon lies away from all positions.</returns>
    public static Geometry Of(Geometry polygon, IncidentChunk chunk, UtmProjection projection)
    {
        var reach = Reach(chunk);
        if (reach.IsNull)
            return Polygon.Empty;
        reach.ExpandBy(MarginMetres);
        var corners = projection.ToDegrees(polygon.Factory.ToGeometry(reach)).EnvelopeInternal;
        var near = polygon.Intersection(polygon.Factory.ToGeometry(corners));
        return near.IsEmpty ? near : projection.ToMetres(Densifier.Densify(near, PieceDegrees));
    }

    private static Envelope Reach(IncidentChunk chunk)
    {
        var reach = new Envelope();
        for (var row = 0; row < chunk.Count; row++)
            if (chunk.X[row] != IncidentChunk.Unlocated)
                reach.ExpandToInclude(chunk.X[row] / 100.0, chunk.Y[row] / 100.0);
        return reach;
    }
}
