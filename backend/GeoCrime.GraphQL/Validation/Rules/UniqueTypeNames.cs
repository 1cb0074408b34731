using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Types have different names (section 3.3).</summary>
internal static class UniqueTypeNames
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        var known = new Dictionary<string, NameNode>();
        visitor.Enter<TypeDefinitionNode>(type =>
        {
            if (!type.IsExtension && !known.TryAdd(type.Name.Value, type.Name))
                context.Report($"There can be only one type named \"{type.Name}\".", known[type.Name.Value], type.Name);
        });
    }
}
