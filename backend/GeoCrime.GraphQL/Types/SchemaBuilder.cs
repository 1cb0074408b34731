using GeoCrime.GraphQL.Language;

namespace GeoCrime.GraphQL.Types;

/// <summary>Builds a schema from its definitions and extensions.</summary>
internal sealed class SchemaBuilder
{
    private readonly Dictionary<string, NamedType> _types = [];
    private readonly List<DefinitionNode> _definitions;

    private SchemaBuilder(DocumentNode document)
    {
        // A directive may be defined anew; a built-in type stays what it is.
        var built = Prelude.Document.Definitions;
        var types = built.OfType<TypeDefinitionNode>().Select(type => type.Name.Value).ToHashSet();
        var directives = document.Definitions.OfType<DirectiveDefinitionNode>().Select(directive => directive.Name.Value).ToHashSet();
        _definitions =
        [
            .. document.Definitions.Where(node => node is not TypeDefinitionNode type || !types.Contains(type.Name.Value)),
            .. built.Where(node => node is not DirectiveDefinitionNode directive || !directives.Contains(directive.Name.Value)),
        ];
    }

    /// <param name="document">Definitions that passed the rules for schema documents.</param>
    public static Schema Build(DocumentNode document) => new SchemaBuilder(document).Build();

    private Schema Build()
    {
        var groups = _definitions.OfType<TypeDefinitionNode>().GroupBy(node => node.Name.Value).ToList();
        foreach (var group in groups)
            _types[group.Key] = Declare([.. group.OrderBy(node => node.IsExtension)]);
        foreach (var type in _types.Values)
            Fill(type);
        var schemas = _definitions.OfType<SchemaNode>().OrderBy(node => node.IsExtension).ToList();
        var directives = _definitions.OfType<DirectiveDefinitionNode>().Select(Directive).ToList();
        var referenced = _definitions.SelectMany(SyntaxTree.Descendants).OfType<NamedTypeNode>().Select(reference => reference.Name.Value).ToHashSet();
        // A built-in scalar that nothing refers to is not part of the schema (section 3.5).
        var types = _types.Values.Where(type => type is not ScalarType { IsBuiltIn: true } || referenced.Contains(type.Name));
        return new Schema(schemas.Select(node => node.Description?.Value).FirstOrDefault(), [.. types], directives, Roots(schemas), schemas);
    }

    private static NamedType Declare(List<TypeDefinitionNode> definitions)
    {
        var first = definitions[0];
        var (name, description) = (first.Name.Value, first.Description?.Value);
        NamedType type = first switch
        {
            ScalarTypeNode => new ScalarType(name, description),
            ObjectTypeNode => new ObjectType(name, description),
            InterfaceTypeNode => new InterfaceType(name, description),
            UnionTypeNode => new UnionType(name, description),
            EnumTypeNode => new EnumType(name, description),
            _ => new InputObjectType(name, description),
        };
        type.Definitions = definitions;
        return type;
    }

    private void Fill(NamedType type)
    {
        var directives = type.Definitions.SelectMany(node => node.Directives).ToList();
        switch (type)
        {
            case ScalarType scalar:
                scalar.SpecifiedBy = ArgumentOf(directives, "specifiedBy", "url");
                break;
            case FieldedType fielded:
                var nodes = type.Definitions.Cast<FieldedTypeNode>().ToList();
                fielded.Interfaces = [.. nodes.SelectMany(node => node.Interfaces).Select(name => Resolve(name)).OfType<InterfaceType>()];
                fielded.SetFields([.. nodes.SelectMany(node => node.Fields).Select(FieldOf)]);
                break;
            case UnionType union:
                union.Members = [.. type.Definitions.Cast<UnionTypeNode>().SelectMany(node => node.Members).Select(Resolve).OfType<ObjectType>()];
                break;
            case EnumType choice:
                choice.Values =
                [
                    .. type.Definitions.Cast<EnumTypeNode>().SelectMany(node => node.Values)
                        .Select(node => new EnumValue(node.Name.Value, node.Description?.Value, Deprecation(node.Directives), node)),
                ];
                break;
            case InputObjectType input:
                input.IsOneOf = directives.Any(directive => directive.Name.Value == "oneOf");
                input.Fields = [.. type.Definitions.Cast<InputObjectTypeNode>().SelectMany(node => node.Fields).Select(InputOf)];
                break;
        }
    }

    private Dictionary<OperationKind, NamedType> Roots(List<SchemaNode> schemas)
    {
        // Without a schema definition the types Query, Mutation and Subscription are the roots (section 3.3.1).
        var named = schemas.SelectMany(node => node.OperationTypes).Select(node => (node.Operation, Name: node.Type.Name.Value));
        if (schemas.All(node => node.IsExtension))
            named = named.Concat(Enum.GetValues<OperationKind>().Select(operation => (operation, operation.ToString())));
        var roots = new Dictionary<OperationKind, NamedType>();
        foreach (var (operation, name) in named)
            if (_types.GetValueOrDefault(name) is { } root)
                roots[operation] = root;
        return roots;
    }

    private Field FieldOf(FieldDefinitionNode node) => new(
        node.Name.Value, node.Description?.Value, Resolve(node.Type), [.. node.Arguments.Select(InputOf)], Deprecation(node.Directives), node);

    private InputValue InputOf(InputValueNode node) => new(
        node.Name.Value, node.Description?.Value, Resolve(node.Type), node.DefaultValue, Deprecation(node.Directives), node);

    private DirectiveDefinition Directive(DirectiveDefinitionNode node) => new(
        node.Name.Value, node.Description?.Value, [.. node.Arguments.Select(InputOf)], node.IsRepeatable,
        [.. node.Locations.Select(location => location.Value)], node);

    private GraphType Resolve(TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.Nullable)),
        ListTypeNode list => new ListType(Resolve(list.Item)),
        _ => _types[((NamedTypeNode)node).Name.Value],
    };

    private static string? Deprecation(IReadOnlyList<DirectiveNode> directives) =>
        directives.All(directive => directive.Name.Value != "deprecated")
            ? null
            : ArgumentOf(directives, "deprecated", "reason") ?? "No longer supported";

    private static string? ArgumentOf(IReadOnlyList<DirectiveNode> directives, string directive, string argument) =>
        directives.Where(node => node.Name.Value == directive)
            .SelectMany(node => node.Arguments)
            .Where(node => node.Name.Value == argument)
            .Select(node => (node.Value as StringNode)?.Value)
            .FirstOrDefault();
}
