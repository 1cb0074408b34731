using System.Text.Json;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>The convention between enums: <c>SAME_WINDOW_LAST_YEAR</c> in the schema, <c>SameWindowLastYear</c> in C#.</summary>
internal static class EnumNames
{
    /// <summary>The schema's name without underscores and case; the C# member's name agrees with it so.</summary>
    public static string Key(string name) => name.Replace("_", "").ToUpperInvariant();

    /// <summary>Why the CLR enum does not fit: the first value without its counterpart. Null when it fits.</summary>
    public static string? Misfit(EnumType type, Type clrType)
    {
        var members = Enum.GetNames(clrType).Select(Key).ToHashSet();
        if (type.Values.FirstOrDefault(value => !members.Contains(Key(value.Name))) is { } missing)
            return $"{clrType.Name} has no member for the enum value {type.Name}.{missing.Name}";
        return null;
    }

    public static Dictionary<string, object> ByName(EnumType type, Type clrType) =>
        type.Values.ToDictionary(
            value => value.Name,
            value => Enum.Parse(clrType, Enum.GetNames(clrType).First(member => Key(member) == Key(value.Name))));
}

/// <summary>Writes enum members under their schema names; a member that the schema lacks is a problem of the resolver.</summary>
internal sealed class EnumLeafWriter<T>(EnumType type) : LeafWriter<T>
    where T : struct, Enum
{
    private readonly Dictionary<T, JsonEncodedText> _names =
        EnumNames.ByName(type, typeof(T)).ToDictionary(entry => (T)entry.Value, entry => JsonEncodedText.Encode(entry.Key));

    public override string? Problem(T value) => _names.ContainsKey(value) ? null : $"Enum \"{type}\" cannot represent value: {value}";

    public override void Write(Utf8JsonWriter writer, T value) => writer.WriteStringValue(_names[value]);
}
