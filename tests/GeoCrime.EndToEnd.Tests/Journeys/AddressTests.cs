using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

[Collection(typeof(OnTheMap))]
public class AddressTests(SampleCity city, Chromium chromium)
{
    [Fact]
    public Task An_address_alone_brings_the_view_back() =>
        chromium.VisitAsync(OnTheMap.Address(city), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            await Switch(visit, "Hot spots").ClickAsync();
            await visit.Page.GetByTitle("Offences", new() { Exact = true }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Vandalism" }).CheckAsync();
            await visit.Page.Keyboard.PressAsync("Escape");
            await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Find an area, coordinates or a command" }).FillAsync("Foundry");
            await visit.Page.Keyboard.PressAsync("Enter");
            await visit.Page.Keyboard.PressAsync("+");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Theme: light. Switch to dark" }).ClickAsync();
            await Expect(Panel(visit).GetByRole(AriaRole.Region, new() { Name = "Risk" }).Locator(".figure")).ToBeVisibleAsync();
            var picture = await visit.SettledAsync();
            var address = await visit.AddressAsync();

            await chromium.VisitAsync(address, Look.Desk, async other =>
            {
                await Expect(Switch(other, "Hot spots")).ToBeCheckedAsync();
                await Expect(other.Page.GetByTitle("Offences", new() { Exact = true })).ToContainTextAsync("Vandalism");
                await Expect(Panel(other).GetByRole(AriaRole.Region, new() { Name = "Risk" }).Locator(".figure")).ToBeVisibleAsync();
                await Expect(other.Time.Locator(".figure")).ToHaveTextAsync($"{await city.CountAsync(OnTheMap.From, OnTheMap.To, "vandalism"):N0}");
                await Expect(other.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
                // The address rounds the camera by up to a pixel, which edges of cells and letters show.
                Assert.InRange(await other.DifferenceAsync(picture, await other.SettledAsync()), 0, 0.03);
            });
        });

    [Fact]
    public Task Back_undoes_one_step_and_forward_does_it_again() =>
        chromium.VisitAsync(OnTheMap.Address(city), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            await Switch(visit, "Clusters").ClickAsync();
            await Expect(Switch(visit, "Clusters")).ToBeCheckedAsync();

            await visit.Page.GoBackAsync();
            await Expect(Switch(visit, "Clusters")).Not.ToBeCheckedAsync();
            await visit.Page.GoForwardAsync();
            await Expect(Switch(visit, "Clusters")).ToBeCheckedAsync();
        });

    [Fact]
    public Task Nonsense_in_the_address_falls_back_to_what_the_data_hold() =>
        chromium.VisitAsync(new Uri(city.Address, "/?j=atlantis&from=yesterday&to=never&cat=&layers=lava,density:9&area=precinct:P99&view=900,0,99&bandwidth=-1"), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            await Expect(visit.Page.GetByTitle("Jurisdiction: Port Meridian")).ToBeVisibleAsync();
            await Expect(visit.Time.Locator(".figure")).ToHaveTextAsync($"{await city.CountAsync(OnTheMap.From, OnTheMap.To):N0}");
        });

    private static ILocator Switch(Visit visit, string layer) => visit.Layers.GetByRole(AriaRole.Switch, new() { Name = layer, Exact = true });

    private static ILocator Panel(Visit visit) => visit.Page.GetByRole(AriaRole.Complementary, new() { Name = "Foundry", Exact = true });
}
