namespace GeoCrime.GraphQL.Types;

/// <summary>A type of the schema, or a list or non-null wrapper around one (section 3.4).</summary>
public abstract class GraphType
{
    /// <summary>The type inside all wrappers.</summary>
    public abstract NamedType Named { get; }

    /// <summary>This type without its outermost non-null wrapper.</summary>
    public virtual GraphType Nullable => this;

    /// <summary>Whether values of this type may be given: scalars, enums, input objects, and wrappers of them.</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether fields may return this type: anything but input objects.</summary>
    public bool IsOutput => Named is not InputObjectType;

    /// <summary>Same type, wrapper by wrapper.</summary>
    public static bool Same(GraphType? left, GraphType? right) => (left, right) switch
    {
        (ListType a, ListType b) => Same(a.Item, b.Item),
        (NonNullType a, NonNullType b) => Same(a.Inner, b.Inner),
        _ => ReferenceEquals(left, right),
    };
}

public sealed class ListType(GraphType item) : GraphType
{
    public GraphType Item { get; } = item;

    public override NamedType Named => Item.Named;

    public override string ToString() => $"[{Item}]";
}

public sealed class NonNullType(GraphType inner) : GraphType
{
    public GraphType Inner { get; } = inner;

    public override NamedType Named => Inner.Named;

    public override GraphType Nullable => Inner;

    public override string ToString() => $"{Inner}!";
}
