using System.Text.Json;
using GeoCrime.Domain;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Layers;

/// <summary>A GeoJSON feature collection that names the run behind it, streamed feature by feature.</summary>
internal sealed class FeatureCollection(Run run, IEnumerable<(Geometry Geometry, object Properties)> features) : IResult
{
    private const int FlushEvery = 1000;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/geo+json";
        var target = httpContext.Response.BodyWriter;
        // On a buffer, not on the stream: the serialiser flushes by itself, and a stream of the server refuses that.
        await using var json = new Utf8JsonWriter(target);
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
            GeoJsonWriter.WriteFeature(json, geometry, properties);
            if (++written % FlushEvery != 0)
                continue;
            // Bytes that the writer still holds lie in memory that the target takes back when it is flushed.
            json.Flush();
            await target.FlushAsync(httpContext.RequestAborted);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(httpContext.RequestAborted);
        await target.FlushAsync(httpContext.RequestAborted);
    }
}
