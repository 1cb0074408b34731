using Deque.AxeCore.Playwright;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

/// <summary>The trends page answers in one sentence and shows months, offences, season and rhythm.</summary>
[Collection(typeof(OnTheMap))]
public class TrendsPageTests(SampleCity city, Chromium chromium)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Trends_say_what_rose_and_fell_and_axe_finds_no_violation(bool dark) =>
        chromium.VisitAsync(new Uri(city.Address, "/trends?j=sample"), dark ? Look.DeskAtNight : Look.Desk, async visit =>
        {
            await Expect(visit.Main).ToContainTextAsync("in twelve months");
            await Expect(visit.Main.GetByRole(AriaRole.Img, new() { Name = "Reported incidents a month", Exact = true })).ToBeVisibleAsync();
            await Expect(visit.Main.GetByRole(AriaRole.Img, new() { Name = "Trend, reported incidents a month" })).ToBeVisibleAsync();
            await Expect(visit.Main.Locator(".multiples .multiple")).ToHaveCountAsync(12);
            await visit.Main.GetByRole(AriaRole.Button, new() { Name = "Own scale" }).ClickAsync();
            await Expect(visit.Main).ToContainTextAsync("heights do not compare");
            await Expect(visit.Main).ToContainTextAsync("Peak hours:");
            await Expect(visit.Main.GetByRole(AriaRole.Region, new() { Name = "Areas" }).Locator("tbody tr")).ToHaveCountAsync(10);
            await Expect(visit.Main.GetByRole(AriaRole.Img, new() { NameString = "Reported incidents by day, 2023 to 2025" })).ToBeVisibleAsync();
            await Expect(visit.Main.GetByRole(AriaRole.Region, new() { Name = "Completeness" })).ToContainTextAsync("days are known");

            var found = await visit.Page.RunAxe();
            Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Target))}"));
        });

    [Theory]
    [InlineData("mstl", "Season of the year, reported incidents a day")]
    [InlineData("additive", "Season, reported incidents a month")]
    [InlineData("multiplicative", "Season, factor, reported incidents a month")]
    public Task A_series_is_taken_apart_in_other_ways(string method, string strip) =>
        chromium.VisitAsync(new Uri(city.Address, "/trends?j=sample"), Look.Desk, async visit =>
        {
            await visit.Main.GetByRole(AriaRole.Combobox, new() { NameString = "Method" }).SelectOptionAsync(method);
            await Expect(visit.Main.GetByRole(AriaRole.Img, new() { Name = strip, Exact = true })).ToBeVisibleAsync();
            Assert.Equal(method, await visit.QueryAsync("parts"));
        });

    [Fact]
    public Task Months_can_be_taken_away_as_a_file() =>
        chromium.VisitAsync(new Uri(city.Address, "/trends?j=sample"), Look.Desk, async visit =>
        {
            await Expect(visit.Main).ToContainTextAsync("in twelve months");
            var file = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Main.GetByRole(AriaRole.Button, new() { Name = "CSV" }).ClickAsync());
            var lines = await File.ReadAllLinesAsync(await file.PathAsync());
            Assert.StartsWith("month,all,", lines[0], StringComparison.Ordinal);
            // Six years of whole months, and offences that add up to all.
            Assert.True(lines.Length > 60, $"{lines.Length} lines");
            Assert.All(lines.Skip(1), line => Assert.Equal(int.Parse(line.Split(',')[1]), line.Split(',').Skip(2).Sum(int.Parse)));
        });
}
