using System.Text;
using System.Text.RegularExpressions;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

[Collection(typeof(OnTheMap))]
public partial class BriefingTests(SampleCity city, Chromium chromium)
{
    [Theory]
    [InlineData("&kind=precinct&units=40", "Top movers", "Staffing")]
    [InlineData("&area=precinct:P15", "Why")]
    public Task Shows_its_blocks_and_prints_on_one_page(string more, params string[] blocks) =>
        chromium.VisitAsync(new Uri(city.Address, $"/briefing?j=sample{more}"), Look.DeskAtNight, async visit =>
        {
            await Expect(visit.Page.Locator("[data-briefing]")).ToHaveAttributeAsync("data-briefing", "ready");
            var sheet = visit.Page.GetByRole(AriaRole.Article);
            foreach (var block in (string[])["What changed", "Map", "Risk table", "Scorecards", "Method", .. blocks])
                await Expect(sheet.GetByRole(AriaRole.Region, new() { Name = block, Exact = true })).ToBeVisibleAsync();
            await Expect(sheet).ToContainTextAsync("reports complete through 19 Dec 2025");
            await Expect(sheet).ToContainTextAsync("All figures are reported incidents");
            await Expect(sheet).ToContainTextAsync("made-up data");
            await visit.SaveAsync($"briefing-{blocks.Length}");

            var pdf = Encoding.Latin1.GetString(await visit.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
            Assert.Single(PageBox().Matches(pdf));
            // A4, in points.
            Assert.Matches(PageBox(), pdf);
        });

    [GeneratedRegex(@"/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]")]
    private static partial Regex PageBox();
}
