using GeoCrime.GraphQL.Errors;

namespace GeoCrime.GraphQL.Language;

/// <summary>A <c>schema</c> definition, or an extension of it (section 3.3).</summary>
public sealed class SchemaNode(
    SourceLocation location,
    StringNode? description,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<OperationTypeNode> operationTypes,
    bool isExtension)
    : DefinitionNode(location, description, directives)
{
    public IReadOnlyList<OperationTypeNode> OperationTypes { get; } = operationTypes;

    public bool IsExtension { get; } = isExtension;
}

public sealed class OperationTypeNode(SourceLocation location, OperationKind operation, NamedTypeNode type) : Node(location)
{
    public OperationKind Operation { get; } = operation;

    public NamedTypeNode Type { get; } = type;
}

/// <summary>A type definition or, where <see cref="IsExtension"/>, an addition to one (sections 3.4 and 3.4.3).</summary>
public abstract class TypeDefinitionNode(
    SourceLocation location, StringNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives, bool isExtension)
    : DefinitionNode(location, description, directives)
{
    public NameNode Name { get; } = name;

    public bool IsExtension { get; } = isExtension;
}

public sealed class ScalarTypeNode(
    SourceLocation location, StringNode? description, NameNode name, IReadOnlyList<DirectiveNode> directives, bool isExtension)
    : TypeDefinitionNode(location, description, name, directives, isExtension);

/// <summary>An object or an interface: both have fields and may implement interfaces.</summary>
public abstract class FieldedTypeNode(
    SourceLocation location,
    StringNode? description,
    NameNode name,
    IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<FieldDefinitionNode> fields,
    bool isExtension)
    : TypeDefinitionNode(location, description, name, directives, isExtension)
{
    public IReadOnlyList<NamedTypeNode> Interfaces { get; } = interfaces;

    public IReadOnlyList<FieldDefinitionNode> Fields { get; } = fields;
}

public sealed class ObjectTypeNode(
    SourceLocation location,
    StringNode? description,
    NameNode name,
    IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<FieldDefinitionNode> fields,
    bool isExtension)
    : FieldedTypeNode(location, description, name, interfaces, directives, fields, isExtension);

public sealed class InterfaceTypeNode(
    SourceLocation location,
    StringNode? description,
    NameNode name,
    IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<FieldDefinitionNode> fields,
    bool isExtension)
    : FieldedTypeNode(location, description, name, interfaces, directives, fields, isExtension);

public sealed class UnionTypeNode(
    SourceLocation location,
    StringNode? description,
    NameNode name,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<NamedTypeNode> members,
    bool isExtension)
    : TypeDefinitionNode(location, description, name, directives, isExtension)
{
    public IReadOnlyList<NamedTypeNode> Members { get; } = members;
}

public sealed class EnumTypeNode(
    SourceLocation location,
    StringNode? description,
    NameNode name,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<EnumValueDefinitionNode> values,
    bool isExtension)
    : TypeDefinitionNode(location, description, name, directives, isExtension)
{
    public IReadOnlyList<EnumValueDefinitionNode> Values { get; } = values;
}

public sealed class InputObjectTypeNode(
    SourceLocation location,
    StringNode? description,
    NameNode name,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<InputValueNode> fields,
    bool isExtension)
    : TypeDefinitionNode(location, description, name, directives, isExtension)
{
    public IReadOnlyList<InputValueNode> Fields { get; } = fields;
}

public sealed class DirectiveDefinitionNode(
    SourceLocation location,
    StringNode? description,
    NameNode name,
    IReadOnlyList<InputValueNode> arguments,
    bool isRepeatable,
    IReadOnlyList<NameNode> locations)
    : DefinitionNode(location, description, [])
{
    public NameNode Name { get; } = name;

    public IReadOnlyList<InputValueNode> Arguments { get; } = arguments;

    public bool IsRepeatable { get; } = isRepeatable;

    public IReadOnlyList<NameNode> Locations { get; } = locations;
}
