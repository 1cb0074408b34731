using System.Buffers.Binary;
using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace GeoCrime.Api.Tests;

public class LayerTests(Servers servers)
{
    [Fact]
    public async Task Density_image_is_a_PNG_as_wide_as_the_grid_and_its_values_are_one_float_a_cell()
    {
        var town = await servers.TownAsync();
        var surface = (await town.QueryAsync("""{ jurisdiction(code: "town") { density(cellMetres: 20) { columns rows imageUrl valuesUrl imageBounds { west south east north } } } }"""))
            .GetProperty("jurisdiction").GetProperty("density");
        var (columns, rows) = (surface.GetProperty("columns").GetInt32(), surface.GetProperty("rows").GetInt32());

        foreach (var theme in new[] { "", "&theme=dark", "&theme=light&max=1000", "&scale=percentile" })
        {
            using var response = await town.Http.GetAsync(surface.GetProperty("imageUrl").GetString() + theme);
            var image = await response.Content.ReadAsByteArrayAsync();
            Assert.Equal("image/png", response.Content.Headers.ContentType!.MediaType);
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a], image[..8]);
            Assert.Equal(columns, BinaryPrimitives.ReadInt32BigEndian(image.AsSpan(16)));
            // The box in degrees that holds the grid is a little larger than the grid.
            Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(image.AsSpan(20)), (int)(0.9 * rows), (int)(1.1 * rows));
        }
        Assert.Equal(columns * rows * 4, (await town.Http.GetByteArrayAsync(surface.GetProperty("valuesUrl").GetString())).Length);
        Assert.InRange(surface.GetProperty("imageBounds").GetProperty("west").GetDouble(), -105.04, -105.02);
    }

    [Theory]
    [InlineData("clusters(epsilonMetres: 120, minPoints: 35) { geoJsonUrl run { id datasetVersion } clusters { id incidents } }", "clusters", "reportedIncidents")]
    [InlineData("hotspots(cellMetres: 200, permutations: 9) { geoJsonUrl run { id datasetVersion } cells { id incidents } }", "cells", "reportedIncidents")]
    // More features than are sent at once.
    [InlineData("hotspots(cellMetres: 50, permutations: 0) { geoJsonUrl run { id datasetVersion } cells { id incidents } }", "cells", "reportedIncidents")]
    public async Task GeoJSON_is_what_GraphQL_answers_and_names_its_run_and_data(string field, string list, string count)
    {
        var town = await servers.TownAsync();
        var layer = (await town.QueryAsync($$"""{ jurisdiction(code: "town") { {{field}} } }""")).GetProperty("jurisdiction").EnumerateObject().Single().Value;

        using var response = await town.Http.GetAsync(layer.GetProperty("geoJsonUrl").GetString());
        var collection = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("application/geo+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("FeatureCollection", collection.GetProperty("type").GetString());
        var origin = collection.GetProperty("geocrime");
        Assert.Equal(layer.GetProperty("run").GetProperty("id").GetString(), origin.GetProperty("run").GetString());
        Assert.Equal(layer.GetProperty("run").GetProperty("datasetVersion").GetString(), origin.GetProperty("dataVersion").GetString());
        Assert.Equal("reported incidents", origin.GetProperty("describes").GetString());
        Assert.Equal(JsonValueKind.Object, origin.GetProperty("parameters").ValueKind);
        var features = collection.GetProperty("features").EnumerateArray().ToList();
        Assert.NotEmpty(features);
        Assert.Equal(layer.GetProperty(list).EnumerateArray().Select(each => each.GetProperty("incidents").GetInt32()), features.Select(feature => feature.GetProperty("properties").GetProperty(count).GetInt32()));
        var valid = await town.SqlAsync($"SELECT bool_and(ST_IsValid(shape)), min(ST_XMin(shape)), max(ST_XMax(shape)) FROM (SELECT ST_GeomFromGeoJSON(feature->>'geometry') AS shape FROM json_array_elements('{collection.GetProperty("features")}'::json) feature) shapes");
        Assert.Equal(true, valid.Single()[0]);
        Assert.InRange((double)valid.Single()[1]!, -105.03, -105);
        Assert.InRange((double)valid.Single()[2]!, -105, -104.97);
    }

    [Fact]
    public async Task Layer_is_not_sent_again_while_its_data_is_the_same()
    {
        var town = await servers.TownAsync();
        var address = (await town.QueryAsync("""{ jurisdiction(code: "town") { density { imageUrl } } }""")).GetProperty("jurisdiction").GetProperty("density").GetProperty("imageUrl").GetString();
        using var first = await town.Http.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await town.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Drawn_polygon_with_many_corners_has_an_address_that_works()
    {
        var town = await servers.TownAsync();
        var ring = Enumerable.Range(0, 200).Select(step => new[] { -105 + (0.015 * Math.Cos(step * Math.PI / 100)), 39.71 + (0.008 * Math.Sin(step * Math.PI / 100)) }).ToList();
        var filter = new { where = new { polygon = new { type = "Polygon", coordinates = new[] { ring.Append(ring[0]) } } } };

        var surface = (await town.QueryAsync("query($filter: IncidentFilter) { jurisdiction(code: \"town\") { density(filter: $filter) { imageUrl incidents } } }", new { filter }))
            .GetProperty("jurisdiction").GetProperty("density");

        Assert.InRange(surface.GetProperty("incidents").GetInt32(), 100, 4000);
        using var response = await town.Http.GetAsync(surface.GetProperty("imageUrl").GetString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Polygon_too_long_for_an_address_is_refused_with_advice()
    {
        var town = await servers.TownAsync();
        var ring = Enumerable.Range(0, 2000).Select(step => new[] { -105 + (0.015 * Math.Cos(step * Math.PI / 1000)), 39.71 + (0.008 * Math.Sin(step * Math.PI / 1000)) }).ToList();
        var filter = new { where = new { polygon = new { type = "Polygon", coordinates = new[] { ring.Append(ring[0]) } } } };

        var (code, message, _) = await town.RefusalAsync("query($filter: IncidentFilter) { jurisdiction(code: \"town\") { density(filter: $filter) { imageUrl } } }", new { filter });

        Assert.Equal("BAD_USER_INPUT", code);
        Assert.Contains("fewer corners", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"filter\":null}")]
    [InlineData("{\"filter\":{},\"kernel\":99}")]
    [InlineData("{\"filter\":{},\"password\":1}")]
    [InlineData("{\"filter\":{\"where\":{}}}")]
    [InlineData("{\"filter\":{\"where\":[]}}")]
    [InlineData("{\"filter\":{\"where\":{\"near\":[1]}}}")]
    [InlineData("{\"filter\":{\"where\":{\"polygon\":\"POINT(1 2)\"}}}")]
    [InlineData("{\"filter\":{\"where\":{\"polygon\":\"POLYGON((\"}}}")]
    [InlineData("{\"filter\":{\"where\":{\"areas\":[]}}}")]
    public async Task Tampered_parameters_are_a_bad_request(string parameters)
    {
        var town = await servers.TownAsync();
        var p = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(parameters));
        foreach (var layer in new[] { "density.png", "density.float32", "clusters.geojson", "hotspots.geojson" })
        {
            using var response = await town.Http.GetAsync($"/layers/town/{layer}?p={p}");
            Assert.Equal((layer, HttpStatusCode.BadRequest), (layer, response.StatusCode));
            Assert.Contains("use the address that the API gave", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{\"filter\":{\"categories\":[\"fraud\"]}}", "There is no offence category 'fraud'")]
    [InlineData("{\"filter\":{\"from\":\"2023-01-01\",\"to\":\"2022-01-01\"}}", "The window is empty")]
    [InlineData("{\"filter\":{},\"bandwidthMetres\":1e9}", "bandwidthMetres is 1000000000; 10…20000 is allowed.")]
    public async Task Limits_hold_for_hand_made_addresses_too(string parameters, string message)
    {
        var town = await servers.TownAsync();

        using var response = await town.Http.GetAsync($"/layers/town/density.png?p={Base64Url.EncodeToString(Encoding.UTF8.GetBytes(parameters))}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theme=neon", "theme: 'neon' is neither light nor dark.")]
    [InlineData("scale=log", "scale: 'log' is neither density nor percentile.")]
    [InlineData("max=-1", "max: '-1' is not a number above 0 (incidents per km²).")]
    [InlineData("max=NaN", "max: 'NaN' is not a number above 0 (incidents per km²).")]
    public async Task Bad_drawing_options_are_named(string option, string message)
    {
        var town = await servers.TownAsync();
        var address = (await town.QueryAsync("""{ jurisdiction(code: "town") { density { imageUrl } } }""")).GetProperty("jurisdiction").GetProperty("density").GetProperty("imageUrl").GetString();

        using var response = await town.Http.GetAsync($"{address}&{option}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
