using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>The fields of selection sets by response name, inline fragments opened, named fragments kept apart.</summary>
internal sealed class SelectionFields(ValidationContext context)
{
    private readonly Dictionary<(NamedType?, SelectionSetNode), Result> _known = [];

    /// <param name="Field">Null where the parent type does not have it.</param>
    public sealed record Entry(NamedType? Parent, FieldNode Node, Field? Field);

    public sealed class Result
    {
        /// <summary>In the order of the document.</summary>
        public List<(string Name, List<Entry> Fields)> Groups { get; } = [];

        public Dictionary<string, List<Entry>> ByName { get; } = [];

        public List<FragmentSpreadNode> Spreads { get; } = [];
    }

    /// <summary>One result per type and set; later calls give the same object.</summary>
    public Result Of(NamedType? parent, SelectionSetNode set)
    {
        if (_known.TryGetValue((parent, set), out var known))
            return known;
        var result = new Result();
        Collect(parent, set, result);
        return _known[(parent, set)] = result;
    }

    public Result Of(FragmentNode fragment) => Of(context.Schema.Type(fragment.TypeCondition.Name.Value), fragment.SelectionSet);

    private void Collect(NamedType? parent, SelectionSetNode set, Result result)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode node:
                    if (!result.ByName.TryGetValue(node.ResponseName, out var group))
                    {
                        result.ByName[node.ResponseName] = group = [];
                        result.Groups.Add((node.ResponseName, group));
                    }
                    group.Add(new Entry(parent, node, (parent as FieldedType)?.Field(node.Name.Value)));
                    break;
                case FragmentSpreadNode spread:
                    result.Spreads.Add(spread);
                    break;
                case InlineFragmentNode inline:
                    Collect(inline.TypeCondition is { } condition ? context.Schema.Type(condition.Name.Value) : parent, inline.SelectionSet, result);
                    break;
            }
        }
    }
}
