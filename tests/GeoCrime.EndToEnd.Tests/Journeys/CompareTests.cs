using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

/// <summary>Two windows of time on one map, and the frames that the player shows.</summary>
[Collection(typeof(OnTheMap))]
public class CompareTests(SampleCity city, Chromium chromium)
{
    /// <summary>364 days before the twelve weeks.</summary>
    private const string YearFrom = "2024-09-23";
    private const string YearTo = "2024-12-16";

    [Fact]
    public Task Keys_begin_a_swipe_move_its_line_and_end_it() =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers=density,areas"), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            await visit.Page.Keyboard.PressAsync("c");

            var line = visit.Page.GetByRole(AriaRole.Slider, new() { Name = "Swipe between the two windows" });
            await Expect(line).ToHaveAttributeAsync("aria-valuenow", "50");
            await Expect(visit.Page.Locator(".swipe-label.first")).ToContainTextAsync($"{await city.CountAsync(OnTheMap.From, OnTheMap.To):N0}");
            await Expect(visit.Page.Locator(".swipe-label.second")).ToContainTextAsync($"{await city.CountAsync(YearFrom, YearTo):N0}");
            await Expect(visit.Page.GetByTitle("Compare", new() { Exact = true })).ToContainTextAsync("same weeks of 2024");
            await visit.SettledAsync();
            await visit.SaveAsync("swipe");

            await visit.Page.Keyboard.PressAsync("s");
            await visit.Page.Keyboard.PressAsync("Home");
            await Expect(line).ToHaveAttributeAsync("aria-valuenow", "0");
            Assert.Equal("0", await visit.QueryAsync("swipe"));
            var other = await visit.SettledAsync();
            await visit.Page.Keyboard.PressAsync("End");
            await Expect(line).ToHaveAttributeAsync("aria-valuenow", "100");
            Assert.True(await visit.DifferenceAsync(other, await visit.SettledAsync()) > 0.01, "Both sides show the same window.");
            await visit.Page.Keyboard.PressAsync("ArrowLeft");
            await Expect(line).ToHaveAttributeAsync("aria-valuenow", "98");

            await visit.Page.Keyboard.PressAsync("c");
            await Expect(line).ToHaveCountAsync(0);
            Assert.Null(await visit.QueryAsync("swipe"));
        });

    [Fact]
    public Task Difference_is_one_click_from_the_swipe_and_any_start_can_be_chosen() =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers=density,areas&swipe=50"), Look.Desk, async visit =>
        {
            await visit.Page.GetByTitle("Compare", new() { Exact = true }).ClickAsync();
            await visit.Page.GetByLabel("As long, from").FillAsync("2023-03-06");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).ClickAsync();
            var before = await city.CountAsync("2023-03-06", "2023-05-29");
            await Expect(visit.Page.Locator(".swipe-label.second")).ToContainTextAsync($"{before:N0}");
            Assert.Equal("2023-03-06", await visit.QueryAsync("vs"));

            var change = (await city.Api.SampleAsync($"densityChange(filter: {{ from: \"{OnTheMap.From}\", to: \"{OnTheMap.To}\" }}, baselineFrom: \"2023-03-06\", baselineTo: \"2023-05-29\") {{ before }}")).GetProperty("densityChange");
            await visit.Main.GetByRole(AriaRole.Group, new() { Name = "Compare by" }).GetByRole(AriaRole.Button, new() { Name = "Difference" }).ClickAsync();
            await Expect(visit.Layers.GetByRole(AriaRole.Switch, new() { Name = "Change", Exact = true })).ToBeCheckedAsync();
            await visit.Layers.GetByRole(AriaRole.Button, new() { NameRegex = new("^Change") }).ClickAsync();
            await Expect(visit.Layers).ToContainTextAsync($"against {change.GetProperty("before").GetInt32():N0}");
            await Expect(visit.Page.Locator(".swipe-line")).ToHaveCountAsync(0);
        });

    [Fact]
    public Task A_finger_moves_the_line() =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers=density,areas&swipe=50"), Look.Phone, async visit =>
        {
            await visit.SettledAsync();
            var grip = visit.Page.Locator(".swipe-grip");
            var box = (await grip.BoundingBoxAsync())!;
            await visit.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
            await visit.Page.Mouse.DownAsync();
            await visit.Page.Mouse.MoveAsync(100, box.Y + 10, new() { Steps = 4 });
            await visit.Page.Mouse.UpAsync();
            await Expect(grip).Not.ToHaveAttributeAsync("aria-valuenow", "50");
            await visit.SaveAsync("phone-swipe");
        });

    [Fact]
    public Task Playing_shows_density_frames_without_asking_for_each_step() =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers=density,areas&scale=absolute"), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            var asked = new List<string>();
            visit.Page.Request += (_, request) =>
            {
                if (request.PostData is { } body && body.Contains("query Density(", StringComparison.Ordinal))
                    lock (asked)
                        asked.Add(body);
            };
            var first = await visit.Time.Locator(".figure").InnerTextAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();

            await Expect(visit.Layers).ToContainTextAsync("Reported incidents per km² and 28 days");
            await Expect(visit.Time.Locator(".figure")).Not.ToHaveTextAsync(first);
            lock (asked)
                Assert.Empty(asked);
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
            await Expect(visit.Layers).ToContainTextAsync("Reported incidents per km², 12 weeks");
        });
}
