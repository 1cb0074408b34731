using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Values of an enum and its extensions have different names (section 3.9).</summary>
internal static class UniqueEnumValueNames
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        var known = new Dictionary<(string, string), NameNode>();
        visitor.Enter<EnumTypeNode>(type =>
        {
            foreach (var value in type.Values)
                if (!known.TryAdd((type.Name.Value, value.Name.Value), value.Name))
                    context.Report(
                        $"Enum value \"{type.Name}.{value.Name}\" can only be defined once.", known[(type.Name.Value, value.Name.Value)], value.Name);
        });
    }
}
