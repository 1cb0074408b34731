namespace GeoCrime.GraphQL.Language;

/// <content>Schema, type and directive definitions.</content>
public static partial class Printer
{
    private static string PrintTypeSystem(Node node) => node switch
    {
        SchemaNode schema => Definition(
            schema.Description, schema.IsExtension, "schema", Wrapped("", schema.Directives, " ", ""), Block(schema.OperationTypes)),
        OperationTypeNode operation => $"{Keyword(operation.Operation)}: {operation.Type}",
        ScalarTypeNode scalar => TypeDefinition(scalar, "scalar", "", ""),
        ObjectTypeNode type => TypeDefinition(type, "type", Implements(type), Block(type.Fields)),
        InterfaceTypeNode type => TypeDefinition(type, "interface", Implements(type), Block(type.Fields)),
        UnionTypeNode union => TypeDefinition(union, "union", "", Wrapped("= ", union.Members, " | ", "")),
        EnumTypeNode choice => TypeDefinition(choice, "enum", "", Block(choice.Values)),
        InputObjectTypeNode input => TypeDefinition(input, "input", "", Block(input.Fields)),
        FieldDefinitionNode field =>
            $"{Described(field.Description)}{field.Name}{Arguments(field.Arguments)}: {field.Type}{Spaced(field.Directives)}",
        InputValueNode input =>
            $"{Described(input.Description)}{input.Name}: {input.Type}{Default(input.DefaultValue)}{Spaced(input.Directives)}",
        EnumValueDefinitionNode value => $"{Described(value.Description)}{value.Name}{Spaced(value.Directives)}",
        DirectiveDefinitionNode directive => PrintDirective(directive),
        _ => throw new ArgumentException($"{node.GetType().Name} cannot be printed.", nameof(node)),
    };

    private static string PrintDirective(DirectiveDefinitionNode directive)
    {
        var repeatable = directive.IsRepeatable ? " repeatable" : "";
        var locations = Wrapped("", directive.Locations, " | ", "");
        return $"{Described(directive.Description)}directive @{directive.Name}{Arguments(directive.Arguments)}{repeatable} on {locations}";
    }

    private static string TypeDefinition(TypeDefinitionNode type, string keyword, string implements, string members) =>
        Definition(type.Description, type.IsExtension, keyword, type.Name.Value, implements, Wrapped("", type.Directives, " ", ""), members);

    private static string Definition(StringNode? description, bool isExtension, params IEnumerable<string> parts) =>
        $"{Described(description)}{(isExtension ? "extend " : "")}{string.Join(' ', parts.Where(part => part.Length > 0))}";

    private static string Implements(FieldedTypeNode type) => Wrapped("implements ", type.Interfaces, " & ", "");

    private static string Arguments(IReadOnlyList<InputValueNode> arguments)
    {
        var printed = arguments.Select(Print).ToList();
        return printed.Any(argument => argument.Contains('\n'))
            ? $"(\n{Indent(string.Join('\n', printed))}\n)"
            : printed.Count > 0 ? $"({string.Join(", ", printed)})" : "";
    }
}
