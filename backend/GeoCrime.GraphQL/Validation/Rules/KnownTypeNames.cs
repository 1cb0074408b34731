using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Every type that is named exists (section 5.5.1.2).</summary>
internal static class KnownTypeNames
{
    public static void Register(ValidationContext context, Visitor visitor) => visitor.Enter<NamedTypeNode>(reference =>
    {
        var name = reference.Name.Value;
        // A definition of a schema may name built-in types that the schema at hand does not use.
        var isTypeSystem = context.Walker.Definition is not ExecutableNode;
        if (context.TypeNames.Contains(name) || (isTypeSystem && Prelude.TypeNames.Contains(name)))
            return;
        var near = Suggestions.Near(name, isTypeSystem ? Prelude.TypeNames.Concat(context.TypeNames) : context.TypeNames);
        context.Report($"Unknown type \"{reference}\".{Suggestions.DidYouMean(null, near)}", reference);
    });
}
