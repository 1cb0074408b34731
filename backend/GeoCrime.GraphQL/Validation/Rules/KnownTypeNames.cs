using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Every type that is named exists (section 5.5.1.2).</summary>
internal static class KnownTypeNames
{
    public static void Register(ValidationContext context, Visitor visitor) => visitor.Enter<NamedTypeNode>(reference =>
    {
        if (!context.TypeNames.Contains(reference.Name.Value))
            context.Report(
                $"Unknown type \"{reference}\".{Suggestions.DidYouMean(null, Suggestions.Near(reference.Name.Value, context.TypeNames))}", reference);
    });
}
