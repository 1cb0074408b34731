using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation.SchemaRules;

/// <summary>Gathers the errors of one schema, with the checks that several rules share.</summary>
internal sealed class SchemaReport(Schema schema)
{
    private readonly List<GraphQLError> _errors = [];

    public Schema Schema { get; } = schema;

    public IReadOnlyList<GraphQLError> Errors => _errors;

    public void Add(string message, params IEnumerable<Node?> nodes) =>
        _errors.Add(GraphQLError.Validation(message, nodes.OfType<Node>().Select(node => node.Location)));

    public void CheckName(string name, Node? node)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
            Add($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", node);
    }

    /// <summary>Checks what arguments and input fields have in common.</summary>
    /// <param name="coordinate">Such as <c>Query.runs(first:)</c>.</param>
    /// <param name="kind">"argument" or "input field".</param>
    /// <param name="typeNode">Where a wrong type is shown.</param>
    public void CheckInput(InputValue input, string coordinate, string kind, Node? typeNode)
    {
        CheckName(input.Name, input.Definition);
        if (!input.Type.IsInput)
            Add($"The type of {coordinate} must be Input Type but got: {input.Type}.", typeNode);
        if (input.IsRequired && input.DeprecationReason is not null)
            Add($"Required {kind} {coordinate} cannot be deprecated.", Deprecated(input.Definition?.Directives), input.Definition?.Type);
        if (input.Default is { } literal && input.Type.IsInput)
            new LiteralCoercion(null, (message, node, path) =>
                Add($"{coordinate} has invalid default value{ValuePath.Describe(path)}: {message}", node)).Coerce(literal, input.Type);
    }

    public static DirectiveNode? Deprecated(IReadOnlyList<DirectiveNode>? directives) =>
        directives?.FirstOrDefault(directive => directive.Name.Value == "deprecated");
}
