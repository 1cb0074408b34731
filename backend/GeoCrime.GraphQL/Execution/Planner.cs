using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>Merges selections into plans, once per request, place and object type (section 6.3.2, CollectFields).</summary>
internal sealed class Planner(Schema schema, BindingTable bindings, DocumentNode document, VariableValues variables)
{
    private readonly Dictionary<string, FragmentNode> _fragments = document.Fragments.ToDictionary(fragment => fragment.Name.Value);

    public SelectionPlan Root(ObjectType root, OperationNode operation) => Plan(bindings.Of(root)!, [operation.SelectionSet]);

    /// <summary>The plan below a field for one object type.</summary>
    public SelectionPlan Below(FieldPlan field, ObjectBinding binding) => 
        field.Below(binding) ?? field.Keep(binding, Plan(binding, Selections(field.Nodes)));

    private static IEnumerable<SelectionSetNode> Selections(FieldNode[] nodes)
    {
        foreach (var node in nodes)
            if (node.SelectionSet is { } set)
                yield return set;
    }

    private SelectionPlan Plan(ObjectBinding binding, IEnumerable<SelectionSetNode> sets)
    {
        var order = new List<string>();
        var groups = new Dictionary<string, List<FieldNode>>();
        var visited = new HashSet<string>();
        foreach (var set in sets)
            Collect(set);
        return new SelectionPlan(binding, [.. order.Select(name => PlanField(binding, name, [.. groups[name]])).OfType<FieldPlan>()]);

        void Collect(SelectionSetNode set)
        {
            foreach (var selection in set.Selections)
            {
                if (!IsIncluded(selection))
                    continue;
                switch (selection)
                {
                    case FieldNode field:
                        if (!groups.TryGetValue(field.ResponseName, out var group))
                        {
                            groups[field.ResponseName] = group = [];
                            order.Add(field.ResponseName);
                        }
                        group.Add(field);
                        break;
                    case InlineFragmentNode inline when inline.TypeCondition is null || Applies(inline.TypeCondition, binding.Type):
                        Collect(inline.SelectionSet);
                        break;
                    case FragmentSpreadNode spread when visited.Add(spread.Name.Value)
                        && _fragments.TryGetValue(spread.Name.Value, out var fragment) && Applies(fragment.TypeCondition, binding.Type):
                        Collect(fragment.SelectionSet);
                        break;
                }
            }
        }
    }

    private bool Applies(NamedTypeNode condition, ObjectType type) =>
        schema.Type(condition.Name.Value) is { } named && (ReferenceEquals(named, type) || Schema.IsMember(named, type));

    private bool IsIncluded(SelectionNode selection)
    {
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value is not ("skip" or "include"))
                continue;
            var condition = new LiteralCoercion(variables, (message, node, _) => throw new GraphQLException(
                    new GraphQLError($"Argument \"@{directive.Name}(if:)\" has invalid value: {message}", ErrorCodes.BadUserInput, [node.Location])))
                .Coerce(directive.Arguments[0].Value, schema.Directive(directive.Name.Value)!.Arguments[0].Type);
            if (condition is bool value && value == (directive.Name.Value == "skip"))
                return false;
        }
        return true;
    }

    private FieldPlan? PlanField(ObjectBinding binding, string responseName, FieldNode[] nodes)
    {
        var name = nodes[0].Name.Value;
        if (name == "__typename")
            return new FieldPlan(responseName, nodes) { ParentName = binding.Type.Name };
        if (!binding.Fields.TryGetValue(name, out var bound))
            return null;
        var arguments = new object?[bound.Parameters.Count];
        GraphQLError? error = null;
        for (var i = 0; i < arguments.Length && error is null; i++)
            error = Argument(binding, bound, nodes[0], bound.Parameters[i], out arguments[i]);
        return new FieldPlan(responseName, nodes) { ParentName = binding.Type.Name, Bound = bound, Arguments = arguments, ArgumentError = error };
    }

    // Section 6.4.1, CoerceArgumentValues.
    private GraphQLError? Argument(ObjectBinding binding, BoundField bound, FieldNode node, BoundParameter parameter, out object? value)
    {
        value = null;
        var argument = parameter.Argument;
        var given = node.Arguments.FirstOrDefault(given => given.Name.Value == argument.Name)?.Value;
        if (given is VariableNode variable && !variables.TryGet(variable.Name.Value, out _) && !argument.IsRequired)
            given = null;
        var coordinate = $"Argument \"{binding.Type}.{bound.Field.Name}({argument.Name}:)\"";
        if (given is null)
        {
            if (argument.IsRequired)
                return Error($"{coordinate} of required type \"{argument.Type}\" was not provided.", node);
            value = parameter.Convert(LiteralCoercion.Default(argument));
            return null;
        }
        GraphQLError? error = null;
        var coerced = new LiteralCoercion(
            variables,
            (message, at, path) => error ??= Error($"{coordinate} has invalid value{ValuePath.Describe(path)}: {message}", at)).Coerce(given, argument.Type);
        if (error is null)
            value = parameter.Convert(coerced);
        return error;
    }

    private static GraphQLError Error(string message, Node node) => new(message, ErrorCodes.BadUserInput, [node.Location]);
}
