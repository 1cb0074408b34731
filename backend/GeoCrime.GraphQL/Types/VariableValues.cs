using System.Text.Json;
using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Types;

/// <summary>The coerced variables of one request (section 6.1.2).</summary>
internal sealed class VariableValues
{
    private readonly Dictionary<string, object?> _coerced = [];
    private readonly Dictionary<string, Func<ValueNode>> _literals = [];

    public static VariableValues None { get; } = new();

    /// <summary>False where the variable was not given and has no default.</summary>
    public bool TryGet(string name, out object? value) => _coerced.TryGetValue(name, out value);

    public void Set(string name, object? coerced, JsonElement given)
    {
        _coerced[name] = coerced;
        _literals[name] = () => ToLiteral(given);
    }

    public void SetDefault(string name, object? coerced, ValueNode literal)
    {
        _coerced[name] = coerced;
        _literals[name] = () => literal;
    }

    /// <summary>The literal with variables replaced by their values; custom scalars may hold variables inside.</summary>
    public ValueNode Substitute(ValueNode literal) => literal switch
    {
        VariableNode variable => _literals.GetValueOrDefault(variable.Name.Value)?.Invoke() ?? new NullNode(variable.Location),
        ListNode list => new ListNode(list.Location, [.. list.Values.Select(Substitute)]),
        ObjectNode map => new ObjectNode(
            map.Location,
            [
                .. map.Fields
                    .Where(field => field.Value is not VariableNode variable || _literals.ContainsKey(variable.Name.Value))
                    .Select(field => new ObjectFieldNode(field.Location, field.Name, Substitute(field.Value))),
            ]),
        _ => literal,
    };

    private static ValueNode ToLiteral(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new StringNode(default, value.GetString()!, isBlock: false),
        JsonValueKind.Number => new FloatNode(default, value.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => new BooleanNode(default, value.GetBoolean()),
        JsonValueKind.Array => new ListNode(default, [.. value.EnumerateArray().Select(ToLiteral)]),
        JsonValueKind.Object => new ObjectNode(
            default,
            [.. value.EnumerateObject().Select(entry => new ObjectFieldNode(default, new NameNode(default, entry.Name), ToLiteral(entry.Value)))]),
        _ => new NullNode(default),
    };
}
