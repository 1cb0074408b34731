using System.Text.Json;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api;

/// <summary>Writes geometries (EPSG:4326, longitude first) as GeoJSON (RFC 7946), 7 decimals.</summary>
internal static class GeoJsonWriter
{
    public static void Write(Utf8JsonWriter json, Geometry geometry) => Write(json, geometry, null);

    /// <param name="toDegrees">Turns the geometry's own coordinates into degrees while they are written, so that no copy is made; null where they are degrees.</param>
    public static void Write(Utf8JsonWriter json, Geometry geometry, Func<double, double, (double Longitude, double Latitude)>? toDegrees)
    {
        if (geometry is GeometryCollection collection and not (MultiPoint or MultiLineString or MultiPolygon))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, geometry.GeometryType);
            json.WriteStartArray("geometries"u8);
            foreach (var part in collection.Geometries)
                Write(json, part, toDegrees);
            json.WriteEndArray();
            json.WriteEndObject();
            return;
        }
        using var text = new GeometryText(geometry.GeometryType, toDegrees);
        AddCoordinates(text, geometry);
        text.WriteTo(json);
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

    private static void AddCoordinates(GeometryText text, Geometry geometry)
    {
        switch (geometry)
        {
            case Point point:
                text.Position(point.X, point.Y);
                break;
            case LineString line:
                text.Positions(line.CoordinateSequence);
                break;
            case Polygon polygon:
                text.Open();
                AddCoordinates(text, polygon.ExteriorRing);
                for (var hole = 0; hole < polygon.NumInteriorRings; hole++)
                    AddCoordinates(text, polygon.GetInteriorRingN(hole));
                text.Close();
                break;
            case GeometryCollection collection:
                text.Open();
                for (var part = 0; part < collection.Count; part++)
                    AddCoordinates(text, collection[part]);
                text.Close();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(geometry), geometry.GeometryType, "GeoJSON has no such geometry.");
        }
    }
}

/// <summary>Geometries with properties, written as one feature collection.</summary>
public sealed record FeatureSet(IReadOnlyList<(Geometry Geometry, object Properties)> Features);
