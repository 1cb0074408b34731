using System.Text.Json;
using GeoCrime.Domain;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Layers;

/// <summary>A GeoJSON feature collection that names the run behind it, streamed feature by feature.</summary>
internal static class FeatureCollection
{
    private const int FlushEvery = 1000;

    public static IResult Answer(Run run, IEnumerable<(Geometry Geometry, object Properties)> features) =>
        Results.Stream(stream => WriteAsync(stream, run, features), "application/geo+json");

    private static async Task WriteAsync(Stream stream, Run run, IEnumerable<(Geometry Geometry, object Properties)> features)
    {
        await using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartObject("geocrime");
        json.WriteString("describes", "reported incidents");
        json.WriteString("run", run.Id);
        json.WriteString("dataVersion", run.DatasetVersion);
        json.WriteString("codeVersion", run.CodeVersion);
        json.WritePropertyName("parameters");
        json.WriteRawValue(run.Parameters);
        json.WriteEndObject();
        json.WriteStartArray("features");
        var written = 0;
        foreach (var (geometry, properties) in features)
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WritePropertyName("geometry");
            GeoJsonWriter.Write(json, geometry);
            json.WritePropertyName("properties");
            JsonSerializer.Serialize(json, properties);
            json.WriteEndObject();
            if (++written % FlushEvery == 0)
                await json.FlushAsync();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
