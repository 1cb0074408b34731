using GeoCrime.GraphQL.Errors;

namespace GeoCrime.GraphQL.Language;

/// <summary>A reference to a type (section 2.12).</summary>
public abstract class TypeNode(SourceLocation location) : Node(location)
{
    /// <summary>The name inside all list and non-null wrappers.</summary>
    public abstract NamedTypeNode Named { get; }
}

public sealed class NamedTypeNode(SourceLocation location, NameNode name) : TypeNode(location)
{
    public NameNode Name { get; } = name;

    public override NamedTypeNode Named => this;

    public override string ToString() => Name.Value;
}

public sealed class ListTypeNode(SourceLocation location, TypeNode item) : TypeNode(location)
{
    public TypeNode Item { get; } = item;

    public override NamedTypeNode Named => Item.Named;

    public override string ToString() => $"[{Item}]";
}

public sealed class NonNullTypeNode(SourceLocation location, TypeNode nullable) : TypeNode(location)
{
    public TypeNode Nullable { get; } = nullable;

    public override NamedTypeNode Named => Nullable.Named;

    public override string ToString() => $"{Nullable}!";
}
