using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Fragments have different names (section 5.5.1.1).</summary>
internal static class UniqueFragmentNames
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        var known = new Dictionary<string, NameNode>();
        visitor.Skip<OperationNode>();
        visitor.Enter<FragmentNode>(fragment =>
        {
            if (!known.TryAdd(fragment.Name.Value, fragment.Name))
                context.Report($"There can be only one fragment named \"{fragment.Name}\".", known[fragment.Name.Value], fragment.Name);
            return false;
        });
    }
}
