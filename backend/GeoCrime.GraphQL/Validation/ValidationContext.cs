using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;

namespace GeoCrime.GraphQL.Validation;

/// <summary>What the rules share while one document is validated.</summary>
/// <param name="schema">Null while the document is itself a schema.</param>
internal sealed class ValidationContext(Schema? schema, DocumentNode document, int maxErrors)
{
    private readonly List<GraphQLError> _errors = [];
    private readonly FragmentGraph _fragments = new(document);
    private readonly Dictionary<ExecutableNode, List<VariableUsage>> _usages = [];

    public DocumentNode Document { get; } = document;

    /// <summary>The schema of an executable document.</summary>
    public Schema Schema => schema!;

    public TypeTracker Types { get; } = schema is null ? null! : new TypeTracker(schema);

    public DocumentWalker Walker { get; set; } = null!;

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>The directives of schema and document; the document's own come first.</summary>
    public IReadOnlyDictionary<string, DirectiveDefinitionNode> Directives { get; } = DirectivesOf(schema, document);

    /// <summary>Names of the types of schema and document; for a schema document without the built-in ones.</summary>
    public IReadOnlySet<string> TypeNames { get; } = TypeNamesOf(schema, document);

    /// <summary>The field being visited, such as <c>Query.runs</c>; meta-fields belong to no type.</summary>
    public string FieldCoordinate => $"{(Types.Field!.Name.StartsWith("__", StringComparison.Ordinal) ? "<meta>" : Types.ParentType)}.{Types.Field.Name}";

    public void Report(string message, params IEnumerable<Node> nodes)
    {
        if (_errors.Count >= maxErrors)
            throw new ValidationAbortedException("Too many validation errors, error limit reached. Validation aborted.");
        _errors.Add(GraphQLError.Validation(message, nodes.Select(node => node.Location)));
    }

    public FragmentNode? Fragment(string name) => _fragments.Find(name);

    /// <inheritdoc cref="FragmentGraph.Spreads"/>
    public IReadOnlyList<FragmentSpreadNode> Spreads(SelectionSetNode set) => _fragments.Spreads(set);

    /// <inheritdoc cref="FragmentGraph.Reachable"/>
    public IReadOnlyList<FragmentNode> Reachable(params IEnumerable<OperationNode> operations) => _fragments.Reachable(operations);

    /// <summary>The uses of variables in an operation and in all fragments that it reaches.</summary>
    public IEnumerable<VariableUsage> RecursiveUsages(OperationNode operation)
    {
        foreach (var usage in Usages(operation))
            yield return usage;
        foreach (var fragment in Reachable(operation))
        {
            foreach (var usage in Usages(fragment))
            {
                _fragments.Spend(1);
                yield return usage;
            }
        }
    }

    private List<VariableUsage> Usages(ExecutableNode definition)
    {
        if (_usages.TryGetValue(definition, out var known))
            return known;
        var found = new List<VariableUsage>();
        var types = new TypeTracker(Schema);
        var visitor = new Visitor();
        visitor.Skip<VariableDefinitionNode>();
        visitor.Enter<VariableNode>(node => found.Add(new VariableUsage(node, types.InputType, types.ParentInputType, types.Default)));
        new DocumentWalker([visitor], types).Walk(definition);
        return _usages[definition] = found;
    }

    private static Dictionary<string, DirectiveDefinitionNode> DirectivesOf(Schema? schema, DocumentNode document)
    {
        var known = schema?.Directives.Select(directive => directive.Definition!) ?? Prelude.Document.Definitions.OfType<DirectiveDefinitionNode>();
        var byName = new Dictionary<string, DirectiveDefinitionNode>();
        foreach (var directive in known.Concat(document.Definitions.OfType<DirectiveDefinitionNode>()))
            byName[directive.Name.Value] = directive;
        return byName;
    }

    private static HashSet<string> TypeNamesOf(Schema? schema, DocumentNode document) =>
    [
        .. schema?.Types.Select(type => type.Name) ?? [],
        .. document.Definitions.OfType<TypeDefinitionNode>().Where(node => !node.IsExtension).Select(node => node.Name.Value),
    ];
}

/// <summary>A variable where it is used.</summary>
/// <param name="Type">Type that the position expects; null where unknown.</param>
/// <param name="ParentType">Input object or list around it.</param>
/// <param name="Default">Default of the position.</param>
internal sealed record VariableUsage(VariableNode Node, GraphType? Type, GraphType? ParentType, ValueNode? Default);
