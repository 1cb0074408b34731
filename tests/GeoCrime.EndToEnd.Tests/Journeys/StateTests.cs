using System.Text.Json;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

/// <summary>What the map says when something is slow, broken, missing or almost nothing.</summary>
[Collection(typeof(OnTheMap))]
public class StateTests(SampleCity city, Chromium chromium)
{
    [Fact]
    public Task A_slow_answer_is_counted_in_seconds_and_can_be_given_up() =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers=areas"), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            var answer = new TaskCompletionSource();
            await HoldAsync(visit.Page, "hotspots", answer.Task);
            await visit.Layers.GetByRole(AriaRole.Switch, new() { Name = "Hot spots", Exact = true }).ClickAsync();

            await Expect(visit.Page.GetByText("Still working")).ToBeVisibleAsync();
            await visit.SaveAsync("slow");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true }).ClickAsync();

            await Expect(visit.Layers).ToContainTextAsync("Hot spots stopped");
            answer.SetResult();
            await visit.Layers.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
            await Expect(visit.Layers).ToContainTextAsync("Number of cells below each class");
        });

    [Fact]
    public Task A_layer_that_fails_says_so_with_a_reference_while_the_others_live_on() =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers=areas"), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            await visit.Page.RouteAsync("**/graphql", route => Asks(route, "clusters")
                ? route.FulfillAsync(new() { ContentType = "application/json", Body = """{"data":null,"errors":[{"message":"Internal error.","extensions":{"code":"INTERNAL","id":"7f3a"}}]}""" })
                : route.ContinueAsync());
            await visit.Layers.GetByRole(AriaRole.Switch, new() { Name = "Clusters", Exact = true }).ClickAsync();

            await Expect(visit.Layers.GetByRole(AriaRole.Alert)).ToContainTextAsync("Clusters failed");
            await Expect(visit.Layers.GetByRole(AriaRole.Alert)).ToContainTextAsync("Reference 7f3a");
            await visit.SaveAsync("layer-failed");
            await visit.Layers.GetByRole(AriaRole.Switch, new() { Name = "Density", Exact = true }).ClickAsync();
            await Expect(visit.Layers).ToContainTextAsync("Reported incidents per km²");
        });

    [Fact]
    public Task Without_webgl_the_table_is_offered() =>
        chromium.VisitAsync(new Uri(city.Address, "/runs?j=sample"), Look.Desk, async visit =>
        {
            await visit.Page.AddInitScriptAsync("const own = HTMLCanvasElement.prototype.getContext; HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind.startsWith('webgl') ? null : own.call(this, kind, ...rest); };");
            await visit.Page.GotoAsync(OnTheMap.Address(city).ToString());

            await Expect(visit.Main).ToContainTextAsync("This browser cannot draw the map (no WebGL)");
            await visit.SaveAsync("no-webgl");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Open the table" }).ClickAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Foundry" })).ToBeVisibleAsync();
        }, text => text.Contains("WebGL", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public async Task One_incident_is_too_few_for_a_density_and_is_shown_as_a_point()
    {
        var rows = await city.Api.SampleAsync("counts(by: [DATE], filter: { categories: [\"robbery\"], from: \"2024-01-01\", to: \"2025-12-01\" }) { keys incidents }");
        var day = DateOnly.Parse(rows.GetProperty("counts").EnumerateArray().First(row => row.GetProperty("incidents").GetInt32() == 1).GetProperty("keys")[0].GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        var address = new Uri(city.Address, $"/?j=sample&kind=precinct&cat=robbery&layers=density,incidents&from={day:yyyy-MM-dd}&to={day.AddDays(1):yyyy-MM-dd}");

        await chromium.VisitAsync(address, Look.Desk, async visit =>
        {
            await Expect(visit.Time.Locator(".figure")).ToHaveTextAsync("1");
            await Expect(visit.Layers).ToContainTextAsync("Too few for density (needs 2)");
            await visit.SaveAsync("one-incident");
        });
    }

    [Fact]
    public Task An_area_without_population_says_what_is_left_out() =>
        chromium.VisitAsync(new Uri(city.Address, "/runs?j=sample"), Look.Desk, async visit =>
        {
            await visit.Page.RouteAsync("**/graphql", async route =>
            {
                if (!Asks(route, "areas(kind"))
                {
                    await route.ContinueAsync();
                    return;
                }
                var answer = await route.FetchAsync();
                var text = System.Text.RegularExpressions.Regex.Replace(await answer.TextAsync(), "\"population\":\\d+", "\"population\":null");
                await route.FulfillAsync(new() { Response = answer, Body = text });
            });
            await visit.Page.GotoAsync(OnTheMap.Address(city, "layers=areas&area=precinct:P15").ToString());
            await Expect(visit.Page.GetByText("No population for this area")).ToBeVisibleAsync();
        });

    [Fact]
    public Task A_command_is_found_by_its_name_from_any_page() =>
        chromium.VisitAsync(new Uri(city.Address, "/runs?j=sample"), Look.Desk, async visit =>
        {
            await Expect(visit.Main).ToContainTextAsync("Runs");
            await visit.Page.Keyboard.PressAsync("Control+k");
            await visit.Page.Keyboard.TypeAsync("show clus");
            await Expect(visit.Page.GetByRole(AriaRole.Option, new() { Name = "Show clusters" })).ToBeVisibleAsync();
            await visit.Page.Keyboard.PressAsync("Enter");

            await Expect(visit.Layers.GetByRole(AriaRole.Switch, new() { Name = "Clusters", Exact = true })).ToBeCheckedAsync();
            await visit.Page.Keyboard.PressAsync("/");
            await visit.Page.Keyboard.TypeAsync("only burg");
            await visit.Page.Keyboard.PressAsync("Enter");
            Assert.Equal("burglary", await visit.QueryAsync("cat"));
        });

    private static bool Asks(IRoute route, string field) =>
        route.Request.PostData is { } body && JsonDocument.Parse(body).RootElement.GetProperty("query").GetString()!.Contains(field, StringComparison.Ordinal);

    /// <summary>Questions that hold a field wait until they are let go.</summary>
    private static async Task HoldAsync(IPage page, string field, Task until) => await page.RouteAsync("**/graphql", async route =>
    {
        if (Asks(route, field))
            await until;
        // The page may have given up meanwhile.
        if (!page.IsClosed)
            await route.ContinueAsync();
    });
}
