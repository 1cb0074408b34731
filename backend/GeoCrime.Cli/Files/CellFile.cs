using System.Globalization;
using GeoCrime.Analytics.Neighbours;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace GeoCrime.Cli.Files;

/// <summary>Units of analysis from a CSV: cells of a regular grid (x, y of their centres) or polygons (wkt).</summary>
internal sealed class CellFile
{
    private readonly CsvTable table;
    private readonly double[] x;
    private readonly double[] y;
    private readonly Geometry[]? shapes;

    private CellFile(CsvTable table)
    {
        this.table = table;
        if (table.Has("wkt"))
        {
            shapes = [.. table.Text("wkt").Select(Shape)];
            (x, y) = ([.. shapes.Select(shape => shape.Centroid.X)], [.. shapes.Select(shape => shape.Centroid.Y)]);
        }
        else if (table.Has("x") && table.Has("y"))
        {
            (x, y) = (table.Numbers("x"), table.Numbers("y"));
        }
        else
        {
            throw new UsageException($"A cells file has columns x and y (a regular grid), or wkt; this one has: {string.Join(", ", table.Header)}.");
        }
    }

    public static CellFile Read(string path) => new(CsvTable.Read(path));

    public double[] Values(string column) => table.Numbers(column);

    /// <summary>queen, knn:K or distance:METRES; each unit is its own neighbour.</summary>
    public SpatialWeights Weights(string kind)
    {
        var parts = kind.Split(':');
        var weights = parts switch
        {
            ["queen"] => shapes is null ? GridQueen() : PolygonContiguity.Queen([.. shapes.Select(Rings)]),
            ["knn", var k] when int.TryParse(k, out var count) => NearestNeighbours.Find(x, y, count),
            ["distance", var metres] when double.TryParse(metres, NumberStyles.Float, CultureInfo.InvariantCulture, out var distance) => DistanceBand.Within(x, y, distance),
            _ => throw new UsageException($"--weights '{kind}' is none of queen, knn:K and distance:METRES."),
        };
        return weights.WithSelf();
    }

    private SpatialWeights GridQueen()
    {
        var side = Math.Min(Step(x), Step(y));
        if (!double.IsFinite(side))
            side = 1;
        var (west, south) = (x.DefaultIfEmpty().Min(), y.DefaultIfEmpty().Min());
        var cells = new GridCell[x.Length];
        for (var row = 0; row < cells.Length; row++)
        {
            var (column, line) = ((x[row] - west) / side, (y[row] - south) / side);
            if (Math.Abs(column - Math.Round(column)) > 0.01 || Math.Abs(line - Math.Round(line)) > 0.01)
                throw new UsageException($"Row {row + 1}: ({x[row]}, {y[row]}) is not on the grid of {side} m that the other cells form; use knn:K or distance:METRES.");
            cells[row] = new GridCell((int)Math.Round(column), (int)Math.Round(line));
        }
        return new CellUnits<SquareGrid>(new SquareGrid(side), cells).Contiguity();
    }

    /// <summary>The smallest distance between two different coordinates.</summary>
    private static double Step(double[] values)
    {
        var distinct = values.Distinct().Order().ToArray();
        return distinct.Zip(distinct.Skip(1), (low, high) => high - low).DefaultIfEmpty(double.PositiveInfinity).Min();
    }

    private static Geometry Shape(string wkt, int row)
    {
        try
        {
            return new WKTReader().Read(wkt);
        }
        catch (Exception error) when (error is ParseException or ArgumentException)
        {
            throw new UsageException($"Row {row + 1}: the wkt cannot be read: {error.Message}");
        }
    }

    private static double[][] Rings(Geometry shape)
    {
        var rings = new List<double[]>();
        for (var part = 0; part < shape.NumGeometries; part++)
            if (shape.GetGeometryN(part) is Polygon polygon)
                rings.AddRange(polygon.InteriorRings.Append(polygon.ExteriorRing).Select(ring => ring.Coordinates.SelectMany(corner => new[] { corner.X, corner.Y }).ToArray()));
        return [.. rings];
    }
}
