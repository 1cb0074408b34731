using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Each fragment is reached by an operation (section 5.5.1.4).</summary>
internal static class NoUnusedFragments
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        visitor.Skip<ExecutableNode>();
        visitor.Leave<DocumentNode>(document =>
        {
            var used = context.Reachable(document.Operations).Select(fragment => fragment.Name.Value).ToHashSet();
            foreach (var fragment in document.Fragments)
                if (!used.Contains(fragment.Name.Value))
                    context.Report($"Fragment \"{fragment.Name}\" is never used.", fragment);
        });
    }
}
