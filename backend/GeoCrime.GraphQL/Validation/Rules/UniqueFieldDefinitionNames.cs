using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Fields of a type and its extensions have different names (sections 3.6, 3.7 and 3.10).</summary>
internal static class UniqueFieldDefinitionNames
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        var known = new Dictionary<(string, string), NameNode>();
        visitor.Enter<FieldedTypeNode>(type => Check(type, type.Fields.Select(field => field.Name)));
        visitor.Enter<InputObjectTypeNode>(type => Check(type, type.Fields.Select(field => field.Name)));

        void Check(TypeDefinitionNode type, IEnumerable<NameNode> fields)
        {
            foreach (var field in fields)
                if (!known.TryAdd((type.Name.Value, field.Value), field))
                    context.Report($"Field \"{type.Name}.{field}\" can only be defined once.", known[(type.Name.Value, field.Value)], field);
        }
    }
}
