using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation;

/// <summary>Which fragments reach which, with a budget so that a web of fragments cannot cost more than it is worth.</summary>
internal sealed class FragmentGraph(DocumentNode document)
{
    private readonly Dictionary<string, FragmentNode> _byName = ByName(document);
    private readonly Dictionary<SelectionSetNode, List<FragmentSpreadNode>> _spreads = [];
    private readonly Dictionary<string, List<FragmentNode>> _reachable = [];
    private int _budget = 50_000;

    /// <summary>The fragment of that name; the last one where a name is given twice.</summary>
    public FragmentNode? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The spreads inside a selection set, not following them.</summary>
    public IReadOnlyList<FragmentSpreadNode> Spreads(SelectionSetNode set)
    {
        if (_spreads.TryGetValue(set, out var known))
            return known;
        var found = new List<FragmentSpreadNode>();
        var open = new Stack<SelectionSetNode>([set]);
        while (open.TryPop(out var next))
        {
            foreach (var selection in next.Selections)
            {
                if (selection is FragmentSpreadNode spread)
                    found.Add(spread);
                else if (((selection as FieldNode)?.SelectionSet ?? (selection as InlineFragmentNode)?.SelectionSet) is { } below)
                    open.Push(below);
            }
        }
        return _spreads[set] = found;
    }

    /// <summary>The fragments that operations reach directly or through others, nearest first.</summary>
    public IReadOnlyList<FragmentNode> Reachable(IEnumerable<OperationNode> operations)
    {
        var names = operations.SelectMany(operation => Spreads(operation.SelectionSet)).Select(spread => spread.Name.Value).Distinct().ToList();
        var key = string.Join(' ', names);
        if (_reachable.TryGetValue(key, out var known))
            return known;
        Spend(names.Count);
        var seen = names.ToHashSet();
        var fragments = new List<FragmentNode>();
        for (var i = 0; i < names.Count; i++)
        {
            if (Find(names[i]) is not { } fragment)
                continue;
            fragments.Add(fragment);
            var spreads = Spreads(fragment.SelectionSet);
            Spend(spreads.Count);
            names.AddRange(spreads.Select(spread => spread.Name.Value).Where(seen.Add));
        }
        return _reachable[key] = fragments;
    }

    /// <exception cref="ValidationAbortedException">The budget is used up.</exception>
    public void Spend(int cost)
    {
        _budget -= cost;
        if (_budget < 0)
            throw new ValidationAbortedException("Validation aborted.");
    }

    private static Dictionary<string, FragmentNode> ByName(DocumentNode document)
    {
        var byName = new Dictionary<string, FragmentNode>();
        foreach (var fragment in document.Fragments)
            byName[fragment.Name.Value] = fragment;
        return byName;
    }
}
