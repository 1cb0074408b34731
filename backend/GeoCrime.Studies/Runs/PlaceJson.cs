using System.Text.Json;
using System.Text.Json.Serialization;
using GeoCrime.Domain;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace GeoCrime.Studies.Runs;

/// <summary>A place as JSON: {"areas":[kind, codes…]}, {"polygon":WKT} or {"near":[longitude, latitude, metres]}.</summary>
internal sealed class PlaceJson : JsonConverter<Place>
{
    public override Place Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            var part = document.RootElement.EnumerateObject().Single();
            return part.Name switch
            {
                "areas" => new Place.InAreas(part.Value[0].GetString()!, [.. part.Value.EnumerateArray().Skip(1).Select(code => code.GetString()!)]),
                "polygon" => new Place.InPolygon(Polygon(part.Value.GetString()!)),
                "near" => new Place.Near(part.Value[0].GetDouble(), part.Value[1].GetDouble(), part.Value[2].GetDouble()),
                _ => throw new JsonException($"'{part.Name}' is no place; areas, polygon and near are."),
            };
        }
        catch (Exception error) when (error is InvalidOperationException or IndexOutOfRangeException or ArgumentException or ParseException)
        {
            throw new JsonException("The place cannot be read.", error);
        }
    }

    private static Geometry Polygon(string text) => new WKTReader().Read(text) is { OgcGeometryType: OgcGeometryType.Polygon or OgcGeometryType.MultiPolygon, IsValid: true } polygon
        ? polygon
        : throw new JsonException("The place's polygon is no valid Polygon or MultiPolygon.");

    public override void Write(Utf8JsonWriter writer, Place value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case Place.InAreas areas:
                writer.WriteStartArray("areas");
                writer.WriteStringValue(areas.Kind);
                foreach (var code in areas.Codes)
                    writer.WriteStringValue(code);
                writer.WriteEndArray();
                break;
            case Place.InPolygon polygon:
                writer.WriteString("polygon", polygon.Polygon.AsText());
                break;
            case Place.Near near:
                writer.WriteStartArray("near");
                writer.WriteNumberValue(near.Longitude);
                writer.WriteNumberValue(near.Latitude);
                writer.WriteNumberValue(near.Metres);
                writer.WriteEndArray();
                break;
        }
        writer.WriteEndObject();
    }
}
