using System.Globalization;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

[Collection(typeof(OnTheMap))]
public class TimeWindowTests(SampleCity city, Chromium chromium)
{
    [Fact]
    public Task Drawn_without_a_graphics_card_the_map_has_fewer_pixels_under_the_brush_and_all_of_them_after_it() =>
        chromium.VisitAsync(OnTheMap.Address(city), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            var whole = await SharpnessAsync(visit);
            var brush = (await visit.Page.Locator(".histogram .brush").BoundingBoxAsync())!;
            var (x, y) = (brush.X + (brush.Width / 2), brush.Y + 8);
            await visit.Page.Mouse.MoveAsync(x, y);
            await visit.Page.Mouse.DownAsync();
            await visit.Page.Mouse.MoveAsync(x - 60, y, new() { Steps = 10 });
            var moving = await SharpnessAsync(visit);
            await visit.Page.Mouse.UpAsync();
            await visit.SettledAsync();

            Assert.Equal(1, whole, 0.01);
            Assert.Equal(0.4, moving, 0.01);
            Assert.Equal(1, await SharpnessAsync(visit), 0.01);
        });

    [Fact]
    public Task Brush_moves_the_window_by_whole_weeks_and_everything_follows_before_it_is_released() =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers=density"), Look.Desk, async visit =>
        {
            var first = await visit.SettledAsync();
            var brush = (await visit.Page.Locator(".histogram .brush").BoundingBoxAsync())!;
            var (x, y) = (brush.X + (brush.Width / 2), brush.Y + 8);

            await visit.Page.Mouse.MoveAsync(x, y);
            await visit.Page.Mouse.DownAsync();
            await visit.Page.Mouse.MoveAsync(x - 200, y, new() { Steps = 10 });

            Assert.Equal(OnTheMap.From, await visit.QueryAsync("from"));
            await Expect(visit.Time.Locator(".figure")).Not.ToHaveTextAsync($"{await city.CountAsync(OnTheMap.From, OnTheMap.To):N0}");
            Assert.True(await visit.DifferenceAsync(first, await visit.SettledAsync()) > 0.02, "The density did not follow the brush.");
            await visit.Page.Mouse.UpAsync();

            var (from, to) = await WindowAsync(visit);
            Assert.Equal(84, to.DayNumber - from.DayNumber);
            Assert.Equal(DayOfWeek.Monday, from.DayOfWeek);
            Assert.True(from < Day(OnTheMap.From).AddYears(-1), $"The window moved to {from:O} only.");
            await ExpectTotalAsync(visit);
        });

    [Fact]
    public Task Arrow_keys_move_an_end_of_the_window_or_all_of_it() =>
        chromium.VisitAsync(OnTheMap.Address(city), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            var start = visit.Page.GetByRole(AriaRole.Slider, new() { Name = "Start of the window" });
            await start.FocusAsync();
            await visit.Page.Keyboard.PressAsync("ArrowLeft");

            Assert.Equal((Day(OnTheMap.From).AddDays(-7), Day(OnTheMap.To)), await WindowAsync(visit));
            await Expect(start).ToHaveAttributeAsync("aria-valuetext", "15 Sep 2025");
            await ExpectTotalAsync(visit);

            await visit.Page.GetByRole(AriaRole.Slider, new() { Name = "End of the window" }).FocusAsync();
            await visit.Page.Keyboard.PressAsync("ArrowLeft");
            await visit.Page.Keyboard.PressAsync("ArrowLeft");
            Assert.Equal((Day(OnTheMap.From).AddDays(-7), Day(OnTheMap.To).AddDays(-14)), await WindowAsync(visit));

            await visit.Page.EvaluateAsync("document.activeElement.blur()");
            await visit.Page.Keyboard.PressAsync("Shift+ArrowLeft");
            Assert.Equal((Day(OnTheMap.From).AddDays(-7 - 77), Day(OnTheMap.From).AddDays(-7)), await WindowAsync(visit));
            await ExpectTotalAsync(visit);
        });

    [Fact]
    public Task Player_moves_the_window_a_step_a_frame_and_leaves_it_where_it_is_paused() =>
        chromium.VisitAsync(OnTheMap.Address(city), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Play", Exact = true }).ClickAsync();
            await Expect(visit.Time.Locator(".histogram")).Not.ToHaveAttributeAsync("aria-label", "Reported incidents per week; window 22 Sep – 14 Dec 2025");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();

            var (from, to) = await WindowAsync(visit);
            Assert.NotEqual(Day(OnTheMap.From), from);
            Assert.Equal(84, to.DayNumber - from.DayNumber);
            await ExpectTotalAsync(visit);
        });

    /// <summary>The total is what the API counts in the window of the address.</summary>
    private async Task ExpectTotalAsync(Visit visit) =>
        await Expect(visit.Time.Locator(".figure")).ToHaveTextAsync($"{await city.CountAsync((await visit.QueryAsync("from"))!, (await visit.QueryAsync("to"))!):N0}");

    private static async Task<(DateOnly From, DateOnly To)> WindowAsync(Visit visit) => (Day((await visit.QueryAsync("from"))!), Day((await visit.QueryAsync("to"))!));

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Pixels of the map's picture per pixel of the screen, along one side.</summary>
    private static Task<double> SharpnessAsync(Visit visit) =>
        visit.Page.Locator(".map-canvas canvas").EvaluateAsync<double>("canvas => canvas.width / canvas.clientWidth");
}
