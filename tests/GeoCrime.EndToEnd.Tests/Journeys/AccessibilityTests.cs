using Deque.AxeCore.Playwright;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

/// <summary>axe-core's rules (WCAG 2 A and AA, best practices) on each page in both themes.</summary>
[Collection(typeof(OnTheMap))]
public class AccessibilityTests(SampleCity city, Chromium chromium)
{
    public static TheoryData<string, bool> Pages => new MatrixTheoryData<string, bool>(
        ["/?j=sample&kind=precinct&layers=hotspots,areas", "/?j=sample&layers=risk&area=precinct:P15", "/?j=sample&kind=precinct&table=1", "/?j=sample&kind=precinct&layers=density,areas&swipe=50", "/?j=sample&kind=precinct&area=precinct:P15&also=P14", "/?j=sample&kind=precinct&area=precinct:P15&beside=P14", "/runs?j=sample", "/data?j=sample", "/design?j=sample", "/risk?j=sample&kind=precinct", "/staffing?j=sample&kind=precinct&units=36", "/briefing?j=sample&kind=precinct&units=36"],
        [false, true]);

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Axe_finds_no_violation(string path, bool dark) =>
        chromium.VisitAsync(new Uri(city.Address, path), dark ? Look.DeskAtNight : Look.Desk, ExpectNoViolationAsync);

    [Fact]
    public Task Axe_finds_no_violation_on_a_phone() =>
        chromium.VisitAsync(new Uri(city.Address, "/?j=sample&layers=risk&area=precinct:P15"), Look.Phone, ExpectNoViolationAsync);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Axe_finds_no_violation_while_categories_are_edited(bool dark) =>
        chromium.VisitAsync(new Uri(city.Address, "/data?j=sample"), dark ? Look.DeskAtNight : Look.Desk, async visit =>
        {
            await visit.Main.GetByRole(AriaRole.Region, new() { Name = "Offences" }).GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
            await visit.Main.GetByLabel("Severity of robbery").FillAsync("400");
            await Expect(visit.Main.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await ExpectNoViolationAsync(visit);
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Axe_finds_no_violation_in_the_command_palette_and_the_export_menu(bool dark) =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers=density,hotspots,areas"), dark ? Look.DeskAtNight : Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            await visit.Page.Keyboard.PressAsync("Control+k");
            await visit.Page.Keyboard.TypeAsync("ri");
            await Expect(visit.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
            await ExpectNoViolationAsync(visit);

            await visit.Page.Keyboard.PressAsync("Escape");
            await visit.Page.GetByTitle("Export", new() { Exact = true }).ClickAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Export" })).ToBeVisibleAsync();
            await ExpectNoViolationAsync(visit);
        });

    private static async Task ExpectNoViolationAsync(Visit visit)
    {
        if ((await visit.AddressAsync()).AbsolutePath == "/")
            await visit.SettledAsync();
        else
            await Expect(visit.Main.GetByRole(AriaRole.Table).First).ToBeVisibleAsync();

        var found = await visit.Page.RunAxe();

        Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Target))}"));
        Assert.NotEmpty(found.Passes);
    }
}
