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

    private static readonly JsonSerializerOptions OneLine = new(Options) { WriteIndented = false };

    public static string Of<T>(T result) => JsonSerializer.Serialize(result, Options);

    /// <summary>Without line breaks, for files of one result a line.</summary>
    public static string LineOf<T>(T result) => JsonSerializer.Serialize(result, OneLine);
}
