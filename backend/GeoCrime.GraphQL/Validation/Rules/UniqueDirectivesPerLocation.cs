using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>A directive that is not repeatable stands once in a place (section 5.7.3).</summary>
internal static class UniqueDirectivesPerLocation
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        // A type and its extensions are one place, and so are the schema and its extensions.
        var places = new Dictionary<string, Dictionary<string, DirectiveNode>>();
        visitor.Enter<Node>(node =>
        {
            var directives = SyntaxTree.Directives(node);
            if (directives.Count == 0)
                return;
            var place = node switch
            {
                SchemaNode => "schema",
                TypeDefinitionNode type => $"type {type.Name}",
                _ => null,
            };
            var seen = new Dictionary<string, DirectiveNode>();
            if (place is not null && !places.TryAdd(place, seen))
                seen = places[place];
            foreach (var directive in directives)
                if (context.Directives.TryGetValue(directive.Name.Value, out var definition) && !definition.IsRepeatable
                    && !seen.TryAdd(directive.Name.Value, directive))
                    context.Report(
                        $"The directive \"@{directive.Name}\" can only be used once at this location.", seen[directive.Name.Value], directive);
        });
    }
}
