using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace GeoCrime.Cli.Benchmarks.ForGraphQL;

/// <summary>One of the thousand plain objects.</summary>
public sealed record BenchRow(string Id, string Name, string Category, int Incidents, double? Z, double P, int Bin, bool Hot);

/// <summary>One of the polygons of the layer.</summary>
public sealed record BenchCell(string Id, Geometry Geometry, int Incidents, int Bin);

/// <summary>What both servers hold in memory: made once from a seed, written to a file that both read.</summary>
public sealed record BenchRows(IReadOnlyList<BenchRow> AllRows, IReadOnlyList<BenchCell> AllCells)
{
    private const int RowCount = 1000;
    private const int CellCount = 50_000;
    private const int Columns = 250;
    private const double CellDegrees = 0.0023;
    private static readonly GeometryFactory Packed = new(PackedCoordinateSequenceFactory.DoubleFactory);
    private static readonly string[] Categories = ["burglary", "theft-from-motor-vehicle", "aggravated-assault", "robbery", "public-disorder"];

    /// <summary>Resolves <c>Query.rows</c>.</summary>
    public IEnumerable<BenchRow> Rows(int first) => AllRows.Take(first).ToList();

    /// <summary>Resolves <c>Query.cells</c>.</summary>
    public IReadOnlyList<BenchCell> Cells() => AllCells;

    /// <summary>Writes the file that both servers read, the same bytes for the same seed: a line of all rows, then a line a cell.</summary>
    public static void Make(string path, int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, RowCount).Select(number => new
        {
            id = $"row:{number}",
            name = $"Precinct {number / 7} · beat {number % 7}",
            category = Categories[random.Next(Categories.Length)],
            incidents = random.Next(2000),
            z = number % 10 == 0 ? (double?)null : (random.NextDouble() * 8) - 2,
            p = random.NextDouble(),
            bin = random.Next(-3, 4),
            hot = random.Next(2) == 0,
        });
        var cells = Enumerable.Range(0, CellCount).Select(number => new
        {
            id = $"{number % Columns}:{number / Columns}",
            geometry = new { type = "Polygon", coordinates = new[] { Hexagon(number % Columns, number / Columns) } },
            incidents = random.Next(500),
            bin = random.Next(-3, 4),
        });
        File.WriteAllLines(path, [JsonSerializer.Serialize(rows), .. cells.Select(cell => JsonSerializer.Serialize(cell))]);
    }

    public static BenchRows Read(string path)
    {
        var lines = File.ReadLines(path);
        return new BenchRows(JsonSerializer.Deserialize<BenchRow[]>(lines.First(), JsonSerializerOptions.Web)!, [.. lines.Skip(1).Select(Cell)]);
    }

    private static BenchCell Cell(string line)
    {
        using var document = JsonDocument.Parse(line);
        var cell = document.RootElement;
        double[] ring = [.. cell.GetProperty("geometry").GetProperty("coordinates")[0].EnumerateArray().SelectMany(at => at.EnumerateArray()).Select(number => number.GetDouble())];
        return new BenchCell(
            cell.GetProperty("id").GetString()!,
            Packed.CreatePolygon(PackedCoordinateSequenceFactory.DoubleFactory.Create(ring, 2, 0)),
            cell.GetProperty("incidents").GetInt32(),
            cell.GetProperty("bin").GetInt32());
    }

    // Six corners and the first again, 7 decimals as the API writes them.
    private static double[][] Hexagon(int column, int row)
    {
        var (x, y) = (-105.1 + (column * CellDegrees), 39.6 + (row * CellDegrees) + (column % 2 * CellDegrees / 2));
        return [.. Enumerable.Range(0, 7).Select(corner => (double[])
        [
            Math.Round(x + (CellDegrees * Math.Cos(corner % 6 * Math.PI / 3)), 7),
            Math.Round(y + (CellDegrees * Math.Sin(corner % 6 * Math.PI / 3)), 7),
        ])];
    }
}
