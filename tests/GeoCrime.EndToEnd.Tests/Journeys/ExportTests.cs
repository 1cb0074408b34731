using System.Text.Json;
using System.Xml.Linq;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

/// <summary>What can be taken away, and how one gets to a place and to two areas.</summary>
[Collection(typeof(OnTheMap))]
public class ExportTests(SampleCity city, Chromium chromium)
{
    [Fact]
    public Task The_map_leaves_as_a_picture_that_is_not_blank() =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers=density,areas"), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            var png = await SavedAsync(visit, "Picture (PNG");
            var seen = await visit.Page.EvaluateAsync<JsonElement>(
                """
                async (text) => {
                  const image = new Image();
                  image.src = `data:image/png;base64,${text}`;
                  await image.decode();
                  const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
                  pen.drawImage(image, 0, 0);
                  const { data } = pen.getImageData(image.width * 0.2, image.height * 0.2, image.width * 0.5, image.height * 0.4);
                  const colours = new Set();
                  for (let i = 0; i < data.length; i += 4) colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
                  return { width: image.width, colours: colours.size };
                }
                """, Convert.ToBase64String(png));
            // Twice the free map's width; a smooth surface has many colours, an empty canvas one.
            Assert.InRange(seen.GetProperty("width").GetInt32(), 1500, 3000);
            Assert.True(seen.GetProperty("colours").GetInt32() > 200, $"{seen} colours in the map's middle.");
        });

    [Fact]
    public Task The_page_says_filter_window_data_and_run() =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers=density,areas&swipe=50"), Look.Desk, async visit =>
        {
            var surface = (await city.Api.SampleAsync($"dataset {{ version }} density(filter: {{ from: \"{OnTheMap.From}\", to: \"{OnTheMap.To}\" }}) {{ incidents run {{ id }} }}"));
            await visit.SettledAsync();
            var page = XDocument.Parse(System.Text.Encoding.UTF8.GetString(await SavedAsync(visit, "Page (SVG")));
            var words = string.Join('\n', page.Descendants().Where(each => each.Name.LocalName == "text").Select(each => each.Value));

            Assert.Contains("Density of reported incidents, Port Meridian", words, StringComparison.Ordinal);
            Assert.Contains("All offences · 22 Sep – 14 Dec 2025 (12 weeks) · against same weeks of 2024", words, StringComparison.Ordinal);
            Assert.Contains($"Data version {surface.GetProperty("dataset").GetProperty("version").GetString()}", words, StringComparison.Ordinal);
            Assert.Contains(surface.GetProperty("density").GetProperty("run").GetProperty("id").GetString()![..12], words, StringComparison.Ordinal);
            Assert.Contains($"n = {surface.GetProperty("density").GetProperty("incidents").GetInt32():N0} with a position", words, StringComparison.Ordinal);
            Assert.Contains("23 Sep – 15 Dec 2024", words, StringComparison.Ordinal);
            Assert.Contains("Made-up data.", words, StringComparison.Ordinal);
        });

    [Fact]
    public Task Two_areas_stand_side_by_side_and_one_is_saved_as_rows() =>
        chromium.VisitAsync(OnTheMap.Address(city, "area=precinct:P15"), Look.Desk, async visit =>
        {
            await visit.Page.GetByTitle("Compare with another area").ClickAsync();
            await visit.Page.GetByLabel("Compare Foundry with").FillAsync("har");
            await visit.Page.Keyboard.PressAsync("Enter");
            var both = visit.Page.Locator("aside.two");
            await Expect(both.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveCountAsync(2);
            Assert.StartsWith("P", await visit.QueryAsync("beside"), StringComparison.Ordinal);
            await Expect(both.GetByRole(AriaRole.Region, new() { Name = "Offences" })).ToHaveCountAsync(2);
            await visit.SettledAsync();
            await visit.SaveAsync("two-areas");

            var file = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Download the figures of Foundry (CSV)" }).ClickAsync());
            var rows = await File.ReadAllLinesAsync(await file.PathAsync());
            Assert.Equal("area,block,item,value,lower,upper,note", rows[0]);
            Assert.Contains(rows, row => row.StartsWith("Foundry,offence,", StringComparison.Ordinal));
            Assert.Contains(rows, row => row.StartsWith("Foundry,weekday and hour,Monday 00:00,", StringComparison.Ordinal));
        });

    [Fact]
    public Task Coordinates_are_flown_to_and_marked() =>
        chromium.VisitAsync(OnTheMap.Address(city), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            var box = (await city.Api.SampleAsync("bounds { west south east north }")).GetProperty("bounds");
            var (latitude, longitude) = ((box.GetProperty("south").GetDouble() + box.GetProperty("north").GetDouble()) / 2, (box.GetProperty("west").GetDouble() + box.GetProperty("east").GetDouble()) / 2);
            var text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{latitude:0.0000}, {longitude:0.0000}");
            await visit.Page.Keyboard.PressAsync("Control+k");
            await visit.Page.Keyboard.TypeAsync(text);
            await Expect(visit.Page.GetByRole(AriaRole.Option, new() { NameRegex = new("^Go to") })).ToBeVisibleAsync();
            await visit.Page.Keyboard.PressAsync("Enter");
            await visit.SettledAsync();
            Assert.NotNull(await visit.QueryAsync("mark"));
            Assert.EndsWith(",14.000", await visit.QueryAsync("view"), StringComparison.Ordinal);
        });

    [Fact]
    public Task Layers_are_raised_and_lowered_by_keys() =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers=density:0.9,areas,clusters"), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            await Expect(visit.Layers).ToContainTextAsync("Drawn from the top: Clusters, Areas, Density");
            await visit.Layers.GetByRole(AriaRole.Button, new() { NameRegex = new("^Density") }).First.FocusAsync();
            await visit.Page.Keyboard.PressAsync("Alt+ArrowUp");
            await Expect(visit.Layers).ToContainTextAsync("Drawn from the top: Clusters, Density, Areas");
            Assert.Equal("areas,density:0.9,clusters", await visit.QueryAsync("layers"));
        });

    [Fact]
    public Task A_layer_is_dragged_by_its_name_onto_the_one_whose_place_it_takes() =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers=density:0.9,areas,clusters"), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            await visit.Layers.GetByRole(AriaRole.Button, new() { NameRegex = new("^Density") }).First.DragToAsync(visit.Layers.GetByRole(AriaRole.Button, new() { NameRegex = new("^Clusters") }).First);
            await Expect(visit.Layers).ToContainTextAsync("Drawn from the top: Density, Clusters, Areas");
            Assert.Equal("areas,clusters,density:0.9", await visit.QueryAsync("layers"));
            await visit.Page.GoBackAsync();
            await Expect(visit.Layers).ToContainTextAsync("Drawn from the top: Clusters, Areas, Density");
        });

    private static async Task<byte[]> SavedAsync(Visit visit, string item)
    {
        await visit.Page.GetByTitle("Export", new() { Exact = true }).ClickAsync();
        var file = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new(System.Text.RegularExpressions.Regex.Escape(item)) }).ClickAsync());
        return await File.ReadAllBytesAsync(await file.PathAsync());
    }
}
