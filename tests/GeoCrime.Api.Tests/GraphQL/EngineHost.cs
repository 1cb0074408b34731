using GeoCrime.Api.Schema;
using GeoCrime.GraphQL;
using GeoCrime.GraphQL.Execution;
using GeoCrime.GraphQL.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace GeoCrime.Api.Tests.GraphQL;

/// <summary>Kestrel with /graphql over a schema of the test's own.</summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private EngineHost(WebApplication app) => this.app = app;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>The answer to the last request, done once its last byte was handed to the connection.</summary>
    public Task LastAnswer { get; private set; } = Task.CompletedTask;

    public static async Task<EngineHost> StartAsync(string sdl, Action<Bindings> bind, EngineOptions? options = null, Func<CancellationToken, Task<string>>? state = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var host = new EngineHost(builder.Build());
        var http = new GraphQLHttp(GraphQLEngine.Build(sdl, bind, options), new PersistedDocuments([]), state);
        host.app.MapMethods("/graphql", ["GET", "POST"], context => host.LastAnswer = http.AnswerAsync(context));
        await host.app.StartAsync();
        host.Http = new HttpClient { BaseAddress = new Uri(host.app.Urls.Single()) };
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
