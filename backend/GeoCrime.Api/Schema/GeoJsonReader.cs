using System.Text.Json;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Schema;

/// <summary>Reads GeoJSON polygons (RFC 7946) from input.</summary>
internal static class GeoJsonReader
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <exception cref="FormatException">It is no valid Polygon or MultiPolygon; the message says what is wrong.</exception>
    public static Geometry Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("type", out var type) || !value.TryGetProperty("coordinates", out var coordinates))
            throw new FormatException("A GeoJSON geometry is an object with type and coordinates.");
        try
        {
            Geometry geometry = type.GetString() switch
            {
                "Polygon" => Polygon(coordinates),
                "MultiPolygon" => Factory.CreateMultiPolygon([.. coordinates.EnumerateArray().Select(Polygon)]),
                var other => throw new FormatException($"A Polygon or MultiPolygon is needed, not '{other}'."),
            };
            return geometry.IsValid ? geometry : throw new FormatException("The polygon is not valid: its rings cross or touch themselves.");
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            throw new FormatException($"The coordinates are not those of a polygon: {error.Message}", error);
        }
    }

    private static Polygon Polygon(JsonElement rings)
    {
        var closed = rings.EnumerateArray().Select(ring => Factory.CreateLinearRing([.. ring.EnumerateArray().Select(position => new Coordinate(position[0].GetDouble(), position[1].GetDouble()))])).ToList();
        return closed.Count > 0 ? Factory.CreatePolygon(closed[0], [.. closed.Skip(1)]) : throw new FormatException("A polygon needs at least one ring.");
    }
}
