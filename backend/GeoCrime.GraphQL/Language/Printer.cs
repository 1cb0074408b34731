namespace GeoCrime.GraphQL.Language;

/// <summary>Prints syntax trees as source text; what is printed parses to an equal tree.</summary>
public static partial class Printer
{
    /// <summary>A value on one line, as error messages quote it.</summary>
    public static string Print(ValueNode value) => value switch
    {
        VariableNode variable => $"${variable.Name}",
        IntNode number => number.Digits,
        FloatNode number => number.Digits,
        StringNode { IsBlock: true } text when BlockString.CanHold(text.Value) => BlockString.Print(text.Value),
        StringNode text => Quote(text.Value),
        BooleanNode { Value: true } => "true",
        BooleanNode => "false",
        NullNode => "null",
        EnumNode name => name.Value,
        ListNode list => $"[{string.Join(", ", list.Values.Select(Print))}]",
        ObjectNode { Fields.Count: 0 } => "{}",
        ObjectNode map => $"{{ {string.Join(", ", map.Fields.Select(field => $"{field.Name}: {Print(field.Value)}"))} }}",
        _ => throw new ArgumentException($"{value.GetType().Name} is not a value.", nameof(value)),
    };

    public static string Keyword(OperationKind operation) => operation switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        _ => "subscription",
    };

    /// <summary>A quoted string with the escapes of section 2.9.4.</summary>
    public static string Quote(string value)
    {
        var text = new System.Text.StringBuilder(value.Length + 2).Append('"');
        foreach (var code in value)
            _ = code switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' or (>= '\u007F' and <= '\u009F') => text.Append($"\\u{(int)code:X4}"),
                _ => text.Append(code),
            };
        return text.Append('"').ToString();
    }
}
