using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.Rules;

/// <summary>Directives exist and stand where they may (sections 5.7.1 and 5.7.2).</summary>
internal static class KnownDirectives
{
    public static void Register(ValidationContext context, Visitor visitor) => visitor.Enter<DirectiveNode>(directive =>
    {
        if (!context.Directives.TryGetValue(directive.Name.Value, out var definition))
            context.Report($"Unknown directive \"@{directive.Name}\".", directive);
        else if (Location(context) is var location && definition.Locations.All(allowed => allowed.Value != location))
            context.Report($"Directive \"@{directive.Name}\" may not be used on {location}.", directive);
    });

    private static string Location(ValidationContext context) => context.Walker.Parent switch
    {
        OperationNode operation => Printer.Keyword(operation.Operation).ToUpperInvariant(),
        FieldNode => "FIELD",
        FragmentSpreadNode => "FRAGMENT_SPREAD",
        InlineFragmentNode => "INLINE_FRAGMENT",
        FragmentNode => "FRAGMENT_DEFINITION",
        VariableDefinitionNode => "VARIABLE_DEFINITION",
        SchemaNode => "SCHEMA",
        ScalarTypeNode => "SCALAR",
        ObjectTypeNode => "OBJECT",
        FieldDefinitionNode => "FIELD_DEFINITION",
        InterfaceTypeNode => "INTERFACE",
        UnionTypeNode => "UNION",
        EnumTypeNode => "ENUM",
        EnumValueDefinitionNode => "ENUM_VALUE",
        InputObjectTypeNode => "INPUT_OBJECT",
        _ => context.Walker.Grandparent is InputObjectTypeNode ? "INPUT_FIELD_DEFINITION" : "ARGUMENT_DEFINITION",
    };
}
