using GeoCrime.Analytics.Neighbours;
using GeoCrime.Api.Schema;
using GeoCrime.Domain;
using GeoCrime.Studies.Hotspots;
using NetTopologySuite.Geometries;

namespace GeoCrime.Cli.Benchmarks.ForGraphQL;

/// <summary>A finished analysis of 100,000 hot-spot cells, as the API serves it; the figures in it are random.</summary>
internal sealed class HotspotLayer
{
    public const string Query = "{ cells { id geometry incidents z p exactP bin } }";

    public const string Sdl = """
        scalar GeoJSON
        type Query { cells: [HotspotCell!]! }
        type HotspotCell { id: ID! geometry: GeoJSON! incidents: Int! z: Float p: Float exactP: Float bin: Int! }
        """;

    private const int Count = 100_000;
    private const int Columns = 400;

    private readonly HotspotResult result = Make();

    /// <summary>Resolves <c>Query.cells</c>.</summary>
    public IReadOnlyList<HotspotCellNode> Cells() => HotspotLayerNode.Nodes(result, result.Units);

    private static HotspotResult Make()
    {
        var (projection, grid, random) = (UtmProjection.Of(32613), new HexGrid(100), new Random(1));
        var (x, y) = projection.ToMetres(-105.2, 39.5);
        var first = grid.CellAt(x, y);
        var units = new HotspotUnits([], Outline, SpatialWeights.FromLists([]), _ => [], (_, _) => -1, null);
        return new HotspotResult(
            projection, units,
            [.. Enumerable.Range(0, Count).Select(number => new HotspotCell(number, $"c{number}", random.Next(50), random.NextDouble(), random.NextDouble(), random.NextDouble(), null, 0))], []);

        Polygon Outline(int number)
        {
            var corners = grid.Corners(new GridCell(first.Column + (number % Columns), first.Row + (number / Columns)));
            return new Polygon(new LinearRing([.. corners.Append(corners[0]).Select(corner => new Coordinate(corner.X, corner.Y))]));
        }
    }
}
