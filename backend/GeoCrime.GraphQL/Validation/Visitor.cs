using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Validation;

/// <summary>What one rule does on entering and leaving nodes. A handler for an abstract node type serves all below it.</summary>
internal sealed class Visitor
{
    private readonly List<(Type Node, Func<Node, bool> Handle)> _enter = [];
    private readonly List<(Type Node, Action<Node> Handle)> _leave = [];

    public void Enter<T>(Action<T> handle)
        where T : Node => _enter.Add((typeof(T), node =>
        {
            handle((T)node);
            return true;
        }));

    /// <param name="handle">Gives false to pass over what is below the node; its leave handler is then not called.</param>
    public void Enter<T>(Func<T, bool> handle)
        where T : Node => _enter.Add((typeof(T), node => handle((T)node)));

    /// <summary>Passes over nodes of this type and what is below them.</summary>
    public void Skip<T>()
        where T : Node => _enter.Add((typeof(T), _ => false));

    public void Leave<T>(Action<T> handle)
        where T : Node => _leave.Add((typeof(T), node => handle((T)node)));

    public Func<Node, bool>? EnterOf(Type node) => _enter.FirstOrDefault(each => each.Node.IsAssignableFrom(node)).Handle;

    public Action<Node>? LeaveOf(Type node) => _leave.FirstOrDefault(each => each.Node.IsAssignableFrom(node)).Handle;
}
