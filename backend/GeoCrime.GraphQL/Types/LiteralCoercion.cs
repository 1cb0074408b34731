using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Types;

/// <summary>Coerces literals to the values of an input type, in the form that <see cref="InputCoercion"/> gives.</summary>
/// <param name="variables">Coerced variables; null while a document is checked: variables are passed over and defaults left out.</param>
/// <param name="report">Called with message, node and place of every fault.</param>
internal sealed class LiteralCoercion(VariableValues? variables, Action<string, Node, ValuePath?> report)
{
    /// <summary>The coerced default of an argument or input field; null where it has none.</summary>
    public static object? Default(InputValue input) =>
        input.Default is null ? null : new LiteralCoercion(VariableValues.None, (_, _, _) => { }).Coerce(input.Default, input.Type);

    public object? Coerce(ValueNode literal, GraphType type, ValuePath? path = null)
    {
        if (literal is VariableNode variable)
            return CoerceVariable(variable, type, path);
        if (type is NonNullType nonNull)
            return literal is NullNode
                ? Refuse($"Expected value of non-null type \"{type}\" not to be null.", literal, path)
                : Coerce(literal, nonNull.Inner, path);
        if (literal is NullNode)
            return null;
        return type switch
        {
            ListType list when literal is ListNode many =>
                many.Values.Select((item, i) => Coerce(item, list.Item, new ValuePath(path, i))).ToArray(),
            ListType list => new[] { Coerce(literal, list.Item, path) },
            InputObjectType input => CoerceObject(literal, input, path),
            EnumType choice => CoerceEnum(literal, choice, path),
            _ => CoerceScalar(literal, (ScalarType)type, path),
        };
    }

    private object? CoerceVariable(VariableNode variable, GraphType type, ValuePath? path)
    {
        if (variables is null)
            return null;
        var name = variable.Name.Value;
        if (variables.TryGet(name, out var value) && (value is not null || type is not NonNullType))
            return value;
        if (type is not NonNullType)
            return null;
        return variables.TryGet(name, out _)
            ? Refuse($"Expected variable \"${name}\" provided to non-null type \"{type}\" not to be null.", variable, path)
            : Refuse($"Expected variable \"${name}\" provided to type \"{type}\" to provide a runtime value.", variable, path);
    }

    private object? CoerceObject(ValueNode literal, InputObjectType type, ValuePath? path)
    {
        if (literal is not ObjectNode map)
            return Refuse($"Expected value of type \"{type}\" to be an object, found: {literal}.", literal, path);
        var fields = new Dictionary<string, object?>();
        var given = new Dictionary<string, ObjectFieldNode>();
        foreach (var node in map.Fields)
            given[node.Name.Value] = node;
        foreach (var field in type.Fields)
        {
            if (!given.TryGetValue(field.Name, out var node))
            {
                if (field.IsRequired)
                    Refuse($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {literal}.", literal, path);
                else if (field.Default is not null && variables is not null)
                    fields[field.Name] = Default(field);
                continue;
            }
            if (node.Value is VariableNode variable && variables is not null)
            {
                if (type.IsOneOf && !CheckOneOfVariable(variable, field, type, literal, path))
                    continue;
                if (!variables.TryGet(variable.Name.Value, out _) && !field.IsRequired)
                {
                    if (field.Default is not null)
                        fields[field.Name] = Default(field);
                    continue;
                }
            }
            fields[field.Name] = Coerce(node.Value, field.Type, new ValuePath(path, field.Name));
        }
        CheckGiven(map, type, path);
        return fields;
    }

    private bool CheckOneOfVariable(VariableNode variable, InputValue field, InputObjectType type, ValueNode literal, ValuePath? path)
    {
        var given = variables!.TryGet(variable.Name.Value, out var value);
        if (given && value is not null)
            return true;
        Refuse(
            $"Expected variable \"${variable.Name}\" provided to field \"{field.Name}\" for OneOf Input Object type \"{type}\" "
            + (given ? "not to be null." : "to provide a runtime value."),
            literal,
            path);
        return false;
    }

    private void CheckGiven(ObjectNode map, InputObjectType type, ValuePath? path)
    {
        var known = new List<ObjectFieldNode>();
        foreach (var node in map.Fields)
        {
            if (type.Field(node.Name.Value) is not null)
                known.Add(node);
            else
                Refuse(InputCoercion.Unknown(type, node.Name.Value, map.ToString()), node, path);
        }
        if (!type.IsOneOf)
            return;
        if (known.Count != 1)
            Refuse(InputCoercion.OneOf(type), map, path);
        else if (known[0].Value is NullNode)
            Refuse(InputCoercion.OneOf(type), map, new ValuePath(path, known[0].Name.Value));
    }

    private object? CoerceEnum(ValueNode literal, EnumType type, ValuePath? path)
    {
        var shown = Substituted(literal).ToString();
        if (literal is not EnumNode name)
            return Refuse($"Enum \"{type}\" cannot represent non-enum value: {shown}.{Suggestions.EnumValue(type, shown)}", literal, path);
        return type.Has(name.Value)
            ? name.Value
            : Refuse($"Value \"{name.Value}\" does not exist in \"{type}\" enum.{Suggestions.EnumValue(type, name.Value)}", literal, path);
    }

    private object? CoerceScalar(ValueNode literal, ScalarType type, ValuePath? path)
    {
        try
        {
            return type.Input.FromLiteral(Substituted(literal));
        }
        catch (GraphQLException error)
        {
            return Refuse(error.Message, literal, path);
        }
        catch (FormatException error)
        {
            return Refuse($"Expected value of type \"{type}\", but encountered error \"{error.Message}\"; found: {literal}.", literal, path);
        }
    }

    // Leaf types see no variables: while a document is checked they stand for null.
    private ValueNode Substituted(ValueNode literal) => (variables ?? VariableValues.None).Substitute(literal);

    private object? Refuse(string message, Node node, ValuePath? path)
    {
        report(message, node, path);
        return null;
    }
}
