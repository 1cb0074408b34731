namespace GeoCrime.Domain;

/// <summary>Spherical Mercator (EPSG:3857), the plane of web maps; metres at the equator.</summary>
public static class WebMercator
{
    public const double EarthRadius = 6378137;

    public static double X(double longitude) => EarthRadius * double.DegreesToRadians(longitude);

    public static double Y(double latitude) => EarthRadius * Math.Asinh(Math.Tan(double.DegreesToRadians(latitude)));

    public static double Longitude(double x) => double.RadiansToDegrees(x / EarthRadius);

    public static double Latitude(double y) => double.RadiansToDegrees(Math.Atan(Math.Sinh(y / EarthRadius)));
}
