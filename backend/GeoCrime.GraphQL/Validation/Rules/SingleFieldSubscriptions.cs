using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>A subscription has one root field, chosen without conditions (section 5.2.4.1).</summary>
internal static class SingleFieldSubscriptions
{
    public static void Register(ValidationContext context, Visitor visitor) => visitor.Enter<OperationNode>(operation =>
    {
        if (operation.Operation != OperationKind.Subscription || context.Schema.Subscription is not { } root)
            return;
        var subscription = operation.Name is { } name ? $"Subscription \"{name}\"" : "Anonymous Subscription";
        var groups = new List<List<FieldNode>>();
        var conditions = new List<DirectiveNode>();
        Collect(context, root, operation.SelectionSet, groups, conditions, []);
        if (conditions.Count > 0)
        {
            context.Report($"{subscription} must not use `@skip` or `@include` directives in the top level selection.", conditions);
            return;
        }
        if (groups.Count == 0)
            context.Report($"{subscription} must select one top level field.", operation.SelectionSet);
        else if (groups.Count > 1)
            context.Report($"{subscription} must select only one top level field.", groups.Skip(1).SelectMany(group => group));
        foreach (var group in groups)
            if (group[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
                context.Report($"{subscription} must not select an introspection top level field.", group);
    });

    private static void Collect(
        ValidationContext context, ObjectType root, SelectionSetNode set, List<List<FieldNode>> groups, List<DirectiveNode> conditions, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            var condition = selection.Directives.FirstOrDefault(directive => directive.Name.Value == "skip")
                ?? selection.Directives.FirstOrDefault(directive => directive.Name.Value == "include");
            if (condition is not null)
            {
                conditions.Add(condition);
                continue;
            }
            switch (selection)
            {
                case FieldNode field:
                    if (groups.Find(group => group[0].ResponseName == field.ResponseName) is { } known)
                        known.Add(field);
                    else
                        groups.Add([field]);
                    break;
                case InlineFragmentNode inline when inline.TypeCondition is null || Applies(context, inline.TypeCondition, root):
                    Collect(context, root, inline.SelectionSet, groups, conditions, visited);
                    break;
                case FragmentSpreadNode spread when context.Fragment(spread.Name.Value) is { } fragment
                    && Applies(context, fragment.TypeCondition, root) && visited.Add(spread.Name.Value):
                    Collect(context, root, fragment.SelectionSet, groups, conditions, visited);
                    break;
            }
        }
    }

    private static bool Applies(ValidationContext context, NamedTypeNode condition, ObjectType root) =>
        context.Schema.Type(condition.Name.Value) is { } type && (ReferenceEquals(type, root) || Schema.IsMember(type, root));
}
