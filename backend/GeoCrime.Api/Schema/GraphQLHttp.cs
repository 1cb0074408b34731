using System.Buffers;
using GeoCrime.Domain;
using GeoCrime.GraphQL;
using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Execution;
using GeoCrime.GraphQL.Http;
using GeoCrime.GraphQL.Language;
using StatusCodes = GeoCrime.GraphQL.Http.StatusCodes;

namespace GeoCrime.Api.Schema;

/// <summary>Answers requests over HTTP by an engine, whatever its schema (GraphQL over HTTP; graphql-sse, distinct connections).</summary>
/// <param name="state">Reads a text that is another after every change of what queries read; null: answers have no ETag.</param>
public sealed class GraphQLHttp(GraphQLEngine engine, PersistedDocuments persisted, Func<CancellationToken, Task<string>>? state = null)
{
    private const int NotAcceptable = 406;
    private const string Vary = "Accept, Accept-Encoding, Authorization, Cookie";

    public async Task AnswerAsync(HttpContext context)
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
        await answer.WriteAsync(response.BodyWriter, whole => response.ContentLength = whole, gone);
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
        if (request.ContentLength > mostBytes)
            throw TooLarge(mostBytes);
        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, gone);
        }
        catch (BadHttpRequestException error)
        {
            // A body sent in chunks tells no length, and a slow one does not end: the server stopped reading it.
            throw error.StatusCode == Microsoft.AspNetCore.Http.StatusCodes.Status413PayloadTooLarge
                ? TooLarge(mostBytes)
                : new GraphQLException("The body came too slowly or broke off.", ErrorCodes.BodyTimeout);
        }
        return body.Length <= mostBytes
            ? RequestReader.FromJson(new ReadOnlySequence<byte>(body.GetBuffer().AsMemory(0, (int)body.Length)))
            : throw TooLarge(mostBytes);
    }

    private static GraphQLException TooLarge(int mostBytes) => new($"The body is larger than {mostBytes} bytes, the most that is allowed.", ErrorCodes.BodyLimit);
}
