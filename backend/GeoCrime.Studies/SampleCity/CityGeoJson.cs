using System.Text.Json;

namespace GeoCrime.Studies.SampleCity;

/// <summary>The city's ground as GeoJSON (RFC 7946): WGS 84, 7 decimals, every file and feature marked synthetic.</summary>
internal static class CityGeoJson
{
    public static void WriteAreas(Stream stream, string name, CityArea[] areas) => Write(stream, name, areas, (json, area) =>
    {
        json.WriteString("code", area.Code);
        json.WriteString("name", area.Name);
        json.WriteString("district", area.District);
        json.WriteNumber("population", area.Population);
        json.WriteNumber("area_km2", Math.Round(area.SquareKilometres, 4));
    }, area => (true, area.Ring));

    public static void WriteStreets(Stream stream, Street[] streets) => Write(stream, "streets", streets, (json, street) =>
    {
        json.WriteString("name", street.Name);
        json.WriteString("class", street.Class);
    }, street => (false, street.Line));

    public static void WriteLandscape(Stream stream, LandscapeFeature[] features) => Write(
        stream, "landscape", features, (json, feature) => json.WriteString("kind", feature.Kind), feature => (true, feature.Ring));

    private static void Write<T>(
        Stream stream, string name, T[] items, Action<Utf8JsonWriter, T> properties, Func<T, (bool IsPolygon, PlanePoint[] Line)> geometry)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("name", name);
        json.WriteBoolean("synthetic", true);
        json.WriteStartArray("features");
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteStartObject("properties");
            properties(json, item);
            json.WriteBoolean("synthetic", true);
            json.WriteEndObject();
            WriteGeometry(json, geometry(item));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteGeometry(Utf8JsonWriter json, (bool IsPolygon, PlanePoint[] Line) geometry)
    {
        json.WriteStartObject("geometry");
        json.WriteString("type", geometry.IsPolygon ? "Polygon" : "LineString");
        json.WriteStartArray("coordinates");
        if (geometry.IsPolygon)
            json.WriteStartArray();
        foreach (var point in geometry.Line)
        {
            var (longitude, latitude) = OceanProjection.ToDegrees(point);
            json.WriteStartArray();
            json.WriteNumberValue(longitude);
            json.WriteNumberValue(latitude);
            json.WriteEndArray();
        }
        if (geometry.IsPolygon)
            json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
