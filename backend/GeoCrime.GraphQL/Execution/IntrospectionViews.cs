using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Execution;

/// <summary>The schema as <c>__Schema</c> shows it; bound by the same convention as any other type (section 4).</summary>
internal sealed record SchemaView(Schema Schema)
{
    public string? Description => Schema.Description;

    public IReadOnlyList<TypeView> Types => [.. Schema.Types.Select(type => new TypeView(type, Schema))];

    public TypeView QueryType => new(Schema.Query!, Schema);

    public TypeView? MutationType => TypeView.Of(Schema.Mutation, Schema);

    public TypeView? SubscriptionType => TypeView.Of(Schema.Subscription, Schema);

    public IReadOnlyList<DirectiveView> Directives => [.. Schema.Directives.Select(directive => new DirectiveView(directive, Schema))];
}

internal enum TypeKind
{
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    InputObject,
    List,
    NonNull,
}

internal sealed record TypeView(GraphType Type, Schema Schema)
{
    public TypeKind Kind => Type switch
    {
        ScalarType => TypeKind.Scalar,
        ObjectType => TypeKind.Object,
        InterfaceType => TypeKind.Interface,
        UnionType => TypeKind.Union,
        EnumType => TypeKind.Enum,
        InputObjectType => TypeKind.InputObject,
        ListType => TypeKind.List,
        _ => TypeKind.NonNull,
    };

    public string? Name => (Type as NamedType)?.Name;

    public string? Description => (Type as NamedType)?.Description;

    public string? SpecifiedByURL => (Type as ScalarType)?.SpecifiedBy;

    public bool? IsOneOf => (Type as InputObjectType)?.IsOneOf;

    public TypeView? OfType => Of((Type as ListType)?.Item ?? (Type as NonNullType)?.Inner, Schema);

    public IReadOnlyList<TypeView>? Interfaces =>
        Type is FieldedType fielded ? [.. fielded.Interfaces.Select(face => new TypeView(face, Schema))] : null;

    public IReadOnlyList<TypeView>? PossibleTypes =>
        Type is NamedType { IsAbstract: true } named ? [.. Schema.PossibleTypes(named).Select(type => new TypeView(type, Schema))] : null;

    public IReadOnlyList<FieldView>? Fields(bool includeDeprecated) =>
        (Type as FieldedType)?.Fields.Where(field => includeDeprecated || field.DeprecationReason is null)
            .Select(field => new FieldView(field, Schema)).ToList();

    public IReadOnlyList<EnumValueView>? EnumValues(bool includeDeprecated) =>
        (Type as EnumType)?.Values.Where(value => includeDeprecated || value.DeprecationReason is null)
            .Select(value => new EnumValueView(value)).ToList();

    public IReadOnlyList<InputValueView>? InputFields(bool includeDeprecated) =>
        (Type as InputObjectType) is { } input ? InputValueView.Of(input.Fields, includeDeprecated, Schema) : null;

    public static TypeView? Of(GraphType? type, Schema schema) => type is null ? null : new TypeView(type, schema);
}

internal sealed record FieldView(Field Field, Schema Schema)
{
    public string Name => Field.Name;

    public string? Description => Field.Description;

    public TypeView Type => new(Field.Type, Schema);

    public bool IsDeprecated => Field.DeprecationReason is not null;

    public string? DeprecationReason => Field.DeprecationReason;

    public IReadOnlyList<InputValueView> Args(bool includeDeprecated) => InputValueView.Of(Field.Arguments, includeDeprecated, Schema);
}

internal sealed record InputValueView(InputValue Input, Schema Schema)
{
    public string Name => Input.Name;

    public string? Description => Input.Description;

    public TypeView Type => new(Input.Type, Schema);

    public string? DefaultValue => Input.Default is null ? null : Printer.Print(Input.Default);

    public bool IsDeprecated => Input.DeprecationReason is not null;

    public string? DeprecationReason => Input.DeprecationReason;

    public static IReadOnlyList<InputValueView> Of(IReadOnlyList<InputValue> inputs, bool includeDeprecated, Schema schema) =>
        [.. inputs.Where(input => includeDeprecated || input.DeprecationReason is null).Select(input => new InputValueView(input, schema))];
}

internal sealed record EnumValueView(EnumValue Value)
{
    public string Name => Value.Name;

    public string? Description => Value.Description;

    public bool IsDeprecated => Value.DeprecationReason is not null;

    public string? DeprecationReason => Value.DeprecationReason;
}

internal sealed record DirectiveView(DirectiveDefinition Directive, Schema Schema)
{
    public string Name => Directive.Name;

    public string? Description => Directive.Description;

    public bool IsRepeatable => Directive.IsRepeatable;

    public IReadOnlyList<DirectiveLocation> Locations =>
        [.. Directive.Locations.Select(location => Enum.Parse<DirectiveLocation>(location.Replace("_", ""), ignoreCase: true))];

    public IReadOnlyList<InputValueView> Args(bool includeDeprecated) => InputValueView.Of(Directive.Arguments, includeDeprecated, Schema);
}

internal enum DirectiveLocation
{
    Query, Mutation, Subscription, Field, FragmentDefinition, FragmentSpread, InlineFragment, VariableDefinition, Schema,
    Scalar, Object, FieldDefinition, ArgumentDefinition, Interface, Union, Enum, EnumValue, InputObject, InputFieldDefinition,
}
