using System.Globalization;
using System.Text.Json;
using GeoCrime.GraphQL.Execution;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Schema;

/// <summary>The contract's scalars: how they are read and written.</summary>
public static class Scalars
{
    public static Bindings AddScalars(this Bindings bind) => bind
        .AddGeoJson()
        .Scalar("Date", ReadDate, (json, date) => json.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
        .Scalar("DateTime", ReadInstant, (json, instant) => json.WriteStringValue(instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)))
        .Scalar<ReadOnlyMemory<byte>>("Base64", ReadBytes, (json, bytes) => json.WriteBase64StringValue(bytes.Span))
        .Scalar<JsonText>("JSON", element => new JsonText(element.GetRawText()), (json, text) => json.WriteRawValue(text.Text));

    /// <summary>The scalar GeoJSON alone, for other schemas.</summary>
    public static Bindings AddGeoJson(this Bindings bind) => bind
        .Scalar<Geometry>("GeoJSON", GeoJsonReader.Read, GeoJsonWriter.Write)
        .ScalarOutput<CellOutline>("GeoJSON", CellOutline.Write)
        .ScalarOutput<FeatureSet>("GeoJSON", GeoJsonWriter.Write);

    private static DateOnly ReadDate(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out var date)
            ? date
            : throw new FormatException($"{value.GetRawText()} is not a date such as \"2024-03-01\".");

    private static DateTimeOffset ReadInstant(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw new FormatException($"{value.GetRawText()} is not an instant such as \"2024-03-01T14:00:00-07:00\".");

    private static ReadOnlyMemory<byte> ReadBytes(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : throw new FormatException("The value is not base64.");
}

/// <summary>A JSON value as text, written as it is.</summary>
public readonly record struct JsonText(string Text)
{
    public static JsonText? Of(string? text) => text is null ? null : new JsonText(text);
}
