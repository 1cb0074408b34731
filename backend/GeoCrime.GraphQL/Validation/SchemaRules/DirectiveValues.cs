using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.SchemaRules;

/// <summary>The directives that the engine itself reads from a schema have values that it can read.</summary>
internal static class DirectiveValues
{
    public static void Check(SchemaReport report)
    {
        foreach (var directive in report.Schema.Types.SelectMany(type => type.Definitions)
            .Concat<Node>(report.Schema.Directives.Select(known => known.Definition!))
            .SelectMany(SyntaxTree.Descendants).OfType<DirectiveNode>()
            .Where(directive => directive.Name.Value is "deprecated" or "specifiedBy"))
        {
            foreach (var argument in report.Schema.Directive(directive.Name.Value)!.Arguments)
            {
                var given = directive.Arguments.FirstOrDefault(each => each.Name.Value == argument.Name)?.Value;
                if (given is not null && argument.Type.IsInput)
                    new LiteralCoercion(null, (message, node, path) =>
                        report.Add($"Argument \"@{directive.Name}({argument.Name}:)\" has invalid value{ValuePath.Describe(path)}: {message}", node))
                        .Coerce(given, argument.Type);
            }
        }
    }
}
