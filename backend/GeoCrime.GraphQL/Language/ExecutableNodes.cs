using GeoCrime.GraphQL.Errors;

namespace GeoCrime.GraphQL.Language;

public enum OperationKind
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>An operation or a fragment (section 2.3).</summary>
public abstract class ExecutableNode(
    SourceLocation location, StringNode? description, IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet)
    : DefinitionNode(location, description, directives)
{
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

public sealed class OperationNode(
    SourceLocation location,
    StringNode? description,
    OperationKind operation,
    NameNode? name,
    IReadOnlyList<VariableDefinitionNode> variables,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet)
    : ExecutableNode(location, description, directives, selectionSet)
{
    public OperationKind Operation { get; } = operation;

    public NameNode? Name { get; } = name;

    public IReadOnlyList<VariableDefinitionNode> Variables { get; } = variables;
}

public sealed class FragmentNode(
    SourceLocation location,
    StringNode? description,
    NameNode name,
    NamedTypeNode typeCondition,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode selectionSet)
    : ExecutableNode(location, description, directives, selectionSet)
{
    public NameNode Name { get; } = name;

    public NamedTypeNode TypeCondition { get; } = typeCondition;
}

public sealed class VariableDefinitionNode(
    SourceLocation location,
    StringNode? description,
    VariableNode variable,
    TypeNode type,
    ValueNode? defaultValue,
    IReadOnlyList<DirectiveNode> directives)
    : Node(location)
{
    public StringNode? Description { get; } = description;

    public VariableNode Variable { get; } = variable;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

public sealed class SelectionSetNode(SourceLocation location, IReadOnlyList<SelectionNode> selections) : Node(location)
{
    public IReadOnlyList<SelectionNode> Selections { get; } = selections;
}

/// <summary>A field, a fragment spread or an inline fragment (section 2.4).</summary>
public abstract class SelectionNode(SourceLocation location, IReadOnlyList<DirectiveNode> directives) : Node(location)
{
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

public sealed class FieldNode(
    SourceLocation location,
    NameNode? alias,
    NameNode name,
    IReadOnlyList<ArgumentNode> arguments,
    IReadOnlyList<DirectiveNode> directives,
    SelectionSetNode? selectionSet)
    : SelectionNode(location, directives)
{
    public NameNode? Alias { get; } = alias;

    public NameNode Name { get; } = name;

    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;

    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The key of this field in the response: its alias, else its name.</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

public sealed class FragmentSpreadNode(SourceLocation location, NameNode name, IReadOnlyList<DirectiveNode> directives)
    : SelectionNode(location, directives)
{
    public NameNode Name { get; } = name;
}

public sealed class InlineFragmentNode(
    SourceLocation location, NamedTypeNode? typeCondition, IReadOnlyList<DirectiveNode> directives, SelectionSetNode selectionSet)
    : SelectionNode(location, directives)
{
    public NamedTypeNode? TypeCondition { get; } = typeCondition;

    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

public sealed class ArgumentNode(SourceLocation location, NameNode name, ValueNode value) : Node(location)
{
    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;
}

public sealed class DirectiveNode(SourceLocation location, NameNode name, IReadOnlyList<ArgumentNode> arguments) : Node(location)
{
    public NameNode Name { get; } = name;

    public IReadOnlyList<ArgumentNode> Arguments { get; } = arguments;
}
