using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Directives have different names (section 3.13).</summary>
internal static class UniqueDirectiveNames
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        var known = new Dictionary<string, NameNode>();
        visitor.Enter<DirectiveDefinitionNode>(directive =>
        {
            if (!known.TryAdd(directive.Name.Value, directive.Name))
                context.Report($"There can be only one directive named \"@{directive.Name}\".", known[directive.Name.Value], directive.Name);
        });
    }
}
