using System.Runtime.CompilerServices;
using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Fields under one response name can be merged (section 5.3.2).</summary>
/// <remarks>
/// Each pair of a selection and a fragment, and of two fragments, is compared once; what remains quadratic in fields of
/// one name is held by a budget, so that a hostile document is refused in milliseconds.
/// </remarks>
internal sealed class OverlappingFieldsCanBeMerged
{
    private const int MaxDetail = 1_000;
    private const int MaxNodes = 20;

    private readonly ValidationContext _context;
    private readonly SelectionFields _fields;
    private readonly ComparedPairs<SelectionFields.Result, FragmentNode?> _fieldsAndFragments = new();
    private readonly ComparedPairs<FragmentNode?, FragmentNode?> _fragments = new();
    private int _budget = 500_000;

    private OverlappingFieldsCanBeMerged(ValidationContext context)
    {
        _context = context;
        _fields = new SelectionFields(context);
    }

    private sealed record Conflict(string ResponseName, string Reason, IReadOnlyList<FieldNode> Left, IReadOnlyList<FieldNode> Right);

    public static void Register(ValidationContext context, Visitor visitor)
    {
        var rule = new OverlappingFieldsCanBeMerged(context);
        visitor.Enter<SelectionSetNode>(rule.Check);
    }

    private void Check(SelectionSetNode set)
    {
        // An inline fragment is seen with the selection set around it.
        if (_context.Walker.Parent is InlineFragmentNode || set.Selections is [FieldNode or FragmentSpreadNode])
            return;
        foreach (var conflict in Within(_fields.Of(_context.Types.ParentType, set)))
            _context.Report(
                $"Fields \"{Abbreviate(conflict.ResponseName)}\" conflict because {conflict.Reason}. "
                + "Use different aliases on the fields to fetch both if this was intentional.",
                conflict.Left.Concat(conflict.Right));
    }

    private List<Conflict> Within(SelectionFields.Result fields)
    {
        var conflicts = new List<Conflict>();
        foreach (var (name, group) in fields.Groups)
            for (var i = 0; i < group.Count; i++)
                for (var j = i + 1; j < group.Count; j++)
                    Add(conflicts, Compare(false, name, group[i], group[j]));
        var spreads = Spreads(fields);
        for (var i = 0; i < spreads.Count; i++)
        {
            WithFragment(conflicts, false, fields, spreads[i]);
            for (var j = i + 1; j < spreads.Count; j++)
                BetweenFragments(conflicts, false, spreads[i], spreads[j]);
        }
        return conflicts;
    }

    private void WithFragment(List<Conflict> conflicts, bool exclusive, SelectionFields.Result fields, FragmentNode? fragment)
    {
        Spend(1);
        if (fields.Groups.Count == 0 || !_fieldsAndFragments.Add(fields, fragment, exclusive) || fragment is null)
            return;
        var other = _fields.Of(fragment);
        var spreads = Spreads(other);
        if (ReferenceEquals(fields, other))
            return;
        Between(conflicts, exclusive, fields, other);
        foreach (var spread in spreads)
            WithFragment(conflicts, exclusive, fields, spread);
    }

    private void BetweenFragments(List<Conflict> conflicts, bool exclusive, FragmentNode? left, FragmentNode? right)
    {
        Spend(2);
        if (ReferenceEquals(left, right) || _fragments.Has(right, left, exclusive) || !_fragments.Add(left, right, exclusive)
            || left is null || right is null)
            return;
        var (fieldsLeft, fieldsRight) = (_fields.Of(left), _fields.Of(right));
        var (spreadsLeft, spreadsRight) = (Spreads(fieldsLeft), Spreads(fieldsRight));
        Between(conflicts, exclusive, fieldsLeft, fieldsRight);
        foreach (var spread in spreadsRight)
            BetweenFragments(conflicts, exclusive, left, spread);
        foreach (var spread in spreadsLeft)
            BetweenFragments(conflicts, exclusive, spread, right);
    }

    private List<Conflict> BetweenSets(
        bool exclusive, NamedType? parentLeft, SelectionSetNode setLeft, NamedType? parentRight, SelectionSetNode setRight)
    {
        var conflicts = new List<Conflict>();
        var (left, right) = (_fields.Of(parentLeft, setLeft), _fields.Of(parentRight, setRight));
        var (spreadsLeft, spreadsRight) = (Spreads(left), Spreads(right));
        Between(conflicts, exclusive, left, right);
        foreach (var spread in spreadsRight)
            WithFragment(conflicts, exclusive, left, spread);
        foreach (var spread in spreadsLeft)
            WithFragment(conflicts, exclusive, right, spread);
        foreach (var spreadLeft in spreadsLeft)
            foreach (var spreadRight in spreadsRight)
                BetweenFragments(conflicts, exclusive, spreadLeft, spreadRight);
        return conflicts;
    }

    private void Between(List<Conflict> conflicts, bool exclusive, SelectionFields.Result left, SelectionFields.Result right)
    {
        if (right.Groups.Count == 0)
            return;
        foreach (var (name, group) in left.Groups)
        {
            Spend(1);
            if (!right.ByName.TryGetValue(name, out var others))
                continue;
            foreach (var fieldLeft in group)
                foreach (var fieldRight in others)
                    Add(conflicts, Compare(exclusive, name, fieldLeft, fieldRight));
        }
    }

    private Conflict? Compare(bool parentsExclusive, string name, SelectionFields.Entry left, SelectionFields.Entry right)
    {
        Spend(2);
        // Two object types cannot both apply, so only the shapes of what they return must agree.
        var exclusive = parentsExclusive || (!ReferenceEquals(left.Parent, right.Parent) && left.Parent is ObjectType && right.Parent is ObjectType);
        var (nodeLeft, nodeRight) = (left.Node, right.Node);
        if (!exclusive)
        {
            if (nodeLeft.Name.Value != nodeRight.Name.Value)
                return At($"\"{Abbreviate(nodeLeft.Name.Value)}\" and \"{Abbreviate(nodeRight.Name.Value)}\" are different fields");
            if (!SameArguments(nodeLeft, nodeRight))
                return At("they have differing arguments");
        }
        var (typeLeft, typeRight) = (left.Field?.Type, right.Field?.Type);
        if (typeLeft is not null && typeRight is not null && Conflicting(typeLeft, typeRight))
            return At($"they return conflicting types \"{typeLeft}\" and \"{typeRight}\"");
        return nodeLeft.SelectionSet is { } setLeft && nodeRight.SelectionSet is { } setRight
            ? Subfields(name, nodeLeft, nodeRight, BetweenSets(exclusive, typeLeft?.Named, setLeft, typeRight?.Named, setRight))
            : null;

        Conflict At(string reason) => new(name, reason, [nodeLeft], [nodeRight]);
    }

    private bool SameArguments(FieldNode left, FieldNode right)
    {
        if (left.Arguments.Count != right.Arguments.Count)
            return false;
        foreach (var argument in left.Arguments)
        {
            Spend(1);
            var other = right.Arguments.LastOrDefault(each => each.Name.Value == argument.Name.Value);
            if (other is null || Canonical(argument.Value) != Canonical(other.Value))
                return false;
        }
        return true;
    }

    // Equal for values that are equal up to the order of object fields.
    private static string Canonical(ValueNode value) => value switch
    {
        StringNode text => $"{(text.IsBlock ? "block" : "")}{Printer.Quote(text.Value)}",
        ListNode list => $"[{string.Join(',', list.Values.Select(Canonical))}]",
        ObjectNode map => $"{{{string.Join(',', map.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal)
            .Select(field => $"{field.Name}:{Canonical(field.Value)}"))}}}",
        _ => value.ToString(),
    };

    private static bool Conflicting(GraphType left, GraphType right) => (left, right) switch
    {
        (ListType a, ListType b) => Conflicting(a.Item, b.Item),
        (ListType, _) or (_, ListType) => true,
        (NonNullType a, NonNullType b) => Conflicting(a.Inner, b.Inner),
        (NonNullType, _) or (_, NonNullType) => true,
        (NamedType a, NamedType b) => (a.IsLeaf || b.IsLeaf) && !ReferenceEquals(a, b),
        _ => false,
    };

    private static Conflict? Subfields(string name, FieldNode left, FieldNode right, List<Conflict> conflicts)
    {
        if (conflicts.Count == 0)
            return null;
        var reason = "";
        foreach (var conflict in conflicts)
        {
            reason += $"{(reason.Length == 0 ? "" : " and ")}subfields \"{Abbreviate(conflict.ResponseName)}\" conflict because {conflict.Reason}";
            if (reason.Length > MaxDetail)
                break;
        }
        return new Conflict(name, Abbreviate(reason), Nodes(left, conflicts, each => each.Left), Nodes(right, conflicts, each => each.Right));
    }

    private static List<FieldNode> Nodes(FieldNode first, List<Conflict> conflicts, Func<Conflict, IReadOnlyList<FieldNode>> side)
    {
        var nodes = new List<FieldNode> { first };
        foreach (var conflict in conflicts)
        {
            nodes.AddRange(side(conflict).TakeLast(MaxNodes - nodes.Count));
            if (nodes.Count == MaxNodes)
                break;
        }
        return nodes;
    }

    // Each fragment once, however often it is spread; an unknown name counts as one.
    private List<FragmentNode?> Spreads(SelectionFields.Result fields)
    {
        Spend(fields.Spreads.Count);
        return [.. fields.Spreads.Select(spread => _context.Fragment(spread.Name.Value)).Distinct()];
    }

    private static void Add(List<Conflict> conflicts, Conflict? conflict)
    {
        if (conflict is not null)
            conflicts.Add(conflict);
    }

    private void Spend(int cost)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _budget -= cost;
        if (_budget < 0)
            throw new ValidationAbortedException("Validation aborted.");
    }

    private static string Abbreviate(string text) => text.Length > MaxDetail ? text[..MaxDetail] + "..." : text;
}
