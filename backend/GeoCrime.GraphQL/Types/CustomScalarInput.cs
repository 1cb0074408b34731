using System.Text.Json;
using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Types;

/// <summary>The input of a custom scalar, seen by its parser as JSON whether it came as a variable or as a literal.</summary>
/// <param name="parse">Throws <see cref="FormatException"/> for what is not of the type; may keep the element.</param>
internal sealed class CustomScalarInput(Func<JsonElement, object> parse) : ScalarInput
{
    public override object FromJson(JsonElement value) => parse(value.Clone());

    public override object FromLiteral(ValueNode literal)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            Write(writer, literal);
        using var document = JsonDocument.Parse(stream.ToArray());
        return parse(document.RootElement.Clone());
    }

    private static void Write(Utf8JsonWriter writer, ValueNode literal)
    {
        switch (literal)
        {
            case IntNode number:
                writer.WriteRawValue(number.Digits);
                break;
            case FloatNode number:
                writer.WriteRawValue(number.Digits);
                break;
            case StringNode text:
                writer.WriteStringValue(text.Value);
                break;
            case EnumNode name:
                writer.WriteStringValue(name.Value);
                break;
            case BooleanNode truth:
                writer.WriteBooleanValue(truth.Value);
                break;
            case ListNode list:
                writer.WriteStartArray();
                foreach (var item in list.Values)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case ObjectNode map:
                writer.WriteStartObject();
                foreach (var field in map.Fields)
                {
                    writer.WritePropertyName(field.Name.Value);
                    Write(writer, field.Value);
                }
                writer.WriteEndObject();
                break;
            default:
                // A variable stands for null here only in documents that are checked before their variables are known.
                writer.WriteNullValue();
                break;
        }
    }
}
