using System.Text.Json;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api;

/// <summary>Writes geometries (EPSG:4326, longitude first) as GeoJSON (RFC 7946), 7 decimals.</summary>
internal static class GeoJsonWriter
{
    private const int Decimals = 7;

    public static void Write(Utf8JsonWriter json, Geometry geometry)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, geometry.GeometryType);
        if (geometry is GeometryCollection collection and not (MultiPoint or MultiLineString or MultiPolygon))
        {
            json.WriteStartArray("geometries"u8);
            foreach (var part in collection.Geometries)
                Write(json, part);
            json.WriteEndArray();
        }
        else
        {
            json.WritePropertyName("coordinates"u8);
            WriteCoordinates(json, geometry);
        }
        json.WriteEndObject();
    }

    /// <summary>A feature collection without members of its own.</summary>
    public static void Write(Utf8JsonWriter json, FeatureSet features)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "FeatureCollection"u8);
        json.WriteStartArray("features"u8);
        foreach (var (geometry, properties) in features.Features)
            WriteFeature(json, geometry, properties);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <param name="properties">Its public properties become the feature's.</param>
    public static void WriteFeature(Utf8JsonWriter json, Geometry geometry, object properties)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WritePropertyName("geometry"u8);
        Write(json, geometry);
        json.WritePropertyName("properties"u8);
        JsonSerializer.Serialize(json, properties);
        json.WriteEndObject();
    }

    private static void WriteCoordinates(Utf8JsonWriter json, Geometry geometry)
    {
        switch (geometry)
        {
            case Point point:
                WritePosition(json, point.X, point.Y);
                break;
            case LineString line:
                WritePositions(json, line.CoordinateSequence);
                break;
            case Polygon polygon:
                json.WriteStartArray();
                WriteCoordinates(json, polygon.ExteriorRing);
                foreach (var hole in polygon.InteriorRings)
                    WriteCoordinates(json, hole);
                json.WriteEndArray();
                break;
            case GeometryCollection collection:
                json.WriteStartArray();
                foreach (var part in collection.Geometries)
                    WriteCoordinates(json, part);
                json.WriteEndArray();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(geometry), geometry.GeometryType, "GeoJSON has no such geometry.");
        }
    }

    private static void WritePositions(Utf8JsonWriter json, CoordinateSequence positions)
    {
        json.WriteStartArray();
        for (var index = 0; index < positions.Count; index++)
            WritePosition(json, positions.GetX(index), positions.GetY(index));
        json.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter json, double longitude, double latitude)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(longitude, Decimals));
        json.WriteNumberValue(Math.Round(latitude, Decimals));
        json.WriteEndArray();
    }
}

/// <summary>Geometries with properties, written as one feature collection.</summary>
public sealed record FeatureSet(IReadOnlyList<(Geometry Geometry, object Properties)> Features);
