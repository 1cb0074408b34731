using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using GeoCrime.GraphQL.Errors;
using GeoCrime.GraphQL.Execution;
using GeoCrime.GraphQL.Http;

// Resolvers are instance members by the binding's convention.
#pragma warning disable CA1822

namespace GeoCrime.GraphQL.Tests.Execution;

public sealed class SubscriptionTests
{
    private const string Sdl = "type Query { a: Int } type Subscription { progress(to: Int!): Step! broken: Step! closed: Step! } type Step { at: Int! half: Int }";

    public sealed record Root(int? A);

    public sealed record Step(int At)
    {
        public int? Half() => At == 2 ? throw new GraphQLException("no half", "ODD") : At / 2;
    }

    public sealed class Source
    {
        public async IAsyncEnumerable<Step> Progress(int to, [EnumeratorCancellation] CancellationToken cancellation)
        {
            for (var i = 1; i <= to; i++)
            {
                await Task.Delay(1, cancellation);
                yield return new Step(i);
            }
        }

        public async IAsyncEnumerable<Step> Broken()
        {
            yield return new Step(1);
            await Task.Yield();
            throw new GraphQLException("source broke", "BROKEN");
        }

        public IAsyncEnumerable<Step> Closed() => throw new GraphQLException("closed", "CLOSED");
    }

    private static readonly GraphQLEngine Engine = GraphQLEngine.Build(
        Sdl, bind => bind.Type("Query", new Root(1)).Type("Subscription", new Source()).Type<Step>("Step"));

    [Fact]
    public async Task Each_event_is_a_response_with_its_own_errors() => Assert.Equal(
        [
            """{"data":{"progress":{"at":1,"half":0}}}""",
            """{"data":{"progress":{"at":2,"half":null}},"errors":[{"message":"no half","locations":[{"line":1,"column":37}],"path":["progress","half"],"extensions":{"code":"ODD"}}]}""",
            """{"data":{"progress":{"at":3,"half":1}}}""",
        ],
        await Responses("subscription { progress(to: 3) { at half } }"));

    [Fact]
    public async Task Stream_that_breaks_ends_with_an_error() => Assert.Equal(
        [
            """{"data":{"broken":{"at":1}}}""",
            """{"errors":[{"message":"source broke","locations":[{"line":1,"column":16}],"path":["broken"],"extensions":{"code":"BROKEN"}}]}""",
        ],
        await Responses("subscription { broken { at } }"));

    [Theory]
    [InlineData("subscription { closed { at } }", "CLOSED")]
    [InlineData("subscription { progress { at } }", "GRAPHQL_VALIDATION_FAILED")]
    public async Task Subscription_that_cannot_start_is_one_response(string query, string code) =>
        Assert.Contains($"\"code\":\"{code}\"", Assert.Single(await Responses(query)));

    [Fact]
    public async Task Subscription_is_not_answered_as_a_single_response() => Assert.Contains(
        "accept text/event-stream", await Run.Query(Engine, "subscription { progress(to: 1) { at } }"));

    [Fact]
    public async Task Events_go_out_as_server_sent_events()
    {
        using var stream = new MemoryStream();
        var pipe = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        var prepared = Engine.Prepare(new GraphQLRequest("subscription { progress(to: 2) { at } }"));
        await EventStream.WriteAsync(
            pipe, Engine.SubscribeAsync(prepared, new RequestContext(), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        await pipe.CompleteAsync();
        Assert.Equal(
            ":\n\nevent: next\ndata: {\"data\":{\"progress\":{\"at\":1}}}\n\nevent: next\ndata: {\"data\":{\"progress\":{\"at\":2}}}\n\nevent: complete\ndata:\n\n",
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static async Task<List<string>> Responses(string query)
    {
        var texts = new List<string>();
        var prepared = Engine.Prepare(new GraphQLRequest(query));
        await foreach (var response in Engine.SubscribeAsync(prepared, new RequestContext(), TestContext.Current.CancellationToken))
        {
            var buffer = new ArrayBufferWriter<byte>();
            response.Write(buffer);
            texts.Add(Encoding.UTF8.GetString(buffer.WrittenSpan));
        }
        return texts;
    }
}
