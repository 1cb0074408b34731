using System.Text.Json;
using GeoCrime.GraphQL.Errors;

namespace GeoCrime.GraphQL.Types;

/// <summary>
/// Coerces JSON to the values of an input type (section 3, "Input Coercion"): scalars to what their parser gives, enums to
/// their name, lists to <c>object?[]</c>, input objects to a dictionary of the fields that are given or have a default.
/// </summary>
internal sealed class InputCoercion(Action<string, ValuePath?> report)
{
    /// <param name="value">Null where no value was given at all.</param>
    public object? Coerce(JsonElement? value, GraphType type, ValuePath? path = null)
    {
        if (type is NonNullType nonNull)
        {
            if (value is null)
                return Refuse($"Expected a value of non-null type \"{type}\" to be provided.", path);
            return value.Value.ValueKind == JsonValueKind.Null
                ? Refuse($"Expected value of non-null type \"{type}\" not to be null.", path)
                : Coerce(value, nonNull.Inner, path);
        }
        if (value is not { } element || element.ValueKind == JsonValueKind.Null)
            return null;
        return type switch
        {
            ListType list when element.ValueKind == JsonValueKind.Array =>
                element.EnumerateArray().Select((item, i) => Coerce(item, list.Item, new ValuePath(path, i))).ToArray(),
            ListType list => new[] { Coerce(element, list.Item, path) },
            InputObjectType input => CoerceObject(element, input, path),
            EnumType choice => CoerceEnum(element, choice, path),
            _ => CoerceScalar(element, (ScalarType)type, path),
        };
    }

    private object? CoerceObject(JsonElement value, InputObjectType type, ValuePath? path)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return Refuse($"Expected value of type \"{type}\" to be an object, found: {Inspect.Json(value)}.", path);
        var fields = new Dictionary<string, object?>();
        foreach (var field in type.Fields)
        {
            if (value.TryGetProperty(field.Name, out var given))
                fields[field.Name] = Coerce(given, field.Type, new ValuePath(path, field.Name));
            else if (field.IsRequired)
                Refuse($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {Inspect.Json(value)}.", path);
            else if (field.Default is not null)
                fields[field.Name] = LiteralCoercion.Default(field);
        }
        var known = new List<JsonProperty>();
        foreach (var given in value.EnumerateObject())
        {
            if (type.Field(given.Name) is not null)
                known.Add(given);
            else
                Refuse(Unknown(type, given.Name, Inspect.Json(value)), path);
        }
        if (type.IsOneOf && known.Count != 1)
            Refuse(OneOf(type), path);
        if (type.IsOneOf && known.Count > 0 && known[0].Value.ValueKind == JsonValueKind.Null)
            Refuse(OneOf(type), new ValuePath(path, known[0].Name));
        return fields;
    }

    private object? CoerceEnum(JsonElement value, EnumType type, ValuePath? path)
    {
        if (value.ValueKind != JsonValueKind.String)
            return Refuse(
                $"Enum \"{type}\" cannot represent non-string value: {Inspect.Json(value)}.{Suggestions.EnumValue(type, Inspect.Json(value))}", path);
        var name = value.GetString()!;
        return type.Has(name)
            ? name
            : Refuse($"Value \"{name}\" does not exist in \"{type}\" enum.{Suggestions.EnumValue(type, name)}", path);
    }

    private object? CoerceScalar(JsonElement value, ScalarType type, ValuePath? path)
    {
        try
        {
            return type.Input.FromJson(value);
        }
        catch (GraphQLException error)
        {
            return Refuse(error.Message, path);
        }
        catch (FormatException error)
        {
            return Refuse($"Expected value of type \"{type}\", but encountered error \"{error.Message}\"; found: {Inspect.Json(value)}.", path);
        }
    }

    private object? Refuse(string message, ValuePath? path)
    {
        report(message, path);
        return null;
    }

    internal static string Unknown(InputObjectType type, string field, string found)
    {
        var suggestion = Suggestions.DidYouMean(null, Suggestions.Near(field, type.Fields.Select(known => known.Name)));
        return $"Expected value of type \"{type}\" not to include unknown field \"{field}\"{(suggestion.Length > 0 ? $".{suggestion} Found" : ", found")}: {found}.";
    }

    internal static string OneOf(InputObjectType type) =>
        $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.";
}
