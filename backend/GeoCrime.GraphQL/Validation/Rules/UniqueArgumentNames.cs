using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Arguments of a field or directive have different names (section 5.4.2).</summary>
internal static class UniqueArgumentNames
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        visitor.Enter<FieldNode>(field => Check(context, field.Arguments));
        visitor.Enter<DirectiveNode>(directive => Check(context, directive.Arguments));
    }

    private static void Check(ValidationContext context, IReadOnlyList<ArgumentNode> arguments)
    {
        foreach (var group in arguments.Select(argument => argument.Name).GroupBy(name => name.Value))
            if (group.Count() > 1)
                context.Report($"There can be only one argument named \"{group.Key}\".", group);
    }
}
