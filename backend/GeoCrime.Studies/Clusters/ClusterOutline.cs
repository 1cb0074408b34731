using GeoCrime.Domain;
using NetTopologySuite.Algorithm.Hull;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Clusters;

/// <summary>Describes one cluster from its members.</summary>
internal static class ClusterOutline
{
    /// <summary>Edges of the hull longer than this many radii are cut inwards, as long as the hull stays whole.</summary>
    private const double LongestEdgeInEpsilons = 2;
    private const double SimplifyInEpsilons = 0.1;
    private const int MostCategories = 3;

    public static Cluster Describe(IncidentColumns columns, int id, IReadOnlyList<(IncidentChunk Chunk, int Row)> members, double probability, double epsilonMetres)
    {
        var projection = columns.Jurisdiction.Projection;
        var positions = members.Select(each => new Coordinate(each.Chunk.X[each.Row] / 100.0, each.Chunk.Y[each.Row] / 100.0)).ToArray();
        var hull = Outline(positions, epsilonMetres);
        var centroid = new Point(positions.Average(position => position.X), positions.Average(position => position.Y));
        var hours = members.Select(each => (each.Chunk.Day[each.Row] * 24) + each.Chunk.Hour[each.Row]).ToList();
        return new Cluster(
            id,
            members.Count,
            (Point)projection.ToDegrees(centroid),
            projection.ToDegrees(hull),
            hull.Area / 1e6,
            Local(hours.Min(), columns.Jurisdiction.Zone),
            Local(hours.Max(), columns.Jurisdiction.Zone),
            [.. members.CountBy(each => each.Chunk.Category[each.Row]).OrderByDescending(count => count.Value).ThenBy(count => count.Key)
                .Take(MostCategories).Select(count => (columns.Categories[count.Key], count.Value))],
            [.. Enumerable.Range(0, 24).Select(hour => members.Count(each => each.Chunk.Hour[each.Row] == hour))],
            probability);
    }

    private static Geometry Outline(Coordinate[] positions, double epsilonMetres)
    {
        var points = GeometryFactory.Default.CreateMultiPointFromCoords([.. positions.Distinct()]);
        var hull = points.NumGeometries < 3 ? points.ConvexHull() : ConcaveHull.ConcaveHullByLength(points, LongestEdgeInEpsilons * epsilonMetres);
        // Members on one line or corner have no area of their own; half a radius around them is what the cluster stands for.
        var wide = hull.Buffer(epsilonMetres / 2, quadrantSegments: 4);
        return NetTopologySuite.Simplify.TopologyPreservingSimplifier.Simplify(wide, SimplifyInEpsilons * epsilonMetres);
    }

    private static DateTimeOffset Local(int hours, TimeZoneInfo zone) =>
        zone.At(DateOnly.FromDayNumber(hours / 24).ToDateTime(new TimeOnly(hours % 24, 0)));
}
