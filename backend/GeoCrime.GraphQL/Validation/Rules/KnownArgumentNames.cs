using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Arguments exist on their field or directive (section 5.4.1).</summary>
internal static class KnownArgumentNames
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        RegisterDirectives(context, visitor);
        visitor.Enter<ArgumentNode>(argument =>
        {
            if (context.Types is not { Argument: null, Field: { } field })
                return;
            var suggestions = Suggestions.Near(argument.Name.Value, field.Arguments.Select(known => known.Name));
            context.Report(
                $"Unknown argument \"{argument.Name}\" on field \"{context.FieldCoordinate}\".{Suggestions.DidYouMean(null, suggestions)}", argument);
        });
    }

    /// <summary>The part that concerns directives, which schemas share.</summary>
    public static void RegisterDirectives(ValidationContext context, Visitor visitor) => visitor.Enter<DirectiveNode>(directive =>
    {
        if (!context.Directives.TryGetValue(directive.Name.Value, out var definition))
            return false;
        var known = definition.Arguments.Select(argument => argument.Name.Value).ToList();
        foreach (var argument in directive.Arguments)
            if (!known.Contains(argument.Name.Value))
                context.Report(
                    $"Unknown argument \"{argument.Name}\" on directive \"@{directive.Name}\"."
                    + Suggestions.DidYouMean(null, Suggestions.Near(argument.Name.Value, known)),
                    argument);
        return false;
    });
}
