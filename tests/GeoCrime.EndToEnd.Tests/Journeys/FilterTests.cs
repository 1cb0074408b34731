using System.Globalization;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

[Collection(typeof(OnTheMap))]
public class FilterTests(SampleCity city, Chromium chromium)
{
    [Fact]
    public Task An_offence_filters_counts_and_map_until_it_is_cleared() =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers=density"), Look.Desk, async visit =>
        {
            var all = await visit.SettledAsync();
            var offences = visit.Page.GetByTitle("Offences", new() { Exact = true });
            await offences.ClickAsync();
            await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Burglary" }).CheckAsync();

            Assert.Equal("burglary", await visit.QueryAsync("cat"));
            await Expect(offences).ToContainTextAsync("1 of 12");
            await Expect(visit.Time.Locator(".figure")).ToHaveTextAsync($"{await city.CountAsync(OnTheMap.From, OnTheMap.To, "burglary"):N0}");
            Assert.True(await visit.DifferenceAsync(all, await visit.SettledAsync()) > 0.02, "The density did not follow the filter.");

            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "All 12 offences" }).ClickAsync();
            Assert.Null(await visit.QueryAsync("cat"));
            await Expect(visit.Time.Locator(".figure")).ToHaveTextAsync($"{await city.CountAsync(OnTheMap.From, OnTheMap.To):N0}");
        });

    [Fact]
    public async Task Where_nothing_matches_the_map_says_so_and_offers_a_way_out()
    {
        var day = await DayWithoutRobberyAsync();
        var address = new Uri(city.Address, $"/?j=sample&kind=precinct&cat=robbery&layers=density&from={day:yyyy-MM-dd}&to={day.AddDays(1):yyyy-MM-dd}");

        await chromium.VisitAsync(address, Look.Desk, async visit =>
        {
            var note = visit.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "No reported incidents match" });
            await Expect(note).ToContainTextAsync($"Robbery, {day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}");
            await Expect(note).ToContainTextAsync("The last one was on");
            await visit.SaveAsync("no-match");

            await note.GetByRole(AriaRole.Button, new() { Name = "Widen to 4 weeks" }).ClickAsync();
            await Expect(note).ToHaveCountAsync(0);
            await Expect(visit.Time.Locator(".figure")).ToHaveTextAsync($"{await city.CountAsync((await visit.QueryAsync("from"))!, (await visit.QueryAsync("to"))!, "robbery"):N0}");
        });
    }

    private async Task<DateOnly> DayWithoutRobberyAsync()
    {
        var rows = await city.Api.SampleAsync("counts(by: [DATE], filter: { categories: [\"robbery\"], from: \"2024-01-01\", to: \"2025-12-01\" }) { keys }");
        var days = rows.GetProperty("counts").EnumerateArray()
            .Select(row => DateOnly.ParseExact(row.GetProperty("keys")[0].GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)).Order().ToList();
        return days.Zip(days.Skip(1)).First(pair => pair.Second.DayNumber - pair.First.DayNumber > 1).First.AddDays(1);
    }
}
