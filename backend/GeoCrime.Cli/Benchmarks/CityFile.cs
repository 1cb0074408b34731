using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using GeoCrime.Analytics.Evaluation.Places;
using GeoCrime.Domain;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.Union;

namespace GeoCrime.Cli.Benchmarks;

/// <summary>A published data set as the benchmark reads it: straight from the files, without a database.</summary>
/// <param name="Polygons">GeoJSON of the city's areas.</param>
/// <param name="Srid">UTM zone of the city.</param>
/// <param name="Box">Degrees within which a position is usable.</param>
/// <param name="Kinds">What is predicted: a name, and the category's values; none means all.</param>
internal sealed record CityFile(
    string Name, string[] Files, string Polygons, int Srid, string Date, string DateFormat, string Category, string Longitude, string Latitude,
    Envelope Box, (string Name, string[] Values)[] Kinds)
{
    private const double CellMetres = 250;

    /// <summary>Days count from here.</summary>
    public static readonly DateOnly Epoch = new(2000, 1, 1);

    public static CityFile Denver { get; } = new(
        "Denver", ["denver_crime_2019_2024.csv.gz"], "denver_neighborhoods.geojson", 32613,
        "FIRST_OCCURRENCE_DATE", "M/d/yyyy h:mm:ss tt", "OFFENSE_CATEGORY_ID", "GEO_LON", "GEO_LAT", new Envelope(-105.2, -104.55, 39.55, 40.0),
        [("burglary", ["burglary"]), ("vehicle theft", ["auto-theft"]), ("all", [])]);

    public static CityFile SanFrancisco { get; } = new(
        "San Francisco", ["sf_sfpd_incidents_2003_2008.csv.gz", "sf_sfpd_incidents_2009_2015.csv.gz"], "sf_analysis_neighborhoods.geojson", 32610,
        "Date", "yyyy-MM-dd HH:mm:ss", "Category", "X", "Y", new Envelope(-122.55, -122.3, 37.6, 37.9),
        [("burglary", ["BURGLARY"]), ("vehicle theft", ["VEHICLE THEFT"]), ("all", [])]);

    /// <summary>All files that reading takes.</summary>
    public IEnumerable<string> Needs => Files.Append(Polygons);

    /// <summary>The cells of 250 m from the south-west corner of the areas' box whose centre lies in them.</summary>
    public PlaceLattice Lattice(string folder)
    {
        var projection = UtmProjection.Of(Srid);
        using var areas = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, Polygons)));
        var city = UnaryUnionOp.Union(areas.RootElement.GetProperty("features").EnumerateArray()
            .Select(area => projection.ToMetres(Shape(area.GetProperty("geometry"))).Buffer(0)).ToList());
        var box = city.EnvelopeInternal;
        int columns = (int)Math.Ceiling(box.Width / CellMetres), rows = (int)Math.Ceiling(box.Height / CellMetres);
        var inside = PreparedGeometryFactory.Prepare(city);
        var kept = new bool[columns * rows];
        for (var square = 0; square < kept.Length; square++)
            kept[square] = inside.Contains(new Point(box.MinX + (square % columns + 0.5) * CellMetres, box.MinY + (square / columns + 0.5) * CellMetres));
        return new PlaceLattice(columns, rows, box.MinX, box.MinY, CellMetres, kept);
    }

    /// <summary>Events with a usable position. Days count from <see cref="Epoch"/>, fractions are the time of day.</summary>
    public (double[] Days, double[] X, double[] Y, string[] Categories) Read(string folder)
    {
        var projection = UtmProjection.Of(Srid);
        var (days, x, y, categories) = (new List<double>(), new List<double>(), new List<double>(), new List<string>());
        foreach (var file in Files)
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, file)), CompressionMode.Decompress));
            // Denver's rows without a position end early.
            using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { MissingFieldFound = null, BadDataFound = null });
            csv.Read();
            csv.ReadHeader();
            int date = csv.GetFieldIndex(Date), category = csv.GetFieldIndex(Category), east = csv.GetFieldIndex(Longitude), north = csv.GetFieldIndex(Latitude);
            while (csv.Read())
            {
                if (!double.TryParse(csv.GetField(east), CultureInfo.InvariantCulture, out var longitude)
                    || !double.TryParse(csv.GetField(north), CultureInfo.InvariantCulture, out var latitude) || !Box.Contains(longitude, latitude))
                    continue;
                var when = DateTime.ParseExact(csv.GetField(date)!, DateFormat, CultureInfo.InvariantCulture);
                var (px, py) = projection.ToMetres(longitude, latitude);
                days.Add((when - Epoch.ToDateTime(default)).TotalDays);
                x.Add(px);
                y.Add(py);
                categories.Add(string.Intern(csv.GetField(category)!));
            }
        }
        return ([.. days], [.. x], [.. y], [.. categories]);
    }

    private static MultiPolygon Shape(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates");
        return new MultiPolygon([.. (geometry.GetProperty("type").GetString() == "Polygon" ? [coordinates] : coordinates.EnumerateArray().ToList())
            .Select(rings => rings.EnumerateArray().Select(ring => new LinearRing(
                [.. ring.EnumerateArray().Select(corner => new Coordinate(corner[0].GetDouble(), corner[1].GetDouble()))])).ToList())
            .Select(rings => new Polygon(rings[0], [.. rings.Skip(1)]))]);
    }
}
