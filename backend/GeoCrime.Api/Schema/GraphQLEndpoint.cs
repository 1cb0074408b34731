using System.Buffers;
using GeoCrime.GraphQL;
using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Execution;
using GeoCrime.GraphQL.Http;
using GeoCrime.GraphQL.Language;
using StatusCodes = GeoCrime.GraphQL.Http.StatusCodes;

namespace GeoCrime.Api.Schema;

/// <summary>/graphql: the engine, bound to this API's schema, over HTTP.</summary>
internal static class GraphQLEndpoint
{
    private const int NotAcceptable = 406;
    private const int MostPerPage = 100_000;

    /// <summary>The served schema; every field of it is real.</summary>
    public static string Sdl
    {
        get
        {
            using var stream = typeof(GraphQLEndpoint).Assembly.GetManifestResourceStream("schema.graphql")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    public static void MapGraphQL(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("GeoCrime.GraphQL");
        var options = new EngineOptions { MaxPageSize = MostPerPage, OnUnforeseen = (id, error) => log.LogError(error, "Reference {Reference}", id) };
        var engine = GraphQLEngine.Build(Sdl, bind => Bind(bind, app.Services), options);
        var persisted = new PersistedDocuments([]);
        app.MapMethods("/graphql", ["GET", "POST"], context => AnswerAsync(context, engine, persisted));
    }

    internal static void Bind(Bindings bind, IServiceProvider services) => bind
        .AddScalars()
        .Type("Query", services.GetRequiredService<QueryResolvers>())
        .Type("Mutation", services.GetRequiredService<MutationResolvers>())
        .Type("Subscription", services.GetRequiredService<SubscriptionResolvers>())
        .Type<JurisdictionNode>("Jurisdiction")
        .Type<AreaNode>("Area")
        .Type<IncidentNode>("Incident")
        .Type<RunNode>("Run");

    private static async Task AnswerAsync(HttpContext context, GraphQLEngine engine, PersistedDocuments persisted)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-store";
        if (ResponseMediaNegotiation.Choose(request.Headers.Accept) is not { } media)
        {
            response.StatusCode = NotAcceptable;
            return;
        }
        response.ContentType = media.ContentType();
        PreparedOperation prepared;
        try
        {
            if (CrossSiteGuard.Check(request.Method, request.ContentType, request.Headers.ContainsKey(CrossSiteGuard.PreflightHeader)) is { } refused)
                throw new GraphQLException(refused);
            prepared = engine.Prepare(persisted.Resolve(await ReadAsync(request, engine.Options.MaxBodyBytes, context.RequestAborted)));
            // A page of another site can make a browser send any GET.
            if (prepared.Kind == OperationKind.Mutation && HttpMethods.IsGet(request.Method))
                throw new GraphQLException("A mutation needs POST.", ErrorCodes.MutationByGet);
        }
        catch (GraphQLException error)
        {
            prepared = PreparedOperation.Refused(error.Error);
        }
        var work = new RequestContext(context.RequestServices);
        if (media == ResponseMedia.EventStream)
        {
            await EventStream.WriteAsync(response.BodyWriter, engine.SubscribeAsync(prepared, work, context.RequestAborted), context.RequestAborted);
            return;
        }
        var answer = await engine.ExecuteAsync(prepared, work, context.RequestAborted);
        response.StatusCode = StatusCodes.Of(media, answer);
        await answer.WriteAsync(response.BodyWriter, context.RequestAborted);
    }

    private static async Task<GraphQLRequest> ReadAsync(HttpRequest request, int mostBytes, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(request.Method))
            return RequestReader.FromParameters(name => request.Query.TryGetValue(name, out var value) ? value.ToString() : null);
        if (request.ContentLength > mostBytes)
            throw TooLarge(mostBytes);
        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, cancellationToken);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == Microsoft.AspNetCore.Http.StatusCodes.Status413PayloadTooLarge)
        {
            // A body sent in chunks tells no length; the server stopped reading it.
            throw TooLarge(mostBytes);
        }
        return body.Length <= mostBytes
            ? RequestReader.FromJson(new ReadOnlySequence<byte>(body.GetBuffer().AsMemory(0, (int)body.Length)))
            : throw TooLarge(mostBytes);
    }

    private static GraphQLException TooLarge(int mostBytes) => new($"The body is larger than {mostBytes} bytes, the most that is allowed.", ErrorCodes.BodyLimit);
}
