using System.Text.Encodings.Web;
using System.Text.Json;

namespace GeoCrime.Cli;

/// <summary>Results as JSON, as every verb writes them for <c>--json</c>.</summary>
internal static class JsonResult
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of<T>(T result) => JsonSerializer.Serialize(result, Options);
}
