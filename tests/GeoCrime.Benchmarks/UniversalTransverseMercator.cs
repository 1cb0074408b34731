namespace GeoCrime.Benchmarks;

/// <summary>WGS 84 degrees to metres of a northern UTM zone.</summary>
/// <remarks>Krüger's series to third order in the third flattening (Karney 2011, Journal of Geodesy 85, eq. 35): under a millimetre in the zone.</remarks>
internal static class UniversalTransverseMercator
{
    private const double SemiMajor = 6378137, Flattening = 1 / 298.257223563, Scale = 0.9996, FalseEasting = 500000;

    public static (double X, double Y) Project(double longitude, double latitude, int zone)
    {
        const double n = Flattening / (2 - Flattening);
        const double rectifying = SemiMajor / (1 + n) * (1 + n * n / 4 + n * n * n * n / 64);
        double[] alpha =
        [
            n / 2 - 2 * n * n / 3 + 5 * n * n * n / 16,
            13 * n * n / 48 - 3 * n * n * n / 5,
            61 * n * n * n / 240,
        ];
        var eccentricity = 2 * Math.Sqrt(n) / (1 + n);
        var lambda = (longitude - (zone * 6 - 183)) * Math.PI / 180;
        var sine = Math.Sin(latitude * Math.PI / 180);
        var t = Math.Sinh(Math.Atanh(sine) - eccentricity * Math.Atanh(eccentricity * sine));
        double xi = Math.Atan2(t, Math.Cos(lambda)), eta = Math.Atanh(Math.Sin(lambda) / Math.Sqrt(1 + t * t));
        double east = eta, north = xi;
        for (var j = 1; j <= 3; j++)
        {
            east += alpha[j - 1] * Math.Cos(2 * j * xi) * Math.Sinh(2 * j * eta);
            north += alpha[j - 1] * Math.Sin(2 * j * xi) * Math.Cosh(2 * j * eta);
        }
        return (FalseEasting + Scale * rectifying * east, Scale * rectifying * north);
    }
}
