using System.Net;
using System.Net.Http.Headers;

namespace GeoCrime.Api.Tests.GraphQL;

#pragma warning disable CA1822 // Resolvers are members of an instance.

public class CachingTests(Servers servers)
{
    private const string Query = "/graphql?query=%7Bjurisdictions%7Bcode%20dataset%7Bincidents%7D%7D%7D";

    [Fact]
    public async Task Answer_by_GET_is_not_sent_again_while_nothing_has_changed()
    {
        var town = await servers.TownAsync();
        using var first = await town.Http.GetAsync(Query);
        using var second = await AskAsync(town, Query, first.Headers.ETag!);

        Assert.Equal(["Accept", "Accept-Encoding", "Authorization", "Cookie"], first.Headers.Vary);
        Assert.True(first.Headers.CacheControl is { Private: true, NoCache: true });
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(["Accept", "Accept-Encoding", "Authorization", "Cookie"], second.Headers.Vary);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task New_data_and_a_moved_run_make_a_new_tag()
    {
        var database = await servers.CreateDatabaseAsync();
        await SmallTown.LoadAsync(database, 20);
        await using var server = await TestServer.StartAsync(database);
        using var before = await server.Http.GetAsync(Query);

        await SmallTown.ImportAsync(database, 20, 30);
        using var loaded = await AskAsync(server, Query, before.Headers.ETag!);
        await server.SqlAsync("INSERT INTO geocrime.run (id, study, state, parameters, code_version, queued_at, progress) VALUES ('r', 'Forecast', 'Queued', '{}', '1', now(), 0)");
        using var queued = await AskAsync(server, Query, loaded.Headers.ETag!);
        await server.SqlAsync("UPDATE geocrime.run SET progress = 0.5");
        using var moved = await AskAsync(server, Query, queued.Headers.ETag!);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], [loaded.StatusCode, queued.StatusCode, moved.StatusCode]);
        Assert.NotEqual(await before.Content.ReadAsStringAsync(), await loaded.Content.ReadAsStringAsync());
        Assert.Equal(4, new[] { before, loaded, queued, moved }.Select(response => response.Headers.ETag!.Tag).Distinct().Count());
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Tag_depends_on_document_variables_operation_and_form()
    {
        var town = await servers.TownAsync();
        const string query = "/graphql?query=query%20a(%24c:String!)%7Bjurisdiction(code:%24c)%7Bcode%7D%7Dquery%20b(%24c:String!)%7Bjurisdiction(code:%24c)%7Bcode%7D%7D";
        string[] addresses = [Query, query + "&operationName=a&variables=%7B%22c%22:%22town%22%7D", query + "&operationName=b&variables=%7B%22c%22:%22town%22%7D", query + "&operationName=a&variables=%7B%22c%22:%22x%22%7D"];
        var tags = new HashSet<string>();
        foreach (var address in addresses)
            foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.Accept.ParseAdd(accept);
                using var response = await town.Http.SendAsync(request);
                tags.Add(response.Headers.ETag!.Tag);
            }

        Assert.Equal(2 * addresses.Length, tags.Count);
    }

    [Theory]
    [InlineData("GET", "{nothing}")]
    [InlineData("GET", "{jurisdiction(code:\"town\"){density(bandwidthMetres:1e9){max}}}")]
    [InlineData("POST", "{jurisdictions{code}}")]
    public async Task Answers_with_errors_and_answers_to_POST_are_not_kept(string method, string query)
    {
        var town = await servers.TownAsync();
        using var request = method == "GET"
            ? new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}")
            : new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = System.Net.Http.Json.JsonContent.Create(new { query }) };
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);

        using var response = await town.Http.SendAsync(request);

        Assert.NotEqual(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Null(response.Headers.ETag);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Contains("Cookie", response.Headers.Vary);
    }

    [Fact]
    public async Task Answer_whose_data_changed_under_way_has_no_tag()
    {
        var version = 0;
        await using var host = await EngineHost.StartAsync("type Query { a: Int! }", bind => bind.Type("Query", new Root()), state: _ => Task.FromResult($"{Interlocked.Increment(ref version)}"));

        using var response = await host.Http.GetAsync("/graphql?query=%7Ba%7D");

        Assert.Equal("""{"data":{"a":1}}""", await response.Content.ReadAsStringAsync());
        Assert.Null(response.Headers.ETag);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Large_answers_are_compressed_and_short_ones_are_not(string coding)
    {
        var town = await servers.TownAsync();
        using var large = await AskAsync(coding, "{jurisdiction(code:\"town\"){hotspots(cellMetres:60,permutations:0){cells{id geometry incidents}}}}");
        using var small = await AskAsync(coding, "{__typename}");
        using var plain = await AskAsync("identity", "{__typename}");

        Assert.Equal(coding, Assert.Single(large.Content.Headers.ContentEncoding));
        Assert.Empty(small.Content.Headers.ContentEncoding);
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await small.Content.ReadAsStringAsync());
        Assert.Equal(small.Content.Headers.ContentLength, plain.Content.Headers.ContentLength);
        await using Stream packed = await large.Content.ReadAsStreamAsync();
        await using Stream unpacked = coding == "br" ? new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionMode.Decompress) : new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress);
        var answer = await System.Text.Json.JsonDocument.ParseAsync(unpacked);
        Assert.NotEmpty(answer.RootElement.GetProperty("data").GetProperty("jurisdiction").GetProperty("hotspots").GetProperty("cells").EnumerateArray());

        async Task<HttpResponseMessage> AskAsync(string accepted, string query)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}");
            request.Headers.AcceptEncoding.ParseAdd(accepted);
            return await town.Http.SendAsync(request);
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(TestServer server, string address, EntityTagHeaderValue held)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(held);
        return await server.Http.SendAsync(request);
    }

    private sealed class Root
    {
        public int A => 1;
    }
}
