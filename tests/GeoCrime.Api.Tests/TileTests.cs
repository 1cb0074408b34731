using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GeoCrime.Tests;

namespace GeoCrime.Api.Tests;

public class TileTests(Servers servers)
{
    // The tiles that hold the town's middle (105° W, 39.71° N); tile edges of these zooms lie elsewhere.
    private const string Middle9 = "9/106/194";
    private const string Middle14 = "14/3413/6219";

    [Fact]
    public async Task Area_tile_holds_the_wards_by_code()
    {
        var town = await servers.TownAsync();

        using var response = await town.Http.GetAsync($"/tiles/town/areas/{Middle9}.mvt?kind=ward");

        Assert.Equal("application/vnd.mapbox-vector-tile", response.Content.Headers.ContentType!.MediaType);
        var near = VectorTile.Read(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(["east", "west"], near.Layers.Single(layer => layer.Name == "areas").Features.Select(ward => (string)ward.Attributes["code"]).Order());
    }

    [Fact]
    public async Task Tile_without_anything_in_it_has_no_content()
    {
        var town = await servers.TownAsync();
        foreach (var layer in new[] { "areas", "incidents" })
        {
            using var response = await town.Http.GetAsync($"/tiles/town/{layer}/9/0/0.mvt?kind=ward");
            Assert.Equal((layer, HttpStatusCode.NoContent), (layer, response.StatusCode));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(11)]
    public async Task Bins_below_zoom_12_add_up_to_the_located_incidents(int zoom)
    {
        var town = await servers.TownAsync();
        var located = (long)(await town.SqlAsync("SELECT count(*) FROM geocrime.incident WHERE geom IS NOT NULL AND occurred_local >= '2022-03-01' AND occurred_local < '2022-09-01'")).Single()[0]!;
        long sum = 0;
        foreach (var (x, y) in TilesAround(zoom))
            if (await town.Http.GetByteArrayAsync($"/tiles/town/incidents/{zoom}/{x}/{y}.mvt?from=2022-03-01&to=2022-09-01") is { Length: > 0 } tile)
                sum += VectorTile.Read(tile).Layers.Single().Features.Sum(bin => (long)bin.Attributes["count"]);

        Assert.Equal(located, sum);
    }

    [Fact]
    public async Task Single_incidents_from_zoom_12_are_those_that_SQL_selects()
    {
        var town = await servers.TownAsync();
        var ids = new HashSet<long>();
        foreach (var (x, y) in TilesAround(14))
            if (await town.Http.GetByteArrayAsync($"/tiles/town/incidents/14/{x}/{y}.mvt?categories=assault&weekdays=SUNDAY,monday&hours=1,2,3&areaKind=ward&areas=west") is { Length: > 0 } tile)
                foreach (var incident in VectorTile.Read(tile).Layers.Single().Features)
                {
                    Assert.Equal("assault", incident.Attributes["category"]);
                    Assert.Matches(@"^\d{4}-\d\d-\d\dT0[123]:\d\d$", (string)incident.Attributes["occurred"]);
                    ids.Add((long)incident.Attributes["id"]);
                }
        var expected = await town.SqlAsync("""
            SELECT i.id FROM geocrime.incident i JOIN geocrime.offence_category c ON c.id = i.category_id
            WHERE c.code = 'assault' AND extract(dow FROM i.occurred_local) IN (0, 1) AND extract(hour FROM i.occurred_local) IN (1, 2, 3) AND ST_X(i.geom) < -105
            """);

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(row => (long)row[0]!).Order(), ids.Order());
    }

    [Fact]
    public async Task Hotspot_tile_has_the_cells_of_the_layer()
    {
        var town = await servers.TownAsync();
        var layer = (await town.QueryAsync("""{ jurisdiction(code: "town") { hotspots(cellMetres: 200, permutations: 99) { tilesUrl cells { id bin incidents } } } }""")).GetProperty("jurisdiction").GetProperty("hotspots");
        var address = layer.GetProperty("tilesUrl").GetString()!.Replace("{z}/{x}/{y}", "0/0/0", StringComparison.Ordinal);

        using var world = await town.Http.GetAsync(address);
        var (z, x, y) = (11, 426, 777);
        var near = await town.Http.GetByteArrayAsync(layer.GetProperty("tilesUrl").GetString()!.Replace("{z}/{x}/{y}", $"{z}/{x}/{y}", StringComparison.Ordinal));

        Assert.True(world.IsSuccessStatusCode);
        var served = layer.GetProperty("cells").EnumerateArray().Where(cell => cell.GetProperty("incidents").GetInt32() > 0 || cell.GetProperty("bin").GetInt32() != 0).ToDictionary(cell => cell.GetProperty("id").GetString()!);
        var drawn = VectorTile.Read(near).Layers.Single(each => each.Name == "hotspots").Features;
        Assert.NotEmpty(drawn);
        Assert.All(drawn, cell => Assert.Equal(
            (served[(string)cell.Attributes["id"]].GetProperty("incidents").GetInt64(), served[(string)cell.Attributes["id"]].GetProperty("bin").GetInt64()),
            ((long)cell.Attributes["incidents"], (long)cell.Attributes["bin"])));
    }

    [Fact]
    public async Task Unchanged_tile_is_not_sent_again_and_an_import_changes_its_tag()
    {
        await using var database = await servers.CreateDatabaseAsync();
        await SmallTown.LoadAsync(database, 100);
        await using var server = await TestServer.StartAsync(database);
        const string address = $"/tiles/town/incidents/{Middle9}.mvt";

        var (first, tag) = await GetAsync(server, address, null);
        var (again, _) = await GetAsync(server, address, tag);
        var (other, otherTag) = await GetAsync(server, address + "?categories=theft", tag);
        await SmallTown.ImportAsync(database, 100, 110);
        var (after, newTag) = await GetAsync(server, address, tag);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.OK), (first, again, other, after));
        Assert.Equal(3, new[] { tag, otherTag, newTag }.Distinct().Count());
    }

    [Theory]
    [InlineData("areas/23/0/0.mvt?kind=ward", 400, "Zoom 23 is outside 0…22.")]
    [InlineData("areas/1/2/0.mvt?kind=ward", 400, "Tile 2/0 is outside 0…1 at zoom 1.")]
    [InlineData("areas/1/-1/0.mvt?kind=ward", 400, "Tile -1/0 is outside 0…1 at zoom 1.")]
    [InlineData("areas/1/0/0.mvt?kind=beat", 404, "town has no area kind 'beat'.")]
    [InlineData("areas/1/0/0.mvt", 400, "kind")]
    [InlineData("hotspots/1/0/0.mvt", 400, "\"string p\"")]
    [InlineData("hotspots/1/0/0.mvt?p=rubbish", 400, "use the address that the API gave")]
    [InlineData("incidents/3/0/0.mvt?from=yesterday", 400, "from: 'yesterday' is not a date such as 2024-03-01.")]
    [InlineData("incidents/3/0/0.mvt?from=2023-01-01&to=2022-01-01", 400, "The window is empty")]
    [InlineData("incidents/14/0/0.mvt?from=2023-01-01&to=2022-01-01", 400, "The window is empty")]
    [InlineData("incidents/3/0/0.mvt?categories=fraud", 400, "There is no offence category 'fraud'")]
    [InlineData("incidents/14/0/0.mvt?categories=fraud", 400, "There is no offence category 'fraud'")]
    [InlineData("incidents/14/0/0.mvt?hours=24", 400, "Hour 24 is outside 0…23.")]
    [InlineData("incidents/3/0/0.mvt?hours=x", 400, "hours: 'x' is not a number.")]
    [InlineData("incidents/3/0/0.mvt?weekdays=9", 400, "weekdays: '9' is not a weekday such as MONDAY.")]
    [InlineData("incidents/3/0/0.mvt?areas=west", 400, "areaKind and areas go together")]
    [InlineData("incidents/3/0/0.mvt?minSeverity=NaN", 400, "minSeverity: 'NaN' is not a number.")]
    [InlineData("burglaries.json", 404, "There is no tile layer 'burglaries'; there are: areas, incidents, hotspots.")]
    [InlineData("areas.json", 400, "The tile layer 'areas' needs the parameter 'kind' in its address.")]
    public async Task Bad_addresses_say_what_is_wrong(string address, int status, string message)
    {
        var town = await servers.TownAsync();

        using var response = await town.Http.GetAsync($"/tiles/town/{address}");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(message, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task TileJSON_leads_to_the_tiles()
    {
        var town = await servers.TownAsync();
        var json = await town.Http.GetFromJsonAsync<JsonElement>("/tiles/town/areas.json?kind=ward");

        Assert.Equal("3.0.0", json.GetProperty("tilejson").GetString());
        Assert.Equal("areas", json.GetProperty("vector_layers")[0].GetProperty("id").GetString());
        var bounds = json.GetProperty("bounds").EnumerateArray().Select(each => each.GetDouble()).ToArray();
        Assert.Equal([-105.02, 39.70, -104.98, 39.72], bounds.Select(each => Math.Round(each, 3)));
        var template = json.GetProperty("tiles")[0].GetString()!;
        Assert.StartsWith(town.Http.BaseAddress!.ToString(), template, StringComparison.Ordinal);
        var tile = await town.Http.GetByteArrayAsync(template.Replace("{z}/{x}/{y}", Middle14, StringComparison.Ordinal));
        Assert.NotEmpty(VectorTile.Read(tile).Layers.Single().Features);
    }

    private static async Task<(HttpStatusCode Status, string Tag)> GetAsync(TestServer server, string address, string? known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (known is not null)
            request.Headers.IfNoneMatch.ParseAdd(known);
        using var response = await server.Http.SendAsync(request);
        Assert.Equal(response.StatusCode == HttpStatusCode.OK, (await response.Content.ReadAsByteArrayAsync()).Length > 0);
        return (response.StatusCode, response.Headers.ETag!.Tag);
    }

    /// <summary>All tiles of a zoom that touch the town and a margin around it.</summary>
    private static IEnumerable<(int X, int Y)> TilesAround(int zoom)
    {
        var side = 1 << zoom;
        (int X, int Y) At(double longitude, double latitude) => (
            (int)((longitude + 180) / 360 * side),
            (int)((1 - (Math.Asinh(Math.Tan(double.DegreesToRadians(latitude))) / Math.PI)) / 2 * side));
        var (west, south) = At(-105.05, 39.67);
        var (east, north) = At(-104.95, 39.75);
        return from x in Enumerable.Range(west, east - west + 1) from y in Enumerable.Range(north, south - north + 1) select (x, y);
    }
}
