using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Arguments of a field or directive have different names (sections 3.6.1 and 3.13).</summary>
internal static class UniqueArgumentDefinitionNames
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        visitor.Enter<DirectiveDefinitionNode>(directive => Check($"@{directive.Name}", directive.Arguments));
        visitor.Enter<FieldedTypeNode>(type =>
        {
            foreach (var field in type.Fields)
                Check($"{type.Name}.{field.Name}", field.Arguments);
        });

        void Check(string parent, IReadOnlyList<InputValueNode> arguments)
        {
            foreach (var group in arguments.Select(argument => argument.Name).GroupBy(name => name.Value))
                if (group.Count() > 1)
                    context.Report($"Argument \"{parent}({group.Key}:)\" can only be defined once.", group);
        }
    }
}
