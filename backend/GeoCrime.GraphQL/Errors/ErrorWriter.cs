using System.Text.Json;

namespace GeoCrime.GraphQL.Errors;

/// <summary>Writes errors in the form of section 7.1.2.</summary>
public static class ErrorWriter
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static void Write(Utf8JsonWriter json, GraphQLError error)
    {
        json.WriteStartObject();
        json.WriteString("message"u8, error.Message);
        if (error.Locations.Count > 0)
        {
            json.WriteStartArray("locations"u8);
            foreach (var location in error.Locations)
            {
                json.WriteStartObject();
                json.WriteNumber("line"u8, location.Line);
                json.WriteNumber("column"u8, location.Column);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (error.Path is not null)
        {
            json.WriteStartArray("path"u8);
            foreach (var key in error.Path)
                if (key is int index)
                    json.WriteNumberValue(index);
                else
                    json.WriteStringValue((string)key);
            json.WriteEndArray();
        }
        json.WriteStartObject("extensions"u8);
        json.WriteString("code"u8, error.Code);
        foreach (var (name, value) in error.Extensions ?? new Dictionary<string, object?>())
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value, Web);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
