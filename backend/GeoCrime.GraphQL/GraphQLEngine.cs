using System.Runtime.CompilerServices;
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
    private readonly DocumentMemory _memory;

    private GraphQLEngine(Schema schema, BindingTable bindings, EngineOptions options)
    {
        Schema = schema;
        Options = options;
        _bindings = bindings;
        _memory = new DocumentMemory(options.RememberedDocuments);
    }

    public Schema Schema { get; }

    public EngineOptions Options { get; }

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

    /// <summary>Parses and validates a document and chooses its operation; documents seen before are remembered.</summary>
    public PreparedOperation Prepare(GraphQLRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (document, errors) = _memory.GetOrAdd(request.Query ?? "", Check);
        if (errors.Count > 0)
            return new PreparedOperation(errors);
        var operations = document!.Operations.Where(each => request.OperationName is null || each.Name?.Value == request.OperationName).ToList();
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
        if (Plan(prepared, context, out var planner, out var plan) is { } refused)
            return refused;
        if (prepared.Kind == OperationKind.Subscription)
            return new Response([new GraphQLError("Subscriptions are answered as an event stream; accept text/event-stream.", ErrorCodes.BadRequest)]);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Options.TimeLimit);
        context.CancellationToken = limit.Token;
        var run = new Settlement(planner, context, Options.OnUnforeseen);
        var root = plan.Binding.Root!(context);
        try
        {
            var settling = prepared.Kind == OperationKind.Mutation ? run.SettleSeriallyAsync(plan, root) : run.SettleRootAsync(plan, root);
            // A resolver that does not heed its token is left behind.
            var data = settling.IsCompletedSuccessfully
                ? settling.Result
                : await settling.AsTask().WaitAsync(limit.Token).ConfigureAwait(false);
            return new Response(run.Errors, planner, plan, data);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested && limit.IsCancellationRequested)
        {
            var error = new GraphQLError($"The operation took longer than {Options.TimeLimit.TotalSeconds} s.", ErrorCodes.TimeLimit);
            return new Response([error], planner, plan, null);
        }
    }

    /// <summary>Executes a subscription: one response for each event; a single one with errors where it cannot start.</summary>
    public async IAsyncEnumerable<Response> SubscribeAsync(
        PreparedOperation prepared, RequestContext context, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (Plan(prepared, context, out var planner, out var plan) is { } refused)
        {
            yield return refused;
            yield break;
        }
        if (prepared.Kind != OperationKind.Subscription)
        {
            yield return await ExecuteAsync(prepared, context, cancellation).ConfigureAwait(false);
            yield break;
        }
        context.CancellationToken = cancellation;
        var responses = Subscription.RunAsync(plan, plan.Binding.Root!(context), planner, context, Options.OnUnforeseen, cancellation);
        await foreach (var response in responses.ConfigureAwait(false))
            yield return response;
    }

    private CheckedDocument Check(string text)
    {
        try
        {
            var document = Parser.Parse(text, Options.Parsing);
            var errors = DocumentValidator.Validate(Schema, document);
            return new CheckedDocument(document, errors.Count > 0 || Options.Introspection ? errors : RefuseIntrospection(document));
        }
        catch (GraphQLException error)
        {
            return new CheckedDocument(null, [error.Error]);
        }
    }

    private static List<GraphQLError> RefuseIntrospection(DocumentNode document) =>
    [
        .. SyntaxTree.Descendants(document).OfType<FieldNode>()
            .Where(field => field.Name.Value is "__schema" or "__type")
            .Select(field => new GraphQLError("Introspection is switched off.", ErrorCodes.IntrospectionOff, [field.Location])),
    ];

    // The response where the request fails before execution; else null, and the plan.
    private Response? Plan(PreparedOperation prepared, RequestContext context, out Planner planner, out SelectionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        ArgumentNullException.ThrowIfNull(context);
        (planner, plan) = (null!, null!);
        if (prepared.Operation is not { } operation)
            return new Response(prepared.Errors);
        var errors = new List<GraphQLError>();
        var variables = VariableCoercion.Coerce(Schema, operation, prepared.Variables, errors);
        if (errors.Count == 0 && new CostAnalysis(Schema, _bindings, variables, Options).Check(prepared.Document!, operation) is { } exceeded)
            errors.Add(exceeded);
        if (errors.Count > 0)
            return new Response(errors);
        try
        {
            planner = new Planner(Schema, _bindings, prepared.Document!, variables);
            plan = planner.Root(Schema.Root(operation.Operation)!, operation);
            return null;
        }
        catch (GraphQLException error)
        {
            return new Response([error.Error]);
        }
    }
}
