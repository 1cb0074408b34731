using System.Globalization;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

/// <summary>Layers that look back further than the window, or ahead of it, say what the API says.</summary>
[Collection(typeof(OnTheMap))]
public class SpaceTimeLayerTests(SampleCity city, Chromium chromium)
{
    [Fact]
    public async Task Emerging_patterns_are_counted_in_the_legend_and_a_row_singles_one_out()
    {
        var layer = (await city.Api.SampleAsync($"emergingHotspots({Back(728)}) {{ steps patterns {{ pattern cells }} }}")).GetProperty("emergingHotspots");
        var patterns = layer.GetProperty("patterns").EnumerateArray().ToDictionary(each => each.GetProperty("pattern").GetString()!, each => each.GetProperty("cells").GetInt32());

        await chromium.VisitAsync(OnTheMap.Address(city, "layers=emerging"), Look.Desk, async visit =>
        {
            await Expect(visit.Layers).ToContainTextAsync($"{layer.GetProperty("steps").GetInt32()} steps of four weeks to");
            await Expect(visit.Layers).ToContainTextAsync($"No pattern: {patterns["NONE"]:N0} cells");
            foreach (var (pattern, cells) in patterns.Where(each => each.Key.EndsWith("_HOT", StringComparison.Ordinal)))
                await Expect(visit.Layers.GetByRole(AriaRole.Button, new() { Name = $"{pattern.Split('_')[0].ToLowerInvariant()} hot cells: {cells:N0}", Exact = true })).ToBeVisibleAsync();
            var before = await visit.SettledAsync();
            await visit.Layers.GetByRole(AriaRole.Button, new() { Name = "persistent hot cells" }).HoverAsync();
            Assert.True(await visit.DifferenceAsync(before, await visit.SettledAsync()) > 0.001, "Singling a pattern out did not change the map.");
        });
    }

    [Fact]
    public async Task Near_repeats_say_how_much_more_often_than_by_chance()
    {
        var layer = (await city.Api.SampleAsync($"nearRepeat({Back(364)}) {{ incidents bands {{ ratio toDays }} }}")).GetProperty("nearRepeat");
        var first = layer.GetProperty("bands")[0];

        await chromium.VisitAsync(OnTheMap.Address(city, "layers=nearRepeat"), Look.Desk, async visit =>
        {
            await Expect(visit.Layers).ToContainTextAsync($"n = {layer.GetProperty("incidents").GetInt32():N0} with a position");
            await Expect(visit.Layers).ToContainTextAsync($"follow within {first.GetProperty("toDays").GetInt32()} days {first.GetProperty("ratio").GetDouble().ToString("0.0", CultureInfo.InvariantCulture)}");
        });
    }

    [Fact]
    public async Task Places_to_come_wear_a_badge_against_plain_counts()
    {
        var layer = (await city.Api.SampleAsync($"placeForecast(filter: {{ to: \"{OnTheMap.To}\" }}) {{ units scorecard {{ origins }} }}")).GetProperty("placeForecast");
        Assert.True(layer.GetProperty("scorecard").GetProperty("origins").GetInt32() >= 5);

        await chromium.VisitAsync(OnTheMap.Address(city, "layers=places"), Look.Desk, async visit =>
        {
            await Expect(visit.Layers).ToContainTextAsync($"First of the cells, n = {layer.GetProperty("units").GetInt32():N0}");
            await visit.Layers.GetByRole(AriaRole.Button, new() { NameRegex = new("Beats|Level|better|Not scored") }).ClickAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("origins");
        });
    }

    [Fact]
    public async Task Hot_spots_can_be_judged_by_how_many_settings_agree()
    {
        var layer = (await city.Api.SampleAsync($"hotspotStability(filter: {{ from: \"{OnTheMap.From}\", to: \"{OnTheMap.To}\" }}) {{ settings }}")).GetProperty("hotspotStability");

        await chromium.VisitAsync(OnTheMap.Address(city, "layers=hotspots"), Look.Desk, async visit =>
        {
            await visit.Layers.GetByLabel("Sure by").SelectOptionAsync("settings");
            await Expect(visit.Layers).ToContainTextAsync($"Per cent of {layer.GetProperty("settings").GetInt32():N0} settings");
        });
    }

    [Fact]
    public async Task Nearby_places_are_drawn_and_say_how_reports_lie_to_them()
    {
        var filter = $"filter: {{ from: \"{OnTheMap.From}\", to: \"{OnTheMap.To}\" }}";
        var kinds = (await city.Api.SampleAsync("placeKinds { code places }")).GetProperty("placeKinds").EnumerateArray().ToDictionary(kind => kind.GetProperty("code").GetString()!, kind => kind.GetProperty("places").GetInt32());
        var shops = (await city.Api.SampleAsync($"placeCorrelation(kind: \"shop\", {filter}) {{ incidents distances {{ incidents ratio }} }}")).GetProperty("placeCorrelation");

        await chromium.VisitAsync(OnTheMap.Address(city, "layers=nearby"), Look.Desk, async visit =>
        {
            await Expect(visit.Layers).ToContainTextAsync($"Bar, n = {kinds["bar"]:N0}");
            var before = await visit.SettledAsync();
            await visit.Layers.GetByLabel("Kind").SelectOptionAsync("shop");
            await Expect(visit.Layers).ToContainTextAsync($"Shop, n = {kinds["shop"]:N0}");
            await Expect(visit.Layers).ToContainTextAsync($"n = {shops.GetProperty("incidents").GetInt32():N0} reports with a position in the city");
            var first = shops.GetProperty("distances")[0];
            await Expect(visit.Layers.GetByRole(AriaRole.Row, new() { NameRegex = new("^up to 100 m") })).ToContainTextAsync($"{first.GetProperty("incidents").GetInt32():N0}");
            await Expect(visit.Layers).ToContainTextAsync("Within 100 m of one, reports lie");
            Assert.True(await visit.DifferenceAsync(before, await visit.SettledAsync()) > 0.0005, "Another kind of places did not change the map.");
        });
    }

    [Fact]
    public async Task Changes_by_area_and_offence_open_under_the_change_layer()
    {
        var clear = (await city.Api.SampleAsync($"changes(filter: {{ from: \"{OnTheMap.From}\", to: \"{OnTheMap.To}\" }}, kind: \"precinct\", byCategory: true) {{ rows(clearOnly: true, first: 10000) {{ incidents }} }}")).GetProperty("changes").GetProperty("rows").GetArrayLength();

        await chromium.VisitAsync(OnTheMap.Address(city, "layers=change"), Look.Desk, async visit =>
        {
            await visit.Layers.GetByRole(AriaRole.Button, new() { Name = "By area and offence" }).ClickAsync();
            await Expect(visit.Layers).ToContainTextAsync(clear switch { 0 => "No clear change among", 1 => "1 clear change among", _ => $"{clear:N0} clear changes among" });
            var file = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Layers.GetByRole(AriaRole.Button, new() { Name = "CSV of all" }).ClickAsync());
            Assert.StartsWith("area,name,offence,reported_incidents,before,p,adjusted_p,verdict", await File.ReadAllTextAsync((await file.PathAsync())!), StringComparison.Ordinal);
        });
    }

    /// <summary>The map's window, reaching back so many days from its end where it is shorter.</summary>
    private static string Back(int days)
    {
        var (from, to) = (Day(OnTheMap.From), Day(OnTheMap.To));
        var start = to.AddDays(-days) < from ? to.AddDays(-days) : from;
        return $"filter: {{ from: \"{start:yyyy-MM-dd}\", to: \"{OnTheMap.To}\" }}";

        static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
