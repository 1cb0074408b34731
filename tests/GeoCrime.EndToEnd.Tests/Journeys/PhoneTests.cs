using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

[Collection(typeof(OnTheMap))]
public class PhoneTests(SampleCity city, Chromium chromium)
{
    [Fact]
    public Task On_a_phone_layers_open_as_a_sheet_and_a_tap_selects_a_precinct() =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers=density,areas"), Look.Phone, async visit =>
        {
            await visit.SettledAsync();
            await visit.SaveAsync("phone");
            await FitsAsync(visit);
            await Expect(visit.Layers).ToHaveCountAsync(0);

            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Layers", Exact = true }).TapAsync();
            await visit.Layers.GetByRole(AriaRole.Switch, new() { Name = "Hot spots", Exact = true }).TapAsync();
            await Expect(visit.Layers).ToContainTextAsync("confidence, 12 weeks");
            await visit.SaveAsync("phone-layers");
            await FitsAsync(visit);
            await visit.Layers.GetByRole(AriaRole.Button, new() { Name = "Hide layers" }).TapAsync();

            await visit.SettledAsync();
            await visit.TapMiddleAsync();
            var sheet = visit.Page.Locator("aside.sheet");
            await Expect(sheet.GetByRole(AriaRole.Region, new() { Name = "Risk" }).Locator(".figure")).ToBeVisibleAsync();
            Assert.StartsWith("precinct:P", await visit.QueryAsync("area"), StringComparison.Ordinal);
            await visit.SettledAsync();
            await visit.SaveAsync("phone-precinct");
            await FitsAsync(visit);
        });

    [Theory]
    [InlineData("/runs")]
    [InlineData("/data")]
    [InlineData("/trends")]
    [InlineData("/forecasts")]
    [InlineData("/risk")]
    [InlineData("/staffing")]
    [InlineData("/briefing")]
    public Task On_a_phone_pages_scroll_down_only(string path) =>
        chromium.VisitAsync(new Uri(city.Address, $"{path}?j=sample"), Look.Phone, async visit =>
        {
            await Expect(visit.Main.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await Expect(visit.Main.GetByRole(AriaRole.Table).First).ToBeVisibleAsync();
            await visit.SaveAsync($"phone{path.Replace('/', '-')}");
            await FitsAsync(visit);
        });

    /// <summary>Nothing reaches beyond the screen's sides.</summary>
    internal static async Task FitsAsync(Visit visit)
    {
        Assert.Equal(Look.Phone.Width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        var wide = await visit.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('header *, nav *, aside *, main > *, footer *')]
              .filter((e) => !e.closest('.table-scroll, svg, .maplibregl-map, .unseen'))
              .filter((e) => { const r = e.getBoundingClientRect(); return r.width > 0 && (r.right > innerWidth + 1 || r.left < -1); })
              .map((e) => `${e.tagName} ${e.className} ${e.textContent.slice(0, 40)}`)
            """);
        Assert.Empty(wide);
    }
}
