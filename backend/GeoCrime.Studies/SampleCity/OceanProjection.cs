namespace GeoCrime.Studies.SampleCity;

/// <summary>The city's plane is UTM zone 26 north (EPSG:32626), shifted to its centre at 27° W 45° N, far out at sea.</summary>
/// <remarks>
/// Inverse transverse Mercator by series, Snyder (1987), Map Projections: A Working Manual, 60–64. The city lies within
/// 8 km of the central meridian, where the series is exact to far below a millimetre. Written here on
/// <see cref="PortableMath"/> because positions must have the same last digit on every machine.
/// </remarks>
public static class OceanProjection
{
    /// <summary>EPSG code of the metric CRS.</summary>
    public const int Epsg = 32626;

    /// <summary>Easting of the plane's origin, metres.</summary>
    public const double OriginEasting = 500_000;

    /// <summary>Northing of the plane's origin (45° N on the central meridian), metres.</summary>
    public const double OriginNorthing = 4_982_950.4;

    private const double CentralMeridian = -27;
    private const double SemiMajor = 6_378_137;
    private const double E2 = 0.0066943799901413165;
    private const double Scale = 0.9996;

    /// <summary>Longitude and latitude in degrees, rounded to 7 decimals (about 1 cm).</summary>
    public static (double Longitude, double Latitude) ToDegrees(PlanePoint point)
    {
        const double e4 = E2 * E2, e6 = e4 * E2;
        var root = Math.Sqrt(1 - E2);
        var e1 = (1 - root) / (1 + root);
        var mu = (OriginNorthing + point.Y) / Scale / (SemiMajor * (1 - E2 / 4 - 3 * e4 / 64 - 5 * e6 / 256));
        var foot = mu
            + (3 * e1 / 2 - 27 * e1 * e1 * e1 / 32) * PortableMath.Sin(2 * mu)
            + (21 * e1 * e1 / 16 - 55 * e1 * e1 * e1 * e1 / 32) * PortableMath.Sin(4 * mu)
            + 151 * e1 * e1 * e1 / 96 * PortableMath.Sin(6 * mu)
            + 1097 * e1 * e1 * e1 * e1 / 512 * PortableMath.Sin(8 * mu);

        double sin = PortableMath.Sin(foot), cos = PortableMath.Cos(foot);
        var t = sin * sin / (cos * cos);
        var c = E2 / (1 - E2) * cos * cos;
        var w = 1 - E2 * sin * sin;
        var n = SemiMajor / Math.Sqrt(w);
        var r = SemiMajor * (1 - E2) / (w * Math.Sqrt(w));
        var d = point.X / (n * Scale);
        var latitude = foot - n * (sin / cos) / r * (d * d / 2 - (5 + 3 * t + 10 * c - 4 * c * c - 9 * E2 / (1 - E2)) * d * d * d * d / 24);
        var longitude = (d - (1 + 2 * t + c) * d * d * d / 6) / cos;
        return (Math.Round(CentralMeridian + longitude * (180 / Math.PI), 7), Math.Round(latitude * (180 / Math.PI), 7));
    }
}
