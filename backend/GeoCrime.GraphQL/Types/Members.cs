using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Types;

/// <summary>A field of an object or interface (section 3.6).</summary>
/// <param name="DeprecationReason">Null where the field is not deprecated.</param>
public sealed record Field(
    string Name,
    string? Description,
    GraphType Type,
    IReadOnlyList<InputValue> Arguments,
    string? DeprecationReason,
    FieldDefinitionNode? Definition)
{
    public InputValue? Argument(string name)
    {
        foreach (var argument in Arguments)
            if (argument.Name == name)
                return argument;
        return null;
    }
}

/// <summary>An argument, or a field of an input object (sections 3.6.1 and 3.10).</summary>
/// <param name="Default">The default as written; null where there is none.</param>
public sealed record InputValue(
    string Name,
    string? Description,
    GraphType Type,
    ValueNode? Default,
    string? DeprecationReason,
    InputValueNode? Definition)
{
    /// <summary>Whether a value must be given.</summary>
    public bool IsRequired => Type is NonNullType && Default is null;
}

public sealed record EnumValue(string Name, string? Description, string? DeprecationReason, EnumValueDefinitionNode? Definition);

/// <summary>A directive that documents may use (section 3.13).</summary>
/// <param name="Locations">Names of <see cref="DirectiveLocations"/>.</param>
public sealed record DirectiveDefinition(
    string Name,
    string? Description,
    IReadOnlyList<InputValue> Arguments,
    bool IsRepeatable,
    IReadOnlyList<string> Locations,
    DirectiveDefinitionNode? Definition)
{
    public InputValue? Argument(string name) => Arguments.FirstOrDefault(argument => argument.Name == name);
}
