using GeoCrime.GraphQL.Errors;

namespace GeoCrime.GraphQL.Language;

/// <summary>A node of the syntax tree: immutable, compared by identity, and placed where its first token starts.</summary>
public abstract class Node(SourceLocation location)
{
    public SourceLocation Location { get; } = location;
}

/// <summary>A name where its place matters to error messages.</summary>
public sealed class NameNode(SourceLocation location, string value) : Node(location)
{
    public string Value { get; } = value;

    public override string ToString() => Value;
}

/// <summary>A whole document (section 2.3).</summary>
public sealed class DocumentNode(SourceLocation location, IReadOnlyList<DefinitionNode> definitions) : Node(location)
{
    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;

    public IEnumerable<OperationNode> Operations => Definitions.OfType<OperationNode>();

    public IEnumerable<FragmentNode> Fragments => Definitions.OfType<FragmentNode>();
}

public abstract class DefinitionNode(SourceLocation location, StringNode? description, IReadOnlyList<DirectiveNode> directives)
    : Node(location)
{
    public StringNode? Description { get; } = description;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}
