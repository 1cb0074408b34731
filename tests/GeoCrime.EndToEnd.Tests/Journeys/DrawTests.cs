using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

/// <summary>Places that the user puts together, and their figures beside those of the API.</summary>
[Collection(typeof(OnTheMap))]
public partial class DrawTests(SampleCity city, Chromium chromium)
{
    [Fact]
    public Task A_circle_in_the_maps_middle_has_the_figures_of_the_api_and_changes_by_typing() =>
        chromium.VisitAsync(OnTheMap.Address(city), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            await visit.Page.GetByTitle("Draw or select").ClickAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Circle in the map’s middle" }).ClickAsync();
            await ExpectCountAsync(visit, Panel(visit, "Circle of 800 m"));
            await visit.SettledAsync();
            await visit.SaveAsync("circle");

            await Panel(visit, "Circle of 800 m").GetByLabel("Radius").FillAsync("1500");
            await ExpectCountAsync(visit, Panel(visit, "Circle of 1.5 km"));
            await Expect(Panel(visit, "Circle of 1.5 km")).ToContainTextAsync("on 7.1 km²");
            await Expect(Panel(visit, "Circle of 1.5 km").GetByRole(AriaRole.Region, new() { Name = "Offences" })).ToContainTextAsync("false discovery rate");
        });

    [Fact]
    public Task A_polygon_is_drawn_corner_by_corner_and_lives_in_the_address() =>
        chromium.VisitAsync(OnTheMap.Address(city), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            await visit.Page.Keyboard.PressAsync("d");
            await Expect(visit.Page.Locator(".sketch-hint")).ToContainTextAsync("Click the corners.");
            foreach (var (x, y) in new[] { (620, 300), (860, 320), (800, 520) })
                await visit.Page.Mouse.ClickAsync(x, y);
            await Expect(visit.Page.Locator(".sketch-hint")).ToContainTextAsync("km²");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();

            await ExpectCountAsync(visit, Panel(visit, "Polygon of 3 corners"));
            Assert.StartsWith("polygon:", await visit.QueryAsync("shape"), StringComparison.Ordinal);
            await visit.SettledAsync();
            await visit.SaveAsync("polygon");

            await visit.Page.Keyboard.PressAsync("Escape");
            await Expect(Panel(visit, "Polygon of 3 corners")).ToHaveCountAsync(0);
            Assert.Null(await visit.QueryAsync("shape"));
            await visit.Page.GoBackAsync();
            await Expect(Panel(visit, "Polygon of 3 corners")).ToBeVisibleAsync();
        });

    [Fact]
    public Task Corners_can_be_typed_and_a_bow_tie_is_refused_with_a_reason() =>
        chromium.VisitAsync(OnTheMap.Address(city, "shape=circle:0,0,500"), Look.Desk, async visit =>
        {
            var box = (await city.Api.SampleAsync("bounds { west south east north }")).GetProperty("bounds");
            var (west, south, east, north) = (Number(box, "west"), Number(box, "south"), Number(box, "east"), Number(box, "north"));
            await visit.Page.GotoAsync(OnTheMap.Address(city, Text($"shape=polygon:{south},{west},{south},{east},{north},{east}")).ToString());
            var panel = Panel(visit, "Polygon of 3 corners");
            await ExpectCountAsync(visit, panel);

            var corners = panel.GetByLabel("Corners, latitude and longitude, one a line");
            await corners.FillAsync(Text($"{south}, {west}\n{north}, {east}\n{south}, {east}\n{north}, {west}"));
            await Expect(panel).ToContainTextAsync("Two sides cross");
            await Expect(panel.GetByRole(AriaRole.Button, new() { Name = "Use" })).ToBeDisabledAsync();
            await corners.FillAsync(Text($"{south}, {west}\n{south}, {east}\n{north}, {east}\n{north}, {west}"));
            await panel.GetByRole(AriaRole.Button, new() { Name = "Use" }).ClickAsync();
            await ExpectCountAsync(visit, Panel(visit, "Polygon of 4 corners"));
        });

    [Fact]
    public Task Several_areas_are_selected_with_shift_and_their_figures_add_up() =>
        chromium.VisitAsync(OnTheMap.Address(city, "area=precinct:P15&also=P14"), Look.Desk, async visit =>
        {
            var panel = Panel(visit, "2 areas");
            var counts = (await city.Api.SampleAsync($"counts(by: [AREA], areaKind: \"precinct\", filter: {{ from: \"{OnTheMap.From}\", to: \"{OnTheMap.To}\" }}) {{ keys incidents }}")).GetProperty("counts").EnumerateArray()
                .ToDictionary(row => row.GetProperty("keys")[0].GetString() ?? "", row => row.GetProperty("incidents").GetInt32());
            await Expect(panel.Locator(".figure")).ToHaveTextAsync($"{counts["P15"] + counts["P14"]:N0}");

            await visit.SettledAsync();
            await visit.Page.Keyboard.DownAsync("Shift");
            await visit.ClickMiddleAsync();
            await visit.Page.Keyboard.UpAsync("Shift");
            await Expect(Panel(visit, "2 areas")).ToHaveCountAsync(0);
            var chosen = $"{(await visit.QueryAsync("area"))!.Split(':')[1]},{await visit.QueryAsync("also")}".Split(',', StringSplitOptions.RemoveEmptyEntries);
            Assert.True(chosen.Length is 1 or 3, $"Selected: {string.Join(' ', chosen)}");
        });

    [Fact]
    public Task A_distance_is_measured_along_clicks() =>
        chromium.VisitAsync(OnTheMap.Address(city), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            await visit.Page.Keyboard.PressAsync("m");
            await visit.Page.Mouse.ClickAsync(640, 400);
            await visit.Page.Mouse.ClickAsync(840, 400);
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();

            var points = (await visit.QueryAsync("measure"))!.Split(',').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
            var metres = 111_195 * Math.Abs(points[3] - points[1]) * Math.Cos(points[0] * Math.PI / 180);
            var words = await visit.Page.Locator(".sketch-hint").InnerTextAsync();
            var said = double.Parse(Distance().Match(words).Groups[1].Value, CultureInfo.InvariantCulture) * (Distance().Match(words).Groups[2].Value == "km" ? 1000 : 1);
            Assert.InRange(said / metres, 0.98, 1.02);
        });

    private static ILocator Panel(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Complementary, new() { Name = name, Exact = true });

    /// <summary>The panel's figure is what the API counts in the shape that the address holds.</summary>
    private async Task ExpectCountAsync(Visit visit, ILocator panel)
    {
        await Expect(panel.Locator(".figure")).ToBeVisibleAsync();
        var parts = (await visit.QueryAsync("shape"))!.Split(':', ',');
        var numbers = parts.Skip(1).Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        object where = parts[0] == "circle"
            ? new { near = new { latitude = numbers[0], longitude = numbers[1], metres = numbers[2] } }
            : new { polygon = new { type = "Polygon", coordinates = new[] { numbers.Chunk(2).Append(numbers[..2]).Select(corner => new[] { corner[1], corner[0] }).ToArray() } } };
        var rows = await city.Api.SampleAsync("counts(by: [YEAR], filter: $filter) { incidents }", new { filter = new { from = OnTheMap.From, to = OnTheMap.To, where } }, "($filter: IncidentFilter)");
        var expected = rows.GetProperty("counts").EnumerateArray().Sum(row => row.GetProperty("incidents").GetInt32());
        Assert.True(expected > 0, "Nothing was reported there.");
        await Expect(panel.Locator(".figure")).ToHaveTextAsync($"{expected:N0}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static double Number(JsonElement of, string name) => of.GetProperty(name).GetDouble();

    [GeneratedRegex(@"([\d.]+) (km|m)\b")]
    private static partial Regex Distance();
}
