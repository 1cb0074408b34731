using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

[Collection(typeof(OnTheMap))]
public class ThemeTests(SampleCity city, Chromium chromium)
{
    [Fact]
    public Task Theme_follows_the_system_until_the_user_chooses() =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers=density,areas"), Look.DeskAtNight, async visit =>
        {
            await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
            var dark = await visit.SettledAsync();
            await visit.SaveAsync("dark");

            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Theme: dark. Switch to light" }).ClickAsync();
            await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
            Assert.Equal("light", await visit.QueryAsync("theme"));
            // The map itself changes its colours, not only the cards around it.
            Assert.True(await visit.DifferenceAsync(dark, await visit.SettledAsync()) > 0.9);
        });
}
