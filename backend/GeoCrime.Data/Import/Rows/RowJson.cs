using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GeoCrime.Data.Import.Reading;

namespace GeoCrime.Data.Import.Rows;

/// <summary>Writes some columns of a row as one JSON object; blank ones are left out.</summary>
/// <param name="members">Member name → index of the column.</param>
internal sealed class RowJson(IReadOnlyList<(string Name, int Column)> members)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly (JsonEncodedText Name, int Column)[] members =
        [.. members.Select(member => (JsonEncodedText.Encode(member.Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping), member.Column))];
    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    /// <returns>The object's text, or null where all columns are blank.</returns>
    public string? Of(SourceRows row)
    {
        buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(buffer, Options);
        var empty = true;
        writer.WriteStartObject();
        foreach (var (name, column) in members)
        {
            var text = row.Field(column);
            if (text.Length == 0)
                continue;
            writer.WriteString(name, text);
            empty = false;
        }
        writer.WriteEndObject();
        writer.Flush();
        return empty ? null : Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
