using GeoCrime.Analytics.Density;
using GeoCrime.Domain;
using GeoCrime.Studies.Cities;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Density;

/// <summary>The smallest region that holds a share of the reported incidents, as a polygon.</summary>
/// <param name="Volume">Per cent.</param>
/// <param name="Level">Density on its rim, per km².</param>
/// <param name="Region">EPSG:4326; empty where the surface is all zeros.</param>
public sealed record ContourBand(double Volume, double Level, MultiPolygon Region);

public static class ContourBands
{
    private const int Most = 20;

    /// <summary>Regions of the city that hold shares of what lies in it; smoothing beyond its edge neither counts nor shows.</summary>
    /// <param name="volumes">Per cent, each in (0, 100).</param>
    /// <exception cref="ArgumentException">A volume is out of range, or there are too many.</exception>
    public static IReadOnlyList<ContourBand> Of(IncidentColumns columns, DensitySurface surface, IReadOnlyList<double> volumes)
    {
        if (volumes.Count is 0 or > Most || volumes.Any(volume => volume is not (> 0 and < 100)))
            throw new ArgumentException($"volumes are per cents between 0 and 100, one to {Most} of them; given {string.Join(", ", volumes)}.");
        var city = City.Of(columns);
        var coverage = city.Rings is { } rings ? PolygonCoverage.Of(rings, surface.Grid) : null;
        return [.. VolumeContours.Of(surface, coverage, [.. volumes.Select(volume => volume / 100)])
            .Zip(volumes, (contour, volume) => new ContourBand(volume, contour.Level, (MultiPolygon)columns.Jurisdiction.Projection.ToDegrees(city.Clip(Polygons(contour.Rings)))))];
    }

    /// <summary>Rings as polygons with their holes.</summary>
    internal static MultiPolygon Polygons(double[][] rings)
    {
        var factory = GeometryFactory.Default;
        var closed = rings.Select(ring => factory.CreateLinearRing([.. Enumerable.Range(0, (ring.Length / 2) + 1).Select(i => new Coordinate(ring[2 * i % ring.Length], ring[((2 * i) + 1) % ring.Length]))])).ToList();
        var shells = closed.Where(ring => ring.IsCCW).OrderBy(ring => factory.CreatePolygon(ring).Area).Select(ring => (Ring: ring, Inside: factory.CreatePolygon(ring), Holes: new List<LinearRing>())).ToList();
        foreach (var hole in closed.Where(ring => !ring.IsCCW))
            // Rings never touch, so the smallest shell around one corner is the hole's own.
            shells.First(shell => shell.Inside.EnvelopeInternal.Covers(hole.EnvelopeInternal) && shell.Inside.Covers(hole.StartPoint)).Holes.Add(hole);
        return factory.CreateMultiPolygon([.. shells.Select(shell => factory.CreatePolygon(shell.Ring, [.. shell.Holes]))]);
    }
}
