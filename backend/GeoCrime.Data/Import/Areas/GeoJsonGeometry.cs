using System.Text.Json;
using NetTopologySuite.Geometries;

namespace GeoCrime.Data.Import.Areas;

/// <summary>Reads Polygon and MultiPolygon of GeoJSON (RFC 7946, section 3.1), forgiving rings that are not rings.</summary>
internal static class GeoJsonGeometry
{
    private const int FewestPoints = 4;

    /// <param name="geometry">The geometry member of a feature.</param>
    /// <param name="repairs">Takes a sentence for each ring that had to be closed or left out.</param>
    /// <returns>The polygons, possibly invalid; empty where every ring had too few points; null where it is no polygon at all.</returns>
    public static MultiPolygon? Read(JsonElement geometry, ICollection<string> repairs)
    {
        if (geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("type", out var type) || !geometry.TryGetProperty("coordinates", out var coordinates)
            || coordinates.ValueKind != JsonValueKind.Array)
            return null;
        IEnumerable<JsonElement>? polygons = type.ToString() switch
        {
            "Polygon" => [coordinates],
            "MultiPolygon" => coordinates.EnumerateArray(),
            _ => null,
        };
        return polygons is null ? null : new MultiPolygon([.. polygons.Select(polygon => Polygon(polygon, repairs)).OfType<Polygon>()]);
    }

    private static Polygon? Polygon(JsonElement rings, ICollection<string> repairs)
    {
        var read = rings.EnumerateArray().Select(ring => Ring(ring, repairs)).ToList();
        // Without its outer ring a polygon is nothing; a hole that is no ring is no hole.
        return read.Count == 0 || read[0] is not { } outer ? null : new Polygon(outer, [.. read.Skip(1).OfType<LinearRing>()]);
    }

    private static LinearRing? Ring(JsonElement points, ICollection<string> repairs)
    {
        var ring = points.EnumerateArray().Select(point => new Coordinate(point[0].GetDouble(), point[1].GetDouble())).ToList();
        if (ring.Count > 0 && !ring[0].Equals2D(ring[^1]))
        {
            ring.Add(ring[0].Copy());
            repairs.Add("a ring was not closed");
        }
        if (ring.Count >= FewestPoints)
            return new LinearRing([.. ring]);
        repairs.Add($"a ring of {ring.Count} points was left out");
        return null;
    }
}
