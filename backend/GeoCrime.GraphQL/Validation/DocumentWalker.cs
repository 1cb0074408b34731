using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation;

/// <summary>Walks a tree once for all rules: at each node first the types, then the rules in their order.</summary>
internal sealed class DocumentWalker(IReadOnlyList<Visitor> visitors, TypeTracker? types)
{
    private readonly Dictionary<Type, Handlers> _handlers = [];
    private readonly Node?[] _skipping = new Node?[visitors.Count];
    private readonly List<Node> _ancestors = [];

    private sealed record Handlers((int Visitor, Func<Node, bool> Handle)[] Enter, (int Visitor, Action<Node> Handle)[] Leave);

    /// <summary>The node above the one being visited; null at the top.</summary>
    public Node? Parent => _ancestors.Count > 0 ? _ancestors[^1] : null;

    /// <summary>The definition of the document that the node belongs to; null outside of any.</summary>
    public Node? Definition => _ancestors.Count > 1 ? _ancestors[1] : null;

    public Node? Grandparent => _ancestors.Count > 1 ? _ancestors[^2] : null;

    public void Walk(Node node)
    {
        var handlers = HandlersOf(node.GetType());
        types?.Enter(node);
        foreach (var (visitor, handle) in handlers.Enter)
            if (_skipping[visitor] is null && !handle(node))
                _skipping[visitor] = node;
        _ancestors.Add(node);
        SyntaxTree.ForEachChild(node, Walk);
        _ancestors.RemoveAt(_ancestors.Count - 1);
        foreach (var (visitor, handle) in handlers.Leave)
            if (_skipping[visitor] is null)
                handle(node);
        for (var i = 0; i < _skipping.Length; i++)
            if (ReferenceEquals(_skipping[i], node))
                _skipping[i] = null;
        types?.Leave(node);
    }

    private Handlers HandlersOf(Type type)
    {
        if (_handlers.TryGetValue(type, out var known))
            return known;
        var enter = visitors.Select((visitor, i) => (i, Handle: visitor.EnterOf(type))).Where(each => each.Handle is not null);
        var leave = visitors.Select((visitor, i) => (i, Handle: visitor.LeaveOf(type))).Where(each => each.Handle is not null);
        return _handlers[type] = new Handlers([.. enter.Select(each => (each.i, each.Handle!))], [.. leave.Select(each => (each.i, each.Handle!))]);
    }
}
