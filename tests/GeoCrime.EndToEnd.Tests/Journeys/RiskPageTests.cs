using System.Text.Json;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

[Collection(typeof(OnTheMap))]
public class RiskPageTests(SampleCity city, Chromium chromium)
{
    [Fact]
    public Task Says_which_precinct_ranks_first_why_and_how_sure() =>
        chromium.VisitAsync(new Uri(city.Address, "/?j=sample&kind=precinct&layers=areas"), Look.Desk, async visit =>
        {
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Risk", Exact = true }).ClickAsync();
            await Expect(Ranking(visit).GetByRole(AriaRole.Row)).ToHaveCountAsync(25);

            // The first training goes on beside the tests and may change the order between the page's answer and this one.
            await Wait.UntilAsync(
                async () =>
                {
                    var first = await FirstAsync("");
                    var name = (await Names(visit).First.InnerTextAsync()).Trim();
                    var why = visit.Main.GetByRole(AriaRole.Region, new() { Name = $"Why {name}" });
                    var words = await why.InnerTextAsync();
                    if (name == first.GetProperty("area").GetProperty("name").GetString() && first.GetProperty("components").EnumerateArray().All(component => words.Contains(component.GetProperty("explanation").GetString()!, StringComparison.Ordinal)))
                        return true;
                    await visit.Page.ReloadAsync();
                    await Expect(Ranking(visit).GetByRole(AriaRole.Row)).ToHaveCountAsync(25);
                    return false;
                },
                "the page explains the area that the API ranks first");

            await Expect(visit.Main).ToContainTextAsync("ranks first for the next 28 days");
            await Expect(visit.Main.GetByText("Rank 1 of 24")).ToBeVisibleAsync();
            var parts = await visit.Main.Locator(".why li:not(.sum) .num .medium").AllInnerTextsAsync();
            var score = double.Parse(await visit.Main.Locator(".why .sum .num").InnerTextAsync(), null);
            Assert.Equal(4, parts.Count);
            // Each of five figures is rounded to a tenth.
            Assert.Equal(score, parts.Sum(part => double.Parse(part, null)), 0.25);
            await Expect(visit.Main.GetByRole(AriaRole.Region, new() { Name = "Scorecard" })).ToContainTextAsync("PEI*");
            await visit.SaveAsync("risk-page");

            await visit.Main.GetByRole(AriaRole.Link, new() { Name = "On the map" }).ClickAsync();
            Assert.Equal("risk,areas", await visit.QueryAsync("layers"));
            Assert.StartsWith("precinct:P", await visit.QueryAsync("area"), StringComparison.Ordinal);
        });

    [Fact]
    public Task Moving_a_weight_reorders_at_once_and_all_weight_on_one_component_gives_its_order() =>
        chromium.VisitAsync(new Uri(city.Address, "/risk?j=sample&kind=precinct"), Look.Desk, async visit =>
        {
            await Expect(Ranking(visit).GetByRole(AriaRole.Row)).ToHaveCountAsync(25);
            var before = await Names(visit).AllInnerTextsAsync();
            foreach (var other in (string[])["Expected volume", "Recent momentum", "Hot-spot share"])
                await visit.Page.GetByRole(AriaRole.Slider, new() { Name = other }).FillAsync("0");

            Assert.Equal("0,0,0,0.1", await visit.QueryAsync("weights"));
            var bySeverity = (await city.Api.SampleAsync("riskScores(kind: \"precinct\", weights: { volume: 0, momentum: 0, hotspot: 0, severity: 1 }) { scores { rank area { name } } }"))
                .GetProperty("riskScores").GetProperty("scores").EnumerateArray().OrderBy(each => each.GetProperty("rank").GetInt32()).Select(each => each.GetProperty("area").GetProperty("name").GetString()!).ToList();
            await Expect(Names(visit)).ToHaveTextAsync(bySeverity);
            Assert.NotEqual(before, bySeverity);

            await visit.Page.GetByRole(AriaRole.Slider, new() { Name = "Severity" }).FillAsync("0");
            await Expect(visit.Main.GetByRole(AriaRole.Alert)).ToContainTextAsync("weights: at least one must be above 0");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Back to 50" }).ClickAsync();
            Assert.Null(await visit.QueryAsync("weights"));
        });

    private async Task<JsonElement> FirstAsync(string arguments) =>
        (await city.Api.SampleAsync($"riskScores(kind: \"precinct\"{arguments}) {{ scores {{ rank area {{ name }} components {{ explanation }} }} }}"))
            .GetProperty("riskScores").GetProperty("scores").EnumerateArray().Single(each => each.GetProperty("rank").GetInt32() == 1);

    private static ILocator Ranking(Visit visit) => visit.Main.Locator(".risk-table");

    private static ILocator Names(Visit visit) => visit.Main.Locator(".risk-table tbody th");
}
