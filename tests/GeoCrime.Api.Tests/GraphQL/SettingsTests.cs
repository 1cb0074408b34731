using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using GeoCrime.GraphQL.Execution;
using GeoCrime.GraphQL.Http;
using GeoCrime.Tests;

namespace GeoCrime.Api.Tests.GraphQL;

#pragma warning disable CA1822 // Resolvers are members of an instance.

public class SettingsTests(Servers servers)
{
    [Theory]
    [InlineData("MaxTokens", "15", "{ a: __typename b: __typename c: __typename d: __typename e: __typename f: __typename }", "TOKEN_LIMIT")]
    [InlineData("MaxDepth", "3", "{ jurisdictions { dataset { quality { rows } } } }", "DEPTH_LIMIT")]
    [InlineData("MaxDepth", "3", "{ ...F } fragment F on Query { jurisdictions { ...G } } fragment G on Jurisdiction { dataset { quality { rows } } }", "DEPTH_LIMIT")]
    [InlineData("MaxAliases", "2", "{ a: __typename b: __typename c: __typename }", "ALIAS_LIMIT")]
    [InlineData("MaxCost", "10", "{ runs(first: 100) { nodes { jurisdiction { code } } } }", "COST_LIMIT")]
    [InlineData("MaxPageSize", "50", "{ runs(first: 51) { totalCount } }", "PAGE_SIZE_LIMIT")]
    [InlineData("Introspection", "false", "{ __schema { queryType { name } } }", "INTROSPECTION_OFF")]
    [InlineData("PersistedOnly", "true", "{ __typename }", "PERSISTED_QUERY_ONLY")]
    public async Task Configured_limit_refuses_with_its_code_and_before_execution(string setting, string value, string query, string code)
    {
        var town = await servers.TownAsync();
        await using var server = await TestServer.StartAsync(town.Database, ($"GraphQL:{setting}", value));

        var (given, _, _) = await server.RefusalAsync(query);
        var (_, body) = await server.AskAsync(query);

        Assert.Equal(code, given);
        Assert.False(body.TryGetProperty("data", out _));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_beyond_the_limit_is_413_whether_it_tells_its_length_or_not(bool chunked)
    {
        var town = await servers.TownAsync();
        await using var server = await TestServer.StartAsync(town.Database, ("GraphQL:MaxBodyBytes", "1000"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(JsonSerializer.Serialize(new { query = $"# {new string('x', 1000)}\n{{ __typename }}" }), Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("BODY_LIMIT", await CodeAsync(response));
    }

    [Fact]
    public async Task Operation_beyond_the_time_limit_ends_with_its_code()
    {
        await using var host = await EngineHost.StartAsync(
            "type Query { slow: Int deaf: Int }", bind => bind.Type("Query", new Sloth()), new EngineOptions { TimeLimit = TimeSpan.FromMilliseconds(50) });

        foreach (var field in new[] { "slow", "deaf" })
        {
            using var response = await host.Http.PostAsJsonAsync("/graphql", new { query = $"{{ {field} }}" });
            Assert.Equal("TIME_LIMIT", await CodeAsync(response));
        }
    }

    [Fact]
    public async Task Failure_that_was_not_foreseen_goes_out_as_an_id_alone()
    {
        (string Id, Exception Error)? logged = null;
        await using var host = await EngineHost.StartAsync(
            "type Query { broken: Int }", bind => bind.Type("Query", new Vault()), new EngineOptions { OnUnforeseen = (id, error) => logged = (id, error) });

        using var response = await host.Http.PostAsJsonAsync("/graphql", new { query = "{ broken }" });
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal("a secret", logged!.Value.Error.Message);
        Assert.Equal("""{"data":{"broken":null},"errors":[{"message":"Internal error","locations":[{"line":1,"column":3}],"path":["broken"],"extensions":{"code":"INTERNAL","id":"ID"}}]}""".Replace("ID\"", $"{logged.Value.Id}\""), text);
    }

    [Theory]
    [InlineData("GraphQL:MaxTokens", "0", "The token limit must be 1 or more.")]
    [InlineData("GraphQL:MaxCost", "-5", "MaxCost must be 1 or more.")]
    [InlineData("GraphQL:MaxCost", "many", "The settings of GraphQL cannot be used")]
    [InlineData("GraphQL:MaxCots", "5", "The settings of GraphQL cannot be used")]
    public async Task Setting_that_cannot_be_used_stops_the_start(string name, string value, string message)
    {
        var town = await servers.TownAsync();

        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() => TestServer.StartAsync(town.Database, (name, value)));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_of_a_folder_are_asked_for_by_their_hash_and_by_no_other()
    {
        var town = await servers.TownAsync();
        var folder = TestFolder.Create("documents");
        const string document = "query Codes { jurisdictions { code } }";
        await File.WriteAllTextAsync(Path.Combine(folder, "codes.graphql"), document);
        await using var server = await TestServer.StartAsync(town.Database, ("GraphQL:PersistedDocuments", folder), ("GraphQL:PersistedOnly", "true"));
        Directory.Delete(folder, recursive: true);

        var known = await server.Http.GetFromJsonAsync<JsonElement>(Address(PersistedDocuments.Hash(document)));
        using var unknown = await server.Http.GetAsync(Address(PersistedDocuments.Hash("{ __typename }")));
        using var added = await server.Http.PostAsJsonAsync("/graphql", new { query = "{ __typename }", extensions = new { persistedQuery = new { version = 1, sha256Hash = PersistedDocuments.Hash("{ __typename }") } } });

        Assert.Equal("town", known.GetProperty("data").GetProperty("jurisdictions")[0].GetProperty("code").GetString());
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", await CodeAsync(unknown));
        Assert.Equal("PERSISTED_QUERY_ONLY", await CodeAsync(added));

        static string Address(string hash) => $"/graphql?extensions={Uri.EscapeDataString($$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""")}";
    }

    [Theory]
    [InlineData("https://maps.example", "https://maps.example")]
    [InlineData("https://evil.example", null)]
    public async Task Only_pages_of_configured_origins_may_read_answers(string origin, string? allowed)
    {
        var town = await servers.TownAsync();
        await using var server = await TestServer.StartAsync(town.Database, ("GraphQL:Origins:0", "https://maps.example"));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type");
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7B__typename%7D");
        asked.Headers.Add("Origin", origin);

        foreach (var request in new[] { preflight, asked })
        {
            using var response = await server.Http.SendAsync(request);
            Assert.Equal(allowed, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null);
        }
    }

    private static async Task<string> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!;

    private sealed class Sloth
    {
        public async Task<int?> Slow(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 1;
        }

        public async Task<int?> Deaf()
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
            return 1;
        }
    }

    private sealed class Vault
    {
        public int? Broken() => throw new InvalidOperationException("a secret");
    }
}
