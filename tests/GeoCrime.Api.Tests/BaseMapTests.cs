using System.Net.Http.Json;
using System.Text.Json;

namespace GeoCrime.Api.Tests;

public class BaseMapTests(Servers servers)
{
    [Fact]
    public async Task Without_a_setting_there_is_none_and_nothing_else_may_be_loaded()
    {
        var town = await servers.TownAsync();

        using var response = await town.Http.GetAsync("/settings/base-map.json");

        Assert.Equal("{}", await response.Content.ReadAsStringAsync());
        Assert.DoesNotContain("http", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_raster_template_is_handed_over_and_its_origin_alone_is_allowed()
    {
        var town = await servers.TownAsync();
        await using var server = await TestServer.StartAsync(town.Database, ("BaseMap:Raster", "https://tiles.example:8443/{z}/{x}/{y}.png"), ("BaseMap:Attribution", "© Someone"));

        using var response = await server.Http.GetAsync("/settings/base-map.json");
        var settings = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("https://tiles.example:8443/{z}/{x}/{y}.png", settings.GetProperty("raster").GetString());
        Assert.Equal("© Someone", settings.GetProperty("attribution").GetString());
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("connect-src 'self' https://tiles.example:8443;", policy, StringComparison.Ordinal);
        Assert.Contains("img-src 'self' data: blob: https://tiles.example:8443;", policy, StringComparison.Ordinal);
        Assert.Equal(2, policy.Split("https://").Length - 1);
    }

    [Fact]
    public async Task A_style_may_name_further_origins()
    {
        var town = await servers.TownAsync();
        await using var server = await TestServer.StartAsync(
            town.Database, ("BaseMap:Style", "https://maps.example/style.json"), ("BaseMap:Origins:0", "https://tiles.example"), ("BaseMap:Attribution", "© Someone"));

        using var response = await server.Http.GetAsync("/settings/base-map.json");

        Assert.Contains("connect-src 'self' https://maps.example https://tiles.example;", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_city_alone_has_streets_of_its_own()
    {
        var town = await servers.TownAsync();

        var streets = await town.Http.GetFromJsonAsync<JsonElement>("/layers/sample/streets.geojson");
        using var none = await town.Http.GetAsync("/layers/town/streets.geojson");

        Assert.Equal("FeatureCollection", streets.GetProperty("type").GetString());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, none.StatusCode);
    }

    [Theory]
    [InlineData("BaseMap:Raster", "https://tiles.example/{z}/{x}/{y}.png", "BaseMap:Attribution is missing")]
    [InlineData("BaseMap:Raster", "http://tiles.example/{z}/{x}/{y}.png", "is no address of https", true)]
    [InlineData("BaseMap:Raster", "https://tiles.example/{z}/{x}.png", "it must hold {z}, {x} and {y}", true)]
    [InlineData("BaseMap:Style", "style.json", "is no address of https", true)]
    [InlineData("BaseMap:Colour", "red", "BaseMap cannot be used", true)]
    public async Task What_cannot_be_used_stops_the_start(string name, string value, string message, bool attributed = false)
    {
        var town = await servers.TownAsync();
        (string, string)[] settings = attributed ? [(name, value), ("BaseMap:Attribution", "© Someone")] : [(name, value)];

        var error = await Assert.ThrowsAsync<ArgumentException>(() => TestServer.StartAsync(town.Database, settings));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
