using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>Reckons what an operation costs before it runs, fragments followed. Cost of the reckoning O(document).</summary>
internal sealed class CostAnalysis(Schema schema, BindingTable bindings, VariableValues variables, EngineOptions options)
{
    private readonly Dictionary<string, Reckoned> _fragments = [];
    private Dictionary<string, FragmentNode> _definitions = [];

    private readonly record struct Reckoned(long Cost, int Depth);

    /// <returns>The error of the first limit that is exceeded, or null.</returns>
    public GraphQLError? Check(DocumentNode document, OperationNode operation)
    {
        _definitions = document.Fragments.ToDictionary(fragment => fragment.Name.Value);
        try
        {
            var reckoned = Of(schema.Root(operation.Operation)!, operation.SelectionSet);
            if (reckoned.Depth > options.Parsing.Depth)
                return Error($"The operation is {reckoned.Depth} levels deep; {options.Parsing.Depth} are allowed.", ErrorCodes.DepthLimit, operation);
            if (reckoned.Cost > options.MaxCost)
                return Error($"The operation costs {reckoned.Cost}; {options.MaxCost} is allowed.", ErrorCodes.CostLimit, operation);
            return null;
        }
        catch (GraphQLException error)
        {
            return error.Error;
        }
    }

    private Reckoned Of(NamedType parent, SelectionSetNode set)
    {
        var (cost, depth) = (0L, 0);
        foreach (var selection in set.Selections)
        {
            var below = selection switch
            {
                FieldNode field => OfField(parent, field),
                InlineFragmentNode inline => Of(inline.TypeCondition is { } condition ? schema.Type(condition.Name.Value)! : parent, inline.SelectionSet),
                _ => OfFragment(((FragmentSpreadNode)selection).Name.Value),
            };
            cost = Saturated(cost, 1, below.Cost);
            depth = Math.Max(depth, below.Depth);
        }
        return new Reckoned(cost, depth);
    }

    private Reckoned OfFragment(string name)
    {
        if (_fragments.TryGetValue(name, out var known))
            return known;
        var fragment = _definitions[name];
        return _fragments[name] = Of(schema.Type(fragment.TypeCondition.Name.Value)!, fragment.SelectionSet);
    }

    private Reckoned OfField(NamedType parent, FieldNode node)
    {
        var field = schema.Field(parent, node.Name.Value)!;
        var declared = Declared(parent, field.Name);
        var weight = declared?.Weight ?? (field.Type.Named.IsComposite ? 1 : 0);
        var items = PageSize(node, field) ?? declared?.Items ?? 1;
        var below = node.SelectionSet is { } set ? Of(field.Type.Named, set) : default;
        return new Reckoned(Saturated(weight, items, below.Cost), below.Depth + 1);
    }

    private CostAttribute? Declared(NamedType parent, string field) => schema.PossibleTypes(parent)
        .Select(type => bindings.Of(type)?.Fields.GetValueOrDefault(field)?.Cost)
        .OfType<CostAttribute>()
        .MaxBy(cost => (long)cost.Weight + cost.Items);

    // The greatest page size that the field is given or defaults to; null for fields without one.
    private int? PageSize(FieldNode node, Field field)
    {
        int? greatest = null;
        foreach (var argument in field.Arguments)
        {
            if (!options.PageSizeArguments.Contains(argument.Name))
                continue;
            var given = node.Arguments.FirstOrDefault(each => each.Name.Value == argument.Name)?.Value ?? argument.Default;
            if (given is null || new LiteralCoercion(variables, (_, _, _) => { }).Coerce(given, argument.Type) is not int size)
                continue;
            if (size > options.MaxPageSize)
                throw new GraphQLException(Error(
                    $"The page size {size} of {node.Name}({argument.Name}:) is too great; {options.MaxPageSize} is allowed.", ErrorCodes.PageSizeLimit, node));
            greatest = Math.Max(greatest ?? 0, size);
        }
        return greatest;
    }

    // first + factor · second without overflow.
    private static long Saturated(long first, long factor, long second)
    {
        var sum = first + ((Int128)Math.Max(factor, 1) * second);
        return sum > long.MaxValue ? long.MaxValue : (long)sum;
    }

    private static GraphQLError Error(string message, string code, Node node) => new(message, code, [node.Location]);
}
