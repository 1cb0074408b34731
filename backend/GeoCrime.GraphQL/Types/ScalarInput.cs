using System.Text.Json;
using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Types;

/// <summary>Turns the input of one scalar type into a value; the message of what cannot be turned is the client's.</summary>
internal abstract class ScalarInput
{
    /// <exception cref="GraphQLException">The value is not of this type; the message says so.</exception>
    /// <exception cref="FormatException">The same, from a custom scalar; the engine adds the type's name.</exception>
    public abstract object FromJson(JsonElement value);

    /// <param name="literal">Neither null nor a variable; holds no variables.</param>
    /// <exception cref="GraphQLException">The literal is not of this type; the message says so.</exception>
    /// <exception cref="FormatException">The same, from a custom scalar; the engine adds the type's name.</exception>
    public abstract object FromLiteral(ValueNode literal);

    public static ScalarInput For(string name) => name switch
    {
        "Int" => new IntInput(),
        "Float" => new FloatInput(),
        "String" => new StringInput(),
        "Boolean" => new BooleanInput(),
        "ID" => new IdInput(),
        _ => new CustomScalarInput(value => value),
    };

    private static GraphQLException Refuse(string message) => new(message, ErrorCodes.BadUserInput);

    private sealed class IntInput : ScalarInput
    {
        public override object FromJson(JsonElement value)
        {
            // 1.0 and 1e3 are whole numbers to JSON.
            if (value.ValueKind != JsonValueKind.Number || !double.IsInteger(value.GetDouble()))
                throw Refuse($"Int cannot represent non-integer value: {Inspect.Json(value)}");
            return value.GetDouble() is >= int.MinValue and <= int.MaxValue and var number
                ? (int)number
                : throw Refuse($"Int cannot represent non 32-bit signed integer value: {Inspect.Json(value)}");
        }

        public override object FromLiteral(ValueNode literal)
        {
            if (literal is not IntNode number)
                throw Refuse($"Int cannot represent non-integer value: {literal}");
            return int.TryParse(number.Digits, out var value)
                ? value
                : throw Refuse($"Int cannot represent non 32-bit signed integer value: {number.Digits}");
        }
    }

    private sealed class FloatInput : ScalarInput
    {
        public override object FromJson(JsonElement value) =>
            value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble())
                ? value.GetDouble()
                : throw Refuse($"Float cannot represent non numeric value: {Inspect.Json(value)}");

        public override object FromLiteral(ValueNode literal) => literal switch
        {
            IntNode number => double.Parse(number.Digits),
            FloatNode number => double.Parse(number.Digits),
            _ => throw Refuse($"Float cannot represent non numeric value: {literal}"),
        };
    }

    private sealed class StringInput : ScalarInput
    {
        public override object FromJson(JsonElement value) =>
            value.ValueKind == JsonValueKind.String
                ? value.GetString()!
                : throw Refuse($"String cannot represent a non string value: {Inspect.Json(value)}");

        public override object FromLiteral(ValueNode literal) =>
            (literal as StringNode)?.Value ?? throw Refuse($"String cannot represent a non string value: {literal}");
    }

    private sealed class BooleanInput : ScalarInput
    {
        public override object FromJson(JsonElement value) =>
            value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? value.GetBoolean()
                : throw Refuse($"Boolean cannot represent a non boolean value: {Inspect.Json(value)}");

        public override object FromLiteral(ValueNode literal) =>
            (literal as BooleanNode)?.Value ?? throw Refuse($"Boolean cannot represent a non boolean value: {literal}");
    }

    private sealed class IdInput : ScalarInput
    {
        public override object FromJson(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number when double.IsInteger(value.GetDouble()) => Inspect.Json(value),
            _ => throw Refuse($"ID cannot represent value: {Inspect.Json(value)}"),
        };

        public override object FromLiteral(ValueNode literal) => literal switch
        {
            StringNode text => text.Value,
            IntNode number => number.Digits,
            _ => throw Refuse($"ID cannot represent a non-string and non-integer value: {literal}"),
        };
    }
}
