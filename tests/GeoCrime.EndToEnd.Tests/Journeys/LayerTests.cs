using System.Text.Json;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

/// <summary>
/// Each layer is switched on and must change the map's pixels, say its unit and n as the API has them, and know what
/// lies under the pointer: the map answers that from what it has drawn.
/// </summary>
[Collection(typeof(OnTheMap))]
public class LayerTests(SampleCity city, Chromium chromium)
{
    private const string Filter = $"filter: {{ from: \"{OnTheMap.From}\", to: \"{OnTheMap.To}\" }}";

    [Fact]
    public async Task Density_is_drawn_in_incidents_per_square_kilometre()
    {
        var surface = (await city.Api.SampleAsync($"density({Filter}) {{ incidents max }}")).GetProperty("density");

        await SwitchedOnAsync("Density", 0.1, async visit =>
        {
            await Expect(visit.Layers).ToContainTextAsync("Reported incidents per km², 12 weeks");
            await Expect(visit.Layers).ToContainTextAsync($"n = {Int(surface, "incidents"):N0} with a position");
            await Expect(visit.Layers).ToContainTextAsync($"highest {Math.Round(surface.GetProperty("max").GetDouble()):N0} per km²");
        });
    }

    [Fact]
    public Task Density_is_drawn_by_the_rank_of_its_cells_where_the_scale_is_a_percentile() =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers=density"), Look.Desk, async visit =>
        {
            var before = await visit.SettledAsync();
            await visit.Layers.GetByLabel("Scale").SelectOptionAsync("percentile");
            await Expect(visit.Layers).ToContainTextAsync("Percentile of the cells by reported incidents per km², 12 weeks");
            await Expect(visit.Layers.Locator(".ramp-ticks")).ToHaveTextAsync("0255075100");
            var after = await visit.SettledAsync();
            await visit.SaveAsync("layer-Density-percentile");

            Assert.Equal("percentile", await visit.QueryAsync("scale"));
            var share = await visit.DifferenceAsync(before, after);
            Assert.True(share >= 0.1, $"The scale changed {share:0.0000} of the map.");
        });

    [Fact]
    public async Task Hot_spots_are_drawn_and_the_hottest_cell_says_its_figures()
    {
        var layer = (await city.Api.SampleAsync($"hotspots({Filter}) {{ units hot cold cells(significantOnly: true) {{ geometry incidents z bin }} }}")).GetProperty("hotspots");
        var hottest = layer.GetProperty("cells").EnumerateArray().MaxBy(cell => cell.GetProperty("z").GetDouble());

        await SwitchedOnAsync("Hot spots", 0.005, async visit =>
        {
            await Expect(visit.Layers).ToContainTextAsync("confidence, 12 weeks");
            await Expect(visit.Layers).ToContainTextAsync($"Number of cells below each class, n = {Int(layer, "units"):N0}");
            await Expect(visit.Layers).ToContainTextAsync($"{Int(layer, "hot"):N0} hot · {Int(layer, "cold"):N0} cold");
        });
        await PointedAtAsync("hotspots", Middle(hottest.GetProperty("geometry")), 14, words =>
            Assert.Contains($"Hot cell at 99 %: {Int(hottest, "incidents"):N0} reports, z = {hottest.GetProperty("z").GetDouble():0.0}", words));
    }

    [Fact]
    public async Task Clusters_are_outlined_and_the_largest_says_its_figures()
    {
        var layer = (await city.Api.SampleAsync($"clusters({Filter}) {{ clustered noise clusters {{ incidents centroid }} }}")).GetProperty("clusters");
        var largest = layer.GetProperty("clusters").EnumerateArray().MaxBy(cluster => Int(cluster, "incidents"));

        await SwitchedOnAsync("Clusters", 0.001, async visit =>
        {
            await Expect(visit.Layers).ToContainTextAsync($"{layer.GetProperty("clusters").GetArrayLength():N0} clusters");
            await Expect(visit.Layers).ToContainTextAsync($"n = {Int(layer, "clustered") + Int(layer, "noise"):N0} with a position; at least 25 within 150 m");
        });
        await PointedAtAsync("clusters", Middle(largest.GetProperty("centroid")), 14, words =>
            Assert.Contains($"Cluster of {Int(largest, "incidents"):N0} reports", words));
    }

    [Fact]
    public async Task Contours_are_drawn_around_shares_of_the_reports()
    {
        var surface = (await city.Api.SampleAsync($"density({Filter}) {{ incidents }}")).GetProperty("density");

        await SwitchedOnAsync("Contours", 0.003, async visit =>
        {
            await Expect(visit.Layers).ToContainTextAsync("Ground that holds a share of the reported incidents, 12 weeks");
            await Expect(visit.Layers).ToContainTextAsync($"n = {Int(surface, "incidents"):N0} with a position");
        });
    }

    [Fact]
    public async Task Change_is_drawn_against_the_same_window_last_year_or_the_one_before()
    {
        var change = (await city.Api.SampleAsync($"densityChange({Filter}) {{ incidents before }}")).GetProperty("densityChange");
        var previous = (await city.Api.SampleAsync($"densityChange({Filter}, against: PREVIOUS_WINDOW) {{ before }}")).GetProperty("densityChange");

        await SwitchedOnAsync("Change", 0.05, async visit =>
        {
            await Expect(visit.Layers).ToContainTextAsync("Reported incidents per km² more or fewer than in");
            await Expect(visit.Layers).ToContainTextAsync($"n = {Int(change, "incidents"):N0} against {Int(change, "before"):N0}");
            await visit.Layers.GetByLabel("Against").SelectOptionAsync("before");
            await Expect(visit.Layers).ToContainTextAsync($"against {Int(previous, "before"):N0}");
            await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("vs=before"));
        });
    }

    [Theory]
    [InlineData("hdbscan", "method: HDBSCAN", "at least 25 in a cluster")]
    [InlineData("st-dbscan", "method: ST_DBSCAN, epsilonDays: 14", "at least 25 within 150 m and 14 days")]
    public async Task Clusters_can_be_found_in_other_ways(string choice, string arguments, string words)
    {
        var layer = (await city.Api.SampleAsync($"clusters({Filter}, {arguments}) {{ clusters {{ id }} }}")).GetProperty("clusters");

        await chromium.VisitAsync(OnTheMap.Address(city, "layers=clusters"), Look.Desk, async visit =>
        {
            await visit.Layers.GetByLabel("Method").SelectOptionAsync(choice);
            await Expect(visit.Layers).ToContainTextAsync(words);
            await Expect(visit.Layers).ToContainTextAsync($"{layer.GetProperty("clusters").GetArrayLength():N0} cluster");
        });
    }

    [Fact]
    public async Task A_layer_can_be_taken_away_as_a_file()
    {
        await chromium.VisitAsync(OnTheMap.Address(city, "layers=density"), Look.Desk, async visit =>
        {
            var file = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Layers.GetByRole(AriaRole.Link, new() { Name = "GeoTIFF" }).ClickAsync());
            Assert.EndsWith(".tif", file.SuggestedFilename);
            Assert.Equal("II*\0"u8.ToArray(), (await File.ReadAllBytesAsync(await file.PathAsync()))[..4]);
        });
    }

    [Fact]
    public async Task Risk_is_drawn_and_a_precinct_says_its_score_and_rank()
    {
        await SwitchedOnAsync("Risk", 0.2, async visit =>
        {
            await Expect(visit.Layers).ToContainTextAsync("Score among 24 areas, next 28 days");
            await Expect(visit.Layers).ToContainTextAsync("Areas below each band, borders at 20, 40, 60, 80");
        });
        var area = (await city.Api.SampleAsync("area(kind: \"precinct\", code: \"P15\") { name geometry risk { score rank } }")).GetProperty("area");
        var risk = area.GetProperty("risk");
        await PointedAtAsync("risk", Middle(area.GetProperty("geometry")), 14, words =>
        {
            Assert.StartsWith(area.GetProperty("name").GetString()!, words, StringComparison.Ordinal);
            Assert.Contains($"Risk {Math.Round(risk.GetProperty("score").GetDouble()):0} (", words);
            Assert.Contains($"rank {Int(risk, "rank")} of 24", words);
        });
    }

    [Fact]
    public async Task Incidents_are_drawn_and_a_dot_says_what_was_reported()
    {
        var nodes = (await city.Api.SampleAsync($"incidents({Filter}, first: 200) {{ nodes {{ category {{ label }} location }} }}"))
            .GetProperty("incidents").GetProperty("nodes").EnumerateArray().Where(node => node.GetProperty("location").ValueKind == JsonValueKind.Object).ToList();
        var place = nodes[0].GetProperty("location");
        var labels = nodes.Where(node => node.GetProperty("location").ToString() == place.ToString()).Select(node => node.GetProperty("category").GetProperty("label").GetString()!);

        await SwitchedOnAsync("Incidents", 0.005, async visit =>
        {
            await Expect(visit.Layers).ToContainTextAsync("Reported incidents, 12 weeks");
            await Expect(visit.Layers).ToContainTextAsync($"n = {await city.CountAsync(OnTheMap.From, OnTheMap.To):N0}");
        });
        await PointedAtAsync("incidents", Middle(place), 18, words =>
        {
            Assert.Contains(labels, label => words.StartsWith(label, StringComparison.Ordinal));
            Assert.Contains("Reported incident", words);
        });
    }

    [Fact]
    public async Task Areas_are_drawn_with_their_names()
    {
        var area = (await city.Api.SampleAsync("area(kind: \"precinct\", code: \"P15\") { name geometry }")).GetProperty("area");

        await SwitchedOnAsync("Areas", 0.002, visit => Expect(visit.Layers.GetByRole(AriaRole.Button, new() { Name = "Areas" })).ToContainTextAsync("Precinct, 24"));
        await PointedAtAsync("areas", Middle(area.GetProperty("geometry")), 13, words => Assert.StartsWith(area.GetProperty("name").GetString()!, words, StringComparison.Ordinal));
    }

    /// <summary>Switches a layer on over the bare map.</summary>
    /// <param name="name">The layer's name in the rail.</param>
    /// <param name="least">The least share of the window's pixels that must change.</param>
    /// <param name="legend">Reads the legend.</param>
    private Task SwitchedOnAsync(string name, double least, Func<Visit, Task> legend) =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers="), Look.Desk, async visit =>
        {
            var before = await visit.SettledAsync();
            await visit.Layers.GetByRole(AriaRole.Switch, new() { Name = name, Exact = true }).ClickAsync();
            await legend(visit);
            var after = await visit.SettledAsync();
            await visit.SaveAsync($"layer-{name}");

            var share = await visit.DifferenceAsync(before, after);
            Assert.True(share >= least, $"{name} changed {share:0.0000} of the map.");
            await visit.Layers.GetByRole(AriaRole.Switch, new() { Name = name, Exact = true }).ClickAsync();
            var off = await visit.SettledAsync();
            Assert.Equal(0, await visit.DifferenceAsync(before, off), 3);
        });

    private Task PointedAtAsync(string layers, (double Longitude, double Latitude) place, int zoom, Action<string> words) =>
        chromium.VisitAsync(OnTheMap.Address(city, $"layers={layers}&view={place.Latitude:0.000000},{place.Longitude:0.000000},{zoom}"), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            words(await visit.PointAtMiddleAsync());
        });

    private static int Int(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    /// <summary>The mean of a geometry's positions; inside for the shapes that are pointed at here.</summary>
    private static (double Longitude, double Latitude) Middle(JsonElement geometry)
    {
        var positions = Positions(geometry.GetProperty("coordinates")).ToList();
        return (positions.Average(each => each.Longitude), positions.Average(each => each.Latitude));
    }

    private static IEnumerable<(double Longitude, double Latitude)> Positions(JsonElement coordinates) =>
        coordinates[0].ValueKind == JsonValueKind.Number
            ? [(coordinates[0].GetDouble(), coordinates[1].GetDouble())]
            : coordinates.EnumerateArray().SelectMany(Positions);
}
