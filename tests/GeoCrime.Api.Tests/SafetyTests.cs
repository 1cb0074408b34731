using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace GeoCrime.Api.Tests;

public class SafetyTests(Servers servers)
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.168.1.7:80")]
    public async Task Foreign_host_is_misdirected(string host)
    {
        var town = await servers.TownAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7B__typename%7D");
        request.Headers.Host = host;

        using var response = await town.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        Assert.DoesNotContain("Query", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health", HttpStatusCode.OK)]
    [InlineData("/graphql?query=%7B__typename%7D", HttpStatusCode.OK)]
    [InlineData("/tiles/nowhere/areas/1/1/1.mvt?kind=ward", HttpStatusCode.NotFound)]
    [InlineData("/layers/town/density.png", HttpStatusCode.BadRequest)]
    public async Task Every_answer_tells_browsers_to_load_nothing_from_elsewhere(string address, HttpStatusCode status)
    {
        var town = await servers.TownAsync();

        using var response = await town.Http.GetAsync(address);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Empty(response.Headers.Server);
    }

    [Fact]
    public async Task What_was_not_foreseen_goes_out_as_a_reference_alone()
    {
        // A database that is gone: no request can be served, and none may tell why.
        var database = await servers.CreateDatabaseAsync();
        await SmallTown.LoadAsync(database, 10);
        await using var server = await TestServer.StartAsync(database);
        await database.DisposeAsync();

        using var tile = await server.Http.GetAsync("/tiles/town/areas/1/0/0.mvt?kind=ward");
        var (_, answer) = await server.AskAsync("{ jurisdictions { code } }");

        Assert.Equal(HttpStatusCode.InternalServerError, tile.StatusCode);
        Assert.Equal("application/problem+json", tile.Content.Headers.ContentType!.MediaType);
        var problem = await tile.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Matches("^Something failed that was not foreseen. Reference [0-9a-f]{8}.$", problem.GetProperty("detail").GetString());
        Assert.Equal("INTERNAL", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        foreach (var text in new[] { problem.ToString(), answer.ToString() })
        {
            Assert.DoesNotContain("Npgsql", text, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Disposed", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Address_of_nothing_below_tiles_and_layers_is_not_found()
    {
        var town = await servers.TownAsync();
        foreach (var address in new[] { "/tiles/town/burglaries/3/1/1.mvt", "/tiles/town/areas/x/1/1.mvt", "/layers/town/density", "/tiles" })
        {
            using var response = await town.Http.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.NotFound), (address, response.StatusCode));
        }
    }
}
