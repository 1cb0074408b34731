using GeoCrime.Analytics.Neighbours;
using GeoCrime.Domain;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Hotspots;

/// <param name="Number">Index among the units.</param>
/// <param name="Id">Column and row of a grid anchored at (0, 0) of the analysis CRS, so that filters never shift cells.</param>
/// <param name="Z">Analytic Gi*; null where it cannot vary.</param>
/// <param name="P">Two-sided normal p of z, uncorrected.</param>
/// <param name="ExactP">Two-sided p of the unit and its neighbours as draws from all units.</param>
/// <param name="PseudoP">Conditional permutation p; null where not asked for.</param>
/// <param name="Bin">3, 2, 1 hot at 99, 95, 90 % after false-discovery-rate control on the exact p; negative is cold; 0 is not significant.</param>
public sealed record HotspotCell(int Number, string Id, int Incidents, double? Z, double P, double ExactP, double? PseudoP, int Bin);

/// <summary>The units of the city and what was found in them.</summary>
public sealed record HotspotResult(UtmProjection Projection, HotspotGrid Grid, IReadOnlyList<HotspotCell> Units)
{
    /// <summary>The cell's outline in EPSG:4326.</summary>
    public Polygon ShapeInDegrees(HotspotCell unit) => Outline(unit, (x, y) => Projection.ToDegrees(x, y), 4326);

    /// <summary>The cell's outline in EPSG:3857.</summary>
    public Polygon ShapeInWebMercator(HotspotCell unit) => Outline(unit, (x, y) =>
    {
        var (longitude, latitude) = Projection.ToDegrees(x, y);
        return (WebMercator.X(longitude), WebMercator.Y(latitude));
    }, 3857);

    private Polygon Outline(HotspotCell unit, Func<double, double, (double X, double Y)> transform, int srid)
    {
        var corners = Grid.Grid.Corners(Grid.Cells[unit.Number]);
        var ring = new Coordinate[corners.Length + 1];
        for (var corner = 0; corner < corners.Length; corner++)
        {
            var (x, y) = transform(corners[corner].X, corners[corner].Y);
            ring[corner] = new Coordinate(x, y);
        }
        ring[^1] = ring[0].Copy();
        return new Polygon(new LinearRing(ring)) { SRID = srid };
    }
}
