using System.Collections.Concurrent;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace GeoCrime.Domain;

/// <summary>Between WGS84 longitude/latitude (EPSG:4326) and metres of a WGS84 UTM zone (EPSG:326zz north, 327zz south).</summary>
/// <remarks>Within a zone it agrees with PROJ to under a millimetre. Instances are shared and safe for concurrent use.</remarks>
public sealed class UtmProjection
{
    private const int North = 32600;
    private const int South = 32700;
    private static readonly ConcurrentDictionary<int, UtmProjection> Zones = new();
    private readonly MathTransform toMetres;
    private readonly MathTransform toDegrees;

    private UtmProjection(int srid)
    {
        Srid = srid;
        var zone = ProjectedCoordinateSystem.WGS84_UTM(srid % 100, srid < South);
        Wkt = zone.WKT;
        toMetres = new CoordinateTransformationFactory().CreateFromCoordinateSystems(GeographicCoordinateSystem.WGS84, zone).MathTransform;
        toDegrees = new CoordinateTransformationFactory().CreateFromCoordinateSystems(zone, GeographicCoordinateSystem.WGS84).MathTransform;
    }

    /// <summary>The EPSG code of the zone.</summary>
    public int Srid { get; }

    /// <summary>The zone as well-known text (OGC 01-009), as .prj files hold it.</summary>
    public string Wkt { get; }

    /// <exception cref="ArgumentOutOfRangeException">The code is not 32601…32660 or 32701…32760.</exception>
    public static UtmProjection Of(int srid)
    {
        if (srid is not ((> North and <= North + 60) or (> South and <= South + 60)))
            throw new ArgumentOutOfRangeException(nameof(srid), srid, "EPSG codes of WGS84 UTM zones are 32601…32660 and 32701…32760.");
        return Zones.GetOrAdd(srid, static code => new UtmProjection(code));
    }

    /// <summary>The EPSG code of the 6° zone that holds a position; the wider zones off Norway and Svalbard are not told apart.</summary>
    /// <param name="longitude">Degrees, −180…180.</param>
    /// <param name="latitude">Degrees, −90…90.</param>
    public static int ZoneOf(double longitude, double latitude)
    {
        var zone = Math.Clamp((int)Math.Floor((longitude + 180) / 6) + 1, 1, 60);
        return (latitude >= 0 ? North : South) + zone;
    }

    /// <returns>Metres east and north.</returns>
    public (double X, double Y) ToMetres(double longitude, double latitude) => toMetres.Transform(longitude, latitude);

    /// <returns>Degrees of longitude and latitude.</returns>
    public (double Longitude, double Latitude) ToDegrees(double x, double y) => toDegrees.Transform(x, y);
}
