using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Operations have different names (section 5.2.2.1).</summary>
internal static class UniqueOperationNames
{
    public static void Register(ValidationContext context, Visitor visitor)
    {
        var known = new Dictionary<string, NameNode>();
        visitor.Skip<FragmentNode>();
        visitor.Enter<OperationNode>(operation =>
        {
            if (operation.Name is { } name && !known.TryAdd(name.Value, name))
                context.Report($"There can be only one operation named \"{name}\".", known[name.Value], name);
            return false;
        });
    }
}
