using GeoCrime.GraphQL.Errors;

namespace GeoCrime.GraphQL.Language;

/// <summary>A field of an object or interface (section 3.6).</summary>
public sealed class FieldDefinitionNode(
    SourceLocation location,
    StringNode? description,
    NameNode name,
    IReadOnlyList<InputValueNode> arguments,
    TypeNode type,
    IReadOnlyList<DirectiveNode> directives)
    : Node(location)
{
    public StringNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public IReadOnlyList<InputValueNode> Arguments { get; } = arguments;

    public TypeNode Type { get; } = type;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>An argument of a field or directive, or a field of an input object (sections 3.6.1 and 3.10).</summary>
public sealed class InputValueNode(
    SourceLocation location,
    StringNode? description,
    NameNode name,
    TypeNode type,
    ValueNode? defaultValue,
    IReadOnlyList<DirectiveNode> directives)
    : Node(location)
{
    public StringNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

public sealed class EnumValueDefinitionNode(
    SourceLocation location, StringNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives)
    : Node(location)
{
    public StringNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}
