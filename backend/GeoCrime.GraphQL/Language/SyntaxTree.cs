namespace GeoCrime.GraphQL.Language;

/// <summary>The children of nodes, in the order in which they are written.</summary>
internal static class SyntaxTree
{
    /// <summary>Calls <paramref name="visit"/> for each child; names and descriptions are not visited.</summary>
    public static void ForEachChild(Node node, Action<Node> visit)
    {
        switch (node)
        {
            case DocumentNode document:
                Each(document.Definitions, visit);
                break;
            case OperationNode operation:
                Each(operation.Variables, visit);
                Each(operation.Directives, visit);
                visit(operation.SelectionSet);
                break;
            case FragmentNode fragment:
                visit(fragment.TypeCondition);
                Each(fragment.Directives, visit);
                visit(fragment.SelectionSet);
                break;
            case VariableDefinitionNode variable:
                visit(variable.Variable);
                visit(variable.Type);
                One(variable.DefaultValue, visit);
                Each(variable.Directives, visit);
                break;
            case SelectionSetNode set:
                Each(set.Selections, visit);
                break;
            case FieldNode field:
                Each(field.Arguments, visit);
                Each(field.Directives, visit);
                One(field.SelectionSet, visit);
                break;
            case FragmentSpreadNode spread:
                Each(spread.Directives, visit);
                break;
            case InlineFragmentNode inline:
                One(inline.TypeCondition, visit);
                Each(inline.Directives, visit);
                visit(inline.SelectionSet);
                break;
            case ArgumentNode argument:
                visit(argument.Value);
                break;
            case DirectiveNode directive:
                Each(directive.Arguments, visit);
                break;
            case ListNode list:
                Each(list.Values, visit);
                break;
            case ObjectNode map:
                Each(map.Fields, visit);
                break;
            case ObjectFieldNode field:
                visit(field.Value);
                break;
            case ListTypeNode list:
                visit(list.Item);
                break;
            case NonNullTypeNode nonNull:
                visit(nonNull.Nullable);
                break;
            default:
                ForEachTypeSystemChild(node, visit);
                break;
        }
    }

    /// <summary>The directives on a node; empty for nodes that take none.</summary>
    public static IReadOnlyList<DirectiveNode> Directives(Node node) => node switch
    {
        SelectionNode selection => selection.Directives,
        DefinitionNode definition => definition.Directives,
        VariableDefinitionNode variable => variable.Directives,
        FieldDefinitionNode field => field.Directives,
        InputValueNode input => input.Directives,
        EnumValueDefinitionNode value => value.Directives,
        _ => [],
    };

    /// <summary>The node and all nodes below it, parents first.</summary>
    public static IEnumerable<Node> Descendants(Node node)
    {
        var found = new List<Node>();
        void Visit(Node each)
        {
            found.Add(each);
            ForEachChild(each, Visit);
        }

        Visit(node);
        return found;
    }

    private static void ForEachTypeSystemChild(Node node, Action<Node> visit)
    {
        switch (node)
        {
            case SchemaNode schema:
                Each(schema.Directives, visit);
                Each(schema.OperationTypes, visit);
                break;
            case OperationTypeNode operation:
                visit(operation.Type);
                break;
            case TypeDefinitionNode type:
                Each((type as FieldedTypeNode)?.Interfaces ?? [], visit);
                Each(type.Directives, visit);
                Each((type as FieldedTypeNode)?.Fields ?? [], visit);
                Each((type as UnionTypeNode)?.Members ?? [], visit);
                Each((type as EnumTypeNode)?.Values ?? [], visit);
                Each((type as InputObjectTypeNode)?.Fields ?? [], visit);
                break;
            case FieldDefinitionNode field:
                Each(field.Arguments, visit);
                visit(field.Type);
                Each(field.Directives, visit);
                break;
            case InputValueNode input:
                visit(input.Type);
                One(input.DefaultValue, visit);
                Each(input.Directives, visit);
                break;
            case EnumValueDefinitionNode value:
                Each(value.Directives, visit);
                break;
            case DirectiveDefinitionNode directive:
                Each(directive.Arguments, visit);
                break;
        }
    }

    private static void One(Node? node, Action<Node> visit)
    {
        if (node is not null)
            visit(node);
    }

    private static void Each(IReadOnlyList<Node> nodes, Action<Node> visit)
    {
        foreach (var node in nodes)
            visit(node);
    }
}
