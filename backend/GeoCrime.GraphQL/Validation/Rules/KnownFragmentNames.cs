using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Fragments that are spread exist (section 5.5.2.1).</summary>
internal static class KnownFragmentNames
{
    public static void Register(ValidationContext context, Visitor visitor) => visitor.Enter<FragmentSpreadNode>(spread =>
    {
        if (context.Fragment(spread.Name.Value) is null)
            context.Report($"Unknown fragment \"{spread.Name}\".", spread.Name);
    });
}
