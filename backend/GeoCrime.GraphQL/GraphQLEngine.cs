using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Execution;
using GeoCrime.GraphQL.Http;
using GeoCrime.GraphQL.Language;
using GeoCrime.GraphQL.Types;
using GeoCrime.GraphQL.Validation;

namespace GeoCrime.GraphQL;

/// <summary>Serves one schema: parses, validates and executes requests. Safe for use by many threads.</summary>
public sealed class GraphQLEngine
{
    private readonly BindingTable _bindings;
    private readonly EngineOptions _options;

    private GraphQLEngine(Schema schema, BindingTable bindings, EngineOptions options)
    {
        Schema = schema;
        _bindings = bindings;
        _options = options;
    }

    public Schema Schema { get; }

    /// <summary>Builds the schema and binds it to CLR types by the convention of <see cref="Bindings"/>.</summary>
    /// <exception cref="GraphQLException">The SDL has a syntax error.</exception>
    /// <exception cref="SchemaException">The schema is invalid, or does not fit the CLR types; names each element concerned.</exception>
    public static GraphQLEngine Build(string sdl, Action<Bindings> bind, EngineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(bind);
        var schema = SchemaLoader.Load(sdl);
        var bindings = new Bindings();
        bind(bindings);
        return new GraphQLEngine(schema, Binder.Bind(schema, bindings), options ?? new EngineOptions());
    }

    /// <summary>Parses and validates a document and chooses its operation.</summary>
    public PreparedOperation Prepare(GraphQLRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        DocumentNode document;
        try
        {
            document = Parser.Parse(request.Query ?? "", _options.Parsing);
        }
        catch (GraphQLException error)
        {
            return new PreparedOperation([error.Error]);
        }
        var errors = DocumentValidator.Validate(Schema, document);
        if (errors.Count > 0)
            return new PreparedOperation(errors);
        var operations = document.Operations.Where(each => request.OperationName is null || each.Name?.Value == request.OperationName).ToList();
        return operations switch
        {
            [var operation] => new PreparedOperation(document, operation, request.Variables),
            [] when request.OperationName is { } name => Refuse($"Unknown operation named \"{name}\"."),
            [] => Refuse("Must provide an operation."),
            _ => Refuse("Must provide operation name if query contains multiple operations."),
        };

        static PreparedOperation Refuse(string message) => new([new GraphQLError(message, ErrorCodes.OperationNotFound)]);
    }

    /// <inheritdoc cref="ExecuteAsync(PreparedOperation, RequestContext, CancellationToken)"/>
    public Task<Response> ExecuteAsync(GraphQLRequest request, RequestContext context, CancellationToken cancellation = default) =>
        ExecuteAsync(Prepare(request), context, cancellation);

    /// <summary>Executes a query or mutation; what fails stands in the response.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async Task<Response> ExecuteAsync(PreparedOperation prepared, RequestContext context, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        ArgumentNullException.ThrowIfNull(context);
        if (prepared.Operation is not { } operation)
            return new Response(prepared.Errors);
        var errors = new List<GraphQLError>();
        var variables = VariableCoercion.Coerce(Schema, operation, prepared.Variables, errors);
        if (errors.Count > 0)
            return new Response(errors);
        context.CancellationToken = cancellation;
        var planner = new Planner(Schema, _bindings, prepared.Document!, variables);
        var root = Schema.Root(operation.Operation)!;
        SelectionPlan plan;
        try
        {
            plan = planner.Root(root, operation);
        }
        catch (GraphQLException error)
        {
            return new Response([error.Error]);
        }
        var run = new Settlement(planner, context, _options.OnUnforeseen);
        var source = plan.Binding.Root!(context);
        var data = operation.Operation == OperationKind.Mutation
            ? await run.SettleSeriallyAsync(plan, source).ConfigureAwait(false)
            : await run.SettleRootAsync(plan, source).ConfigureAwait(false);
        return new Response(run.Errors, planner, plan, data);
    }
}
