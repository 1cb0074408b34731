using System.Globalization;
using System.IO.Compression;
using CsvHelper;

namespace GeoCrime.Benchmarks;

/// <summary>Positions of a city's published incidents in metres of its UTM zone, without those that carry a placeholder.</summary>
internal sealed record CityPoints(double[] X, double[] Y)
{
    /// <summary>San Francisco 2003-2015, 877,982 points.</summary>
    public static CityPoints SanFrancisco() => Read(
        ["sf_sfpd_incidents_2003_2008.csv.gz", "sf_sfpd_incidents_2009_2015.csv.gz"], "X", "Y", 10,
        (longitude, latitude) => longitude is > -122.55 and < -122.3 && latitude is > 37.6 and < 37.9);

    /// <summary>Denver 2019-2024, 394,279 points.</summary>
    public static CityPoints Denver() => Read(
        ["denver_crime_2019_2024.csv.gz"], "GEO_LON", "GEO_LAT", 13,
        (longitude, latitude) => longitude is >= -105.2 and <= -104.55 && latitude is >= 39.55 and <= 40.0);

    private static CityPoints Read(string[] files, string longitude, string latitude, int zone, Func<double, double, bool> usable)
    {
        var x = new List<double>();
        var y = new List<double>();
        foreach (var file in files)
        {
            using var text = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(DataFolder, file)), CompressionMode.Decompress));
            using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
            csv.Read();
            csv.ReadHeader();
            int east = csv.GetFieldIndex(longitude), north = csv.GetFieldIndex(latitude);
            while (csv.Read())
            {
                if (!double.TryParse(csv.GetField(east), out var lon) || !double.TryParse(csv.GetField(north), out var lat)
                    || !usable(lon, lat))
                    continue;
                var (px, py) = UniversalTransverseMercator.Project(lon, lat, zone);
                x.Add(px);
                y.Add(py);
            }
        }
        return new CityPoints([.. x], [.. y]);
    }

    /// <summary>The open data beside the checkout, or the folder that GEOCRIME_OPEN_DATA names.</summary>
    private static string DataFolder => Environment.GetEnvironmentVariable("GEOCRIME_OPEN_DATA")
        ?? Path.Combine(RepositoryRoot(), "..", "shared", "data");

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "GeoCrime.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"GeoCrime.sln is not above {AppContext.BaseDirectory}");
    }
}
