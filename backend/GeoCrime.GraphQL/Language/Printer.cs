using System.Text;

namespace GeoCrime.GraphQL.Language;

/// <summary>Prints syntax trees as source text; what is printed parses to an equal tree. Cost O(length × depth).</summary>
public static partial class Printer
{
    private const int MaxLine = 80;

    /// <summary>Any node, on as many lines as it takes; without a line break at the end.</summary>
    public static string Print(Node node) => node switch
    {
        NameNode name => name.Value,
        DocumentNode document => string.Join("\n\n", document.Definitions.Select(Print)),
        OperationNode operation => PrintOperation(operation),
        FragmentNode fragment =>
            $"{Described(fragment.Description)}fragment {fragment.Name} on {fragment.TypeCondition}{Spaced(fragment.Directives)} {Print(fragment.SelectionSet)}",
        VariableDefinitionNode variable =>
            $"{Described(variable.Description)}{Print(variable.Variable)}: {variable.Type}{Default(variable.DefaultValue)}{Spaced(variable.Directives)}",
        SelectionSetNode set => Block(set.Selections),
        FieldNode field => PrintField(field),
        FragmentSpreadNode spread => $"...{spread.Name}{Spaced(spread.Directives)}",
        InlineFragmentNode inline =>
            $"...{(inline.TypeCondition is null ? "" : $" on {inline.TypeCondition}")}{Spaced(inline.Directives)} {Print(inline.SelectionSet)}",
        ArgumentNode argument => $"{argument.Name}: {Print(argument.Value)}",
        DirectiveNode directive => $"@{directive.Name}{Wrapped("(", directive.Arguments, ", ", ")")}",
        ValueNode value => PrintValue(value),
        ObjectFieldNode field => $"{field.Name}: {Print(field.Value)}",
        TypeNode type => type.ToString()!,
        _ => PrintTypeSystem(node),
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
        var text = new StringBuilder(value.Length + 2).Append('"');
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

    private static string PrintField(FieldNode field)
    {
        var name = field.Alias is null ? field.Name.Value : $"{field.Alias}: {field.Name}";
        var set = field.SelectionSet is null ? "" : $" {Print(field.SelectionSet)}";
        return $"{Call(name, field.Arguments)}{Spaced(field.Directives)}{set}";
    }

    private static string PrintOperation(OperationNode operation)
    {
        var variables = operation.Variables.Select(Print).ToList();
        var list = variables.Any(variable => variable.Contains('\n'))
            ? $"(\n{string.Join('\n', variables)}\n)"
            : variables.Count > 0 ? $"({string.Join(", ", variables)})" : "";
        var name = operation.Name is null && list.Length == 0 ? "" : $" {operation.Name}{list}";
        var head = $"{Described(operation.Description)}{Keyword(operation.Operation)}{name}{Spaced(operation.Directives)}";
        return head == "query" ? Print(operation.SelectionSet) : $"{head} {Print(operation.SelectionSet)}";
    }

    private static string PrintValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                return $"${variable.Name}";
            case IntNode number:
                return number.Digits;
            case FloatNode number:
                return number.Digits;
            case StringNode text:
                return text.IsBlock ? BlockString.Print(text.Value) : Quote(text.Value);
            case BooleanNode truth:
                return truth.Value ? "true" : "false";
            case EnumNode name:
                return name.Value;
            case ListNode list:
                var items = list.Values.Select(Print).ToList();
                var line = $"[{string.Join(", ", items)}]";
                return line.Length > MaxLine ? $"[\n{Indent(string.Join('\n', items))}\n]" : line;
            case ObjectNode map:
                var fields = $"{{ {string.Join(", ", map.Fields.Select(Print))} }}";
                return fields.Length > MaxLine ? Block(map.Fields) : fields;
            default:
                return "null";
        }
    }

    private static string Call(string name, IReadOnlyList<ArgumentNode> arguments)
    {
        var line = name + Wrapped("(", arguments, ", ", ")");
        return line.Length > MaxLine && arguments.Count > 0 ? $"{name}(\n{Indent(string.Join('\n', arguments.Select(Print)))}\n)" : line;
    }

    private static string Block(IReadOnlyList<Node> nodes) => nodes.Count == 0 ? "" : $"{{\n{Indent(string.Join('\n', nodes.Select(Print)))}\n}}";

    private static string Wrapped(string open, IReadOnlyList<Node> nodes, string separator, string close) =>
        nodes.Count == 0 ? "" : $"{open}{string.Join(separator, nodes.Select(Print))}{close}";

    private static string Spaced(IReadOnlyList<DirectiveNode> directives) => Wrapped(" ", directives, " ", "");

    private static string Described(StringNode? description) => description is null ? "" : Print(description) + "\n";

    private static string Default(ValueNode? value) => value is null ? "" : $" = {Print(value)}";

    private static string Indent(string text) => "  " + text.Replace("\n", "\n  ");
}
