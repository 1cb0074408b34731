using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Arguments that are required are given (section 5.4.3).</summary>
internal static class ProvidedRequiredArguments
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        RegisterDirectives(context, visitor);
        visitor.Leave<FieldNode>(node =>
        {
            foreach (var argument in context.Types.Field?.Arguments ?? [])
                if (argument.IsRequired && node.Arguments.All(given => given.Name.Value != argument.Name))
                    context.Report(
                        $"Argument \"{context.FieldCoordinate}({argument.Name}:)\" of type \"{argument.Type}\" is required, but it was not provided.", node);
        });
    }

    /// <summary>The part that concerns directives, which schemas share.</summary>
    public static void RegisterDirectives(ValidationContext context, Visitor visitor) => visitor.Leave<DirectiveNode>(directive =>
    {
        if (!context.Directives.TryGetValue(directive.Name.Value, out var definition))
            return;
        foreach (var argument in definition.Arguments)
            if (argument is { Type: NonNullTypeNode, DefaultValue: null } && directive.Arguments.All(given => given.Name.Value != argument.Name.Value))
                context.Report(
                    $"Argument \"@{directive.Name}({argument.Name}:)\" of type \"{argument.Type}\" is required, but it was not provided.", directive);
    });
}
