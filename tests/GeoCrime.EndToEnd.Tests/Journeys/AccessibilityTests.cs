using Deque.AxeCore.Commons;
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
        ["/?j=sample&kind=precinct&layers=hotspots,areas", "/?j=sample&layers=risk&area=precinct:P15", "/?j=sample&kind=precinct&table=1", "/runs?j=sample", "/data?j=sample"],
        [false, true]);

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Axe_finds_no_violation(string path, bool dark) =>
        chromium.VisitAsync(new Uri(city.Address, path), dark ? Look.DeskAtNight : Look.Desk, ExpectNoViolationAsync);

    [Fact]
    public Task Axe_finds_no_violation_on_a_phone() =>
        chromium.VisitAsync(new Uri(city.Address, "/?j=sample&layers=risk&area=precinct:P15"), Look.Phone, ExpectNoViolationAsync);

    private static async Task ExpectNoViolationAsync(Visit visit)
    {
        if (await visit.Page.Locator(".map-canvas").CountAsync() > 0)
            await visit.SettledAsync();
        else
            await Expect(visit.Main.GetByRole(AriaRole.Table).First).ToBeVisibleAsync();

        // The package's own RunAxe opens a second page and waits out a timeout there; this page alone is what is asked.
        await visit.Page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var found = await visit.Page.EvaluateAsync<Found>(
            """
            async () => {
              const { violations, passes } = await axe.run(document);
              return { violations: violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => n.target).join('; ')}`), passes: passes.length };
            }
            """);

        Assert.Empty(found.Violations);
        Assert.NotEqual(0, found.Passes);
    }

    /// <summary>What axe found: each broken rule with the elements that break it, and how many rules hold.</summary>
    private sealed class Found
    {
        public string[] Violations { get; set; } = [];

        public int Passes { get; set; }
    }
}
