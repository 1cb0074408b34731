using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation;

/// <summary>Knows the types at the node that is being visited; a null type is one that the schema does not know.</summary>
internal sealed class TypeTracker(Schema schema)
{
    private readonly Stack<GraphType?> _types = new();
    private readonly Stack<NamedType?> _parents = new();
    private readonly Stack<GraphType?> _inputs = new();
    private readonly Stack<Field?> _fields = new();
    private readonly Stack<ValueNode?> _defaults = new();
    private DirectiveDefinition? _directive;

    /// <summary>Output type of the field, fragment or operation.</summary>
    public GraphType? Type => Top(_types);

    /// <summary>Composite type that the selections belong to.</summary>
    public NamedType? ParentType => Top(_parents);

    public Field? Field => Top(_fields);

    /// <summary>Type that the input value must have.</summary>
    public GraphType? InputType => Top(_inputs);

    /// <summary>Type of the list or object around the input value.</summary>
    public GraphType? ParentInputType => _inputs.Skip(1).FirstOrDefault();

    /// <summary>Default of the position of the input value.</summary>
    public ValueNode? Default => Top(_defaults);

    public InputValue? Argument { get; private set; }

    public void Enter(Node node)
    {
        switch (node)
        {
            case SelectionSetNode:
                _parents.Push(Type?.Named is { IsComposite: true } composite ? composite : null);
                break;
            case FieldNode field:
                var definition = ParentType is { } parent ? schema.Field(parent, field.Name.Value) : null;
                _fields.Push(definition);
                _types.Push(definition?.Type);
                break;
            case DirectiveNode directive:
                _directive = schema.Directive(directive.Name.Value);
                break;
            case OperationNode operation:
                _types.Push(schema.Root(operation.Operation));
                break;
            case InlineFragmentNode inline:
                PushOutput(inline.TypeCondition is { } condition ? schema.Resolve(condition) : Type?.Named);
                break;
            case FragmentNode fragment:
                PushOutput(schema.Resolve(fragment.TypeCondition));
                break;
            case VariableDefinitionNode variable:
                PushInput(schema.Resolve(variable.Type));
                break;
            case ArgumentNode argument:
                Argument = _directive is not null ? _directive.Argument(argument.Name.Value) : Field?.Argument(argument.Name.Value);
                _defaults.Push(Argument?.Default);
                PushInput(Argument?.Type);
                break;
            case ListNode:
                _defaults.Push(null);
                PushInput((InputType?.Nullable as ListType)?.Item);
                break;
            case ObjectFieldNode entry:
                var input = (InputType?.Named as InputObjectType)?.Field(entry.Name.Value);
                _defaults.Push(input?.Default);
                PushInput(input?.Type);
                break;
        }
    }

    public void Leave(Node node)
    {
        switch (node)
        {
            case SelectionSetNode:
                _parents.Pop();
                break;
            case FieldNode:
                _fields.Pop();
                _types.Pop();
                break;
            case DirectiveNode:
                _directive = null;
                break;
            case OperationNode or InlineFragmentNode or FragmentNode:
                _types.Pop();
                break;
            case VariableDefinitionNode:
                _inputs.Pop();
                break;
            case ArgumentNode:
                Argument = null;
                _defaults.Pop();
                _inputs.Pop();
                break;
            case ListNode or ObjectFieldNode:
                _defaults.Pop();
                _inputs.Pop();
                break;
        }
    }

    private void PushOutput(GraphType? type) => _types.Push(type is { IsOutput: true } ? type : null);

    private void PushInput(GraphType? type) => _inputs.Push(type is { IsInput: true } ? type : null);

    private static T? Top<T>(Stack<T?> stack)
        where T : class => stack.TryPeek(out var top) ? top : null;
}
