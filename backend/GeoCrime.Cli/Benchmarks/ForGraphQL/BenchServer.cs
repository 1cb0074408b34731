using GeoCrime.Api.Schema;
using GeoCrime.GraphQL;
using GeoCrime.GraphQL.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GeoCrime.Cli.Benchmarks.ForGraphQL;

/// <summary>This product's engine and its HTTP side over the rows of the benchmark.</summary>
internal static class BenchServer
{
    /// <summary>Serves until cancelled; writes the port on standard output once it listens.</summary>
    public static async Task RunAsync(string schemaFile, string rowsFile, CancellationToken cancellationToken)
    {
        var rows = BenchRows.Read(rowsFile);
        var engine = GraphQLEngine.Build(await File.ReadAllTextAsync(schemaFile, cancellationToken), bind => bind.AddGeoJson().Type("Query", rows));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Services.AddResponseCompression();
        await using var app = builder.Build();
        var http = new GraphQLHttp(engine, new PersistedDocuments([]));
        app.UseResponseCompression();
        app.MapMethods("/graphql", ["GET", "POST"], http.AnswerAsync);
        var layer = GraphQLEngine.Build(HotspotLayer.Sdl, bind => bind.AddGeoJson().Type("Query", new HotspotLayer()));
        app.MapMethods("/layer", ["POST"], new GraphQLHttp(layer, new PersistedDocuments([])).AnswerAsync);
        await app.StartAsync(cancellationToken);
        Console.WriteLine(new Uri(app.Urls.Single()).Port);
        await app.WaitForShutdownAsync(cancellationToken);
    }
}
