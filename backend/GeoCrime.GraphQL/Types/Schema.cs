using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Types;

/// <summary>A valid schema: its types, directives and root operations (section 3.3).</summary>
public sealed class Schema
{
    private readonly Dictionary<string, NamedType> _types;
    private readonly Dictionary<string, DirectiveDefinition> _directives;
    private readonly Dictionary<NamedType, IReadOnlyList<ObjectType>> _possibleTypes = [];

    internal Schema(
        string? description,
        IReadOnlyList<NamedType> types,
        IReadOnlyList<DirectiveDefinition> directives,
        IReadOnlyDictionary<OperationKind, NamedType> roots,
        IReadOnlyList<SchemaNode> definitions)
    {
        Description = description;
        Types = types;
        Directives = directives;
        Definitions = definitions;
        _types = types.ToDictionary(type => type.Name);
        _directives = directives.ToDictionary(directive => directive.Name);
        DeclaredRoots = roots;
        Query = roots.GetValueOrDefault(OperationKind.Query) as ObjectType;
        Mutation = roots.GetValueOrDefault(OperationKind.Mutation) as ObjectType;
        Subscription = roots.GetValueOrDefault(OperationKind.Subscription) as ObjectType;
        foreach (var type in types)
            if (type.IsAbstract)
                _possibleTypes[type] = PossibleTypesOf(type, types);
        SchemaField = new Field("__schema", "The schema that is served.", new NonNullType(_types["__Schema"]), [], null, null);
        TypeField = new Field(
            "__type", "One type of the schema.", _types["__Type"],
            [new InputValue("name", null, new NonNullType(_types["String"]), null, null, null)], null, null);
        TypenameField = new Field("__typename", "The name of the object type.", new NonNullType(_types["String"]), [], null, null);
    }

    public string? Description { get; }

    /// <summary>All named types, built-in and introspection types among them.</summary>
    public IReadOnlyList<NamedType> Types { get; }

    public IReadOnlyList<DirectiveDefinition> Directives { get; }

    public ObjectType? Query { get; }

    public ObjectType? Mutation { get; }

    public ObjectType? Subscription { get; }

    internal IReadOnlyList<SchemaNode> Definitions { get; }

    /// <summary>The root types as they are named, object types or not.</summary>
    internal IReadOnlyDictionary<OperationKind, NamedType> DeclaredRoots { get; }

    internal Field SchemaField { get; }

    internal Field TypeField { get; }

    internal Field TypenameField { get; }

    public NamedType? Type(string name) => _types.GetValueOrDefault(name);

    public DirectiveDefinition? Directive(string name) => _directives.GetValueOrDefault(name);

    public ObjectType? Root(OperationKind operation) => operation switch
    {
        OperationKind.Query => Query,
        OperationKind.Mutation => Mutation,
        _ => Subscription,
    };

    /// <summary>The field of a type by name, meta-fields included.</summary>
    public Field? Field(NamedType parent, string name) => name switch
    {
        "__typename" when parent.IsComposite => TypenameField,
        "__schema" when ReferenceEquals(parent, Query) => SchemaField,
        "__type" when ReferenceEquals(parent, Query) => TypeField,
        _ => (parent as FieldedType)?.Field(name),
    };

    /// <summary>The type that a reference in a document names, or null where its name is unknown.</summary>
    public GraphType? Resolve(TypeNode reference) => reference switch
    {
        NonNullTypeNode node => Resolve(node.Nullable) is { } inner ? new NonNullType(inner) : null,
        ListTypeNode node => Resolve(node.Item) is { } item ? new ListType(item) : null,
        NamedTypeNode node => Type(node.Name.Value),
        _ => null,
    };

    /// <summary>The object types that a value of an abstract type can have.</summary>
    public IReadOnlyList<ObjectType> PossibleTypes(NamedType type) =>
        type is ObjectType single ? [single] : _possibleTypes.GetValueOrDefault(type) ?? [];

    /// <summary>Whether <paramref name="member"/> belongs to the union or implements the interface.</summary>
    public static bool IsMember(NamedType abstractType, NamedType member) => abstractType switch
    {
        UnionType union => union.Members.Contains(member),
        InterfaceType face => (member as FieldedType)?.Interfaces.Contains(face) == true,
        _ => false,
    };

    /// <summary>Whether a value of <paramref name="type"/> may stand where <paramref name="super"/> is expected (section 3.6).</summary>
    public static bool IsSubtype(GraphType type, GraphType super) => (type, super) switch
    {
        (NonNullType a, NonNullType b) => IsSubtype(a.Inner, b.Inner),
        (_, NonNullType) => false,
        (NonNullType a, _) => IsSubtype(a.Inner, super),
        (ListType a, ListType b) => IsSubtype(a.Item, b.Item),
        (NamedType a, NamedType b) => ReferenceEquals(a, b) || IsMember(b, a),
        _ => false,
    };

    /// <summary>Whether one object type can be both.</summary>
    public bool Overlap(NamedType left, NamedType right) =>
        ReferenceEquals(left, right) || PossibleTypes(left).Any(PossibleTypes(right).Contains);

    private static ObjectType[] PossibleTypesOf(NamedType abstractType, IReadOnlyList<NamedType> types) =>
        abstractType is UnionType union ? [.. union.Members] : [.. types.OfType<ObjectType>().Where(type => IsMember(abstractType, type))];
}
