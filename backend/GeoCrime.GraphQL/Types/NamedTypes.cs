using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Types;

/// <summary>A type with a name (section 3.4). Members are filled in while the schema is built and fixed afterwards.</summary>
public abstract class NamedType(string name, string? description) : GraphType
{
    public string Name { get; } = name;

    public string? Description { get; internal set; } = description;

    /// <summary>The definition and its extensions, for the places of error messages.</summary>
    public IReadOnlyList<TypeDefinitionNode> Definitions { get; internal set; } = [];

    public override NamedType Named => this;

    /// <summary>Objects, interfaces and unions: types that need a selection set.</summary>
    public bool IsComposite => this is FieldedType or UnionType;

    public bool IsLeaf => this is ScalarType or EnumType;

    public bool IsAbstract => this is InterfaceType or UnionType;

    /// <summary>Whether it is one of the types of section 4, which every schema has.</summary>
    public bool IsIntrospection => Name.StartsWith("__", StringComparison.Ordinal) && Prelude.TypeNames.Contains(Name);

    public override string ToString() => Name;
}

public sealed class ScalarType(string name, string? description) : NamedType(name, description)
{
    public string? SpecifiedBy { get; internal set; }

    /// <summary>How input becomes a value; accepts anything until a custom scalar is bound.</summary>
    internal ScalarInput Input { get; set; } = ScalarInput.For(name);

    public bool IsBuiltIn => Name is "Int" or "Float" or "String" or "Boolean" or "ID";
}

/// <summary>An object or an interface.</summary>
public abstract class FieldedType(string name, string? description) : NamedType(name, description)
{
    private Dictionary<string, Field> _byName = [];

    public IReadOnlyList<Field> Fields { get; private set; } = [];

    public IReadOnlyList<InterfaceType> Interfaces { get; internal set; } = [];

    public Field? Field(string name) => _byName.GetValueOrDefault(name);

    internal void SetFields(IReadOnlyList<Field> fields)
    {
        _byName = [];
        foreach (var field in fields)
            _byName[field.Name] = field;
        Fields = fields;
    }
}

public sealed class ObjectType(string name, string? description) : FieldedType(name, description);

public sealed class InterfaceType(string name, string? description) : FieldedType(name, description);

public sealed class UnionType(string name, string? description) : NamedType(name, description)
{
    public IReadOnlyList<ObjectType> Members { get; internal set; } = [];
}

public sealed class EnumType(string name, string? description) : NamedType(name, description)
{
    public IReadOnlyList<EnumValue> Values { get; internal set; } = [];

    public bool Has(string value) => Values.Any(known => known.Name == value);
}

public sealed class InputObjectType(string name, string? description) : NamedType(name, description)
{
    public IReadOnlyList<InputValue> Fields { get; internal set; } = [];

    /// <summary>Exactly one field is given, and it is not null (section 3.10.1).</summary>
    public bool IsOneOf { get; internal set; }

    public InputValue? Field(string name) => Fields.FirstOrDefault(field => field.Name == name);
}
