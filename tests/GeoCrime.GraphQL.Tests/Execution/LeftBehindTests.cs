using GeoCrime.GraphQL.Execution;
using GeoCrime.GraphQL.Http;

namespace GeoCrime.GraphQL.Tests.Execution;

/// <summary>Resolvers that do not heed their token go on after the client left, while the services of the request are taken down.</summary>
public sealed class LeftBehindTests
{
    private const string Sdl = "type Query { late(read: Boolean!): Int! }";

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task Resolver_that_finds_its_request_taken_down_is_no_error_of_the_server(string read)
    {
        var (unforeseen, query, services) = (new List<Exception>(), new Query(), new RequestServices());
        using var client = new CancellationTokenSource();
        var running = Engine(query, unforeseen).ExecuteAsync(new GraphQLRequest($"{{ late(read: {read}) }}"), new RequestContext(services), client.Token);

        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        services.Disposed = true;
        // Goes on to the end of the resolver before it returns.
        query.Waited.SetResult();

        Assert.True(query.Ended);
        Assert.Empty(unforeseen);
    }

    [Fact]
    public async Task Disposed_service_of_a_request_that_is_awaited_is_reported()
    {
        var (unforeseen, query) = (new List<Exception>(), new Query());
        var running = Engine(query, unforeseen).ExecuteAsync(
            new GraphQLRequest("{ late(read: true) }"), new RequestContext(new RequestServices { Disposed = true }), TestContext.Current.CancellationToken);

        query.Waited.SetResult();

        Assert.Equal("Internal error", Assert.Single((await running).Errors).Message);
        Assert.IsType<ObjectDisposedException>(Assert.Single(unforeseen));
    }

    private static GraphQLEngine Engine(Query query, List<Exception> unforeseen) =>
        GraphQLEngine.Build(Sdl, bind => bind.Type("Query", query), new EngineOptions { OnUnforeseen = (_, error) => unforeseen.Add(error) });

    private sealed class RequestServices : IServiceProvider
    {
        public bool Disposed { get; set; }

        public object? GetService(Type serviceType)
        {
            ObjectDisposedException.ThrowIf(Disposed, this);
            return "of the request";
        }
    }

    private sealed class Query
    {
        public TaskCompletionSource Waited { get; } = new();

        public bool Ended { get; private set; }

        /// <param name="read">Asks the request for a service at the end; else uses one that it holds.</param>
        public async Task<int> Late(bool read, RequestContext context)
        {
            await Waited.Task.ConfigureAwait(false);
            Ended = true;
            return read ? context.Get<string>().Length : throw new ObjectDisposedException("a service that was held");
        }
    }
}
