using GeoCrime.Domain;
using GeoCrime.GraphQL;
using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Execution;
using GeoCrime.GraphQL.Http;
using GeoCrime.GraphQL.Language;
using Microsoft.AspNetCore.Http.Features;
using StatusCodes = GeoCrime.GraphQL.Http.StatusCodes;

namespace GeoCrime.Api.Schema;

/// <summary>Answers requests over HTTP by an engine, whatever its schema (GraphQL over HTTP; graphql-sse, distinct connections).</summary>
/// <param name="state">Reads a text that is another after every change of what queries read; null: answers have no ETag.</param>
public sealed class GraphQLHttp(GraphQLEngine engine, PersistedDocuments persisted, Func<CancellationToken, Task<string>>? state = null)
{
    private const int NotAcceptable = 406;

    /// <summary>How much of a body that is refused is still taken off the connection, so that its sender gets to read why.</summary>
    private const long MostDrained = 32 << 20;
    private const string Vary = "Accept, Accept-Encoding, Authorization, Cookie";

    public async Task AnswerAsync(HttpContext context)
    {
        try
        {
            await AnswerPresentAsync(context);
        }
        catch (Exception error) when (error is OperationCanceledException || context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to be told, or nobody listens.
            context.Abort();
        }
    }

    private async Task AnswerPresentAsync(HttpContext context)
    {
        var (request, response, gone) = (context.Request, context.Response, context.RequestAborted);
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = Vary;
        if (ResponseMediaNegotiation.Choose(request.Headers.Accept) is not { } media)
        {
            response.StatusCode = NotAcceptable;
            return;
        }
        response.ContentType = media.ContentType();
        var (asked, prepared) = await PrepareAsync(request, gone);
        var work = new RequestContext(context.RequestServices);
        if (media == ResponseMedia.EventStream)
        {
            await EventStream.WriteAsync(response.BodyWriter, engine.SubscribeAsync(prepared, work, gone), gone);
            return;
        }
        var before = IsCacheable(request, prepared) ? await state!(gone) : null;
        var tag = before is null ? null : AnswerTag.Of(before, AccessPolicy.Local, asked!, media);
        if (tag is not null && AnswerTag.IsHeld(request, tag))
        {
            Allow(response, tag);
            response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status304NotModified;
            return;
        }
        var answer = await engine.ExecuteAsync(prepared, work, gone);
        response.StatusCode = StatusCodes.Of(media, answer);
        // What failed may succeed the next time; what changed under way belongs to neither state.
        if (tag is not null && answer.Errors.Count == 0 && await state!(gone) == before)
            Allow(response, tag);
        await answer.WriteAsync(response.BodyWriter, whole => response.ContentLength = whole, engine.Options.ReaderPatience, gone);
    }

    private bool IsCacheable(HttpRequest request, PreparedOperation prepared) =>
        state is not null && HttpMethods.IsGet(request.Method) && prepared.Kind == OperationKind.Query;

    private static void Allow(HttpResponse response, string tag)
    {
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
    }

    private async Task<(GraphQLRequest? Asked, PreparedOperation Prepared)> PrepareAsync(HttpRequest request, CancellationToken gone)
    {
        try
        {
            if (CrossSiteGuard.Check(request.Method, request.ContentType, request.Headers.ContainsKey(CrossSiteGuard.PreflightHeader)) is { } refused)
                throw new GraphQLException(refused);
            var asked = persisted.Resolve(await ReadAsync(request, engine.Options.MaxBodyBytes, gone));
            var prepared = engine.Prepare(asked);
            // A page of another site can make a browser send any GET.
            if (prepared.Kind == OperationKind.Mutation && HttpMethods.IsGet(request.Method))
                throw new GraphQLException("A mutation needs POST.", ErrorCodes.MutationByGet);
            return (asked, prepared);
        }
        catch (GraphQLException error)
        {
            return (null, PreparedOperation.Refused(error.Error));
        }
    }

    private static async Task<GraphQLRequest> ReadAsync(HttpRequest request, int mostBytes, CancellationToken gone)
    {
        if (HttpMethods.IsGet(request.Method))
            return RequestReader.FromParameters(name => request.Query.TryGetValue(name, out var value) ? value.ToString() : null);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostDrained;
        if (request.ContentLength > mostBytes)
            throw TooLarge(mostBytes);
        var body = request.BodyReader;
        try
        {
            var read = await body.ReadAsync(gone);
            // A body sent in chunks tells no length.
            while (!read.IsCompleted && read.Buffer.Length <= mostBytes)
            {
                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                read = await body.ReadAsync(gone);
            }
            try
            {
                return read.Buffer.Length <= mostBytes ? RequestReader.FromJson(read.Buffer) : throw TooLarge(mostBytes);
            }
            finally
            {
                body.AdvanceTo(read.Buffer.End);
            }
        }
        catch (BadHttpRequestException)
        {
            throw new GraphQLException("The body came too slowly or broke off.", ErrorCodes.BodyTimeout);
        }
    }

    private static GraphQLException TooLarge(int mostBytes) => new($"The body is larger than {mostBytes} bytes, the most that is allowed.", ErrorCodes.BodyLimit);
}
