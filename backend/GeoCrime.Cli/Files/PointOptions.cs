using System.CommandLine;
using GeoCrime.Domain;

namespace GeoCrime.Cli.Files;

/// <summary>The options --points with --x and --y (metres) or --lon and --lat, shared by the verbs that read points.</summary>
internal sealed class PointOptions
{
    private readonly Option<string> points = new("--points") { Description = "CSV of points, plain or gzip.", Required = true };
    private readonly Option<string?> x = new("--x") { Description = "Column of x, metres." };
    private readonly Option<string?> y = new("--y") { Description = "Column of y, metres." };
    private readonly Option<string?> longitude = new("--lon") { Description = "Column of longitude, degrees; points are projected to the UTM zone of their middle." };
    private readonly Option<string?> latitude = new("--lat") { Description = "Column of latitude, degrees." };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[points, x, y, longitude, latitude])
            command.Options.Add(option);
    }

    /// <summary>Another column of the same file, as numbers.</summary>
    public double[] Column(ParseResult arguments, string name) => CsvTable.Read(arguments.GetRequiredValue(points)).Numbers(name);

    /// <returns>Metres, and the EPSG code where positions were projected.</returns>
    public (double[] X, double[] Y, int? Srid) Read(ParseResult arguments) => Read(arguments, CsvTable.Read(arguments.GetRequiredValue(points)));

    /// <summary>The points with a column of days (<see cref="DateOnly.DayNumber"/>).</summary>
    public (double[] X, double[] Y, int[] Days) ReadDated(ParseResult arguments, string time)
    {
        var table = CsvTable.Read(arguments.GetRequiredValue(points));
        var (x, y, _) = Read(arguments, table);
        return (x, y, [.. table.Dates(time).Select(date => date.DayNumber)]);
    }

    /// <summary>Positions of another file with the same columns, in the same plane.</summary>
    /// <param name="srid">The zone that the points were projected to; null where they are metres, or there are none.</param>
    public (double[] X, double[] Y) ReadAlike(ParseResult arguments, string path, int? srid)
    {
        var (x, y, _) = Read(arguments, CsvTable.Read(path), srid);
        return (x, y);
    }

    private (double[] X, double[] Y, int? Srid) Read(ParseResult arguments, CsvTable table, int? zone = null)
    {
        var (xName, yName) = (arguments.GetValue(x), arguments.GetValue(y));
        var (longitudeName, latitudeName) = (arguments.GetValue(longitude), arguments.GetValue(latitude));
        if (xName is not null && yName is not null && longitudeName is null && latitudeName is null)
            return (table.Numbers(xName), table.Numbers(yName), null);
        if (xName is not null || yName is not null || longitudeName is null || latitudeName is null)
            throw new UsageException("Name the columns: --x and --y (metres), or --lon and --lat (degrees).");
        return Project(table.Numbers(longitudeName), table.Numbers(latitudeName), zone);
    }

    private static (double[] X, double[] Y, int? Srid) Project(double[] longitudes, double[] latitudes, int? zone)
    {
        if (longitudes.Length == 0)
            return ([], [], null);
        for (var row = 0; row < longitudes.Length; row++)
            if (Math.Abs(longitudes[row]) > 180 || Math.Abs(latitudes[row]) > 90)
                throw new UsageException($"Row {row + 1}: ({longitudes[row]}, {latitudes[row]}) is no longitude and latitude.");
        var srid = zone ?? UtmProjection.ZoneOf(longitudes.Order().ElementAt(longitudes.Length / 2), latitudes.Order().ElementAt(latitudes.Length / 2));
        var projection = UtmProjection.Of(srid);
        var (x, y) = (new double[longitudes.Length], new double[longitudes.Length]);
        for (var row = 0; row < x.Length; row++)
            (x[row], y[row]) = projection.ToMetres(longitudes[row], latitudes[row]);
        return (x, y, srid);
    }
}
