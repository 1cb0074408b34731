using System.Text.Json;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

/// <summary>What a planner asks in the morning, from question to answer over several pages.</summary>
[Collection(typeof(OnTheMap))]
public class PlannerTests(SampleCity city, Chromium chromium)
{
    [Fact]
    public Task Finds_what_is_new_in_burglary_in_four_weeks_and_where() =>
        chromium.VisitAsync(new Uri(city.Address, "/?j=sample&kind=precinct&layers=areas"), Look.Desk, async visit =>
        {
            await visit.Page.GetByTitle("Offences", new() { Exact = true }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Burglary" }).CheckAsync();
            await visit.Page.Keyboard.PressAsync("Escape");
            await visit.Page.GetByTitle("Dates", new() { Exact = true }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Last 4 weeks" }).ClickAsync();
            var (from, to) = ((await visit.QueryAsync("from"))!, (await visit.QueryAsync("to"))!);
            await Expect(visit.Time.Locator(".figure")).ToHaveTextAsync($"{await city.CountAsync(from, to, "burglary"):N0}");

            // Where: the layer of change says how much ground is clearly denser, against the same weeks a year before.
            var change = (await city.Api.SampleAsync($"densityChange(filter: {{ from: \"{from}\", to: \"{to}\", categories: [\"burglary\"] }}) {{ incidents before }}")).GetProperty("densityChange");
            await visit.Layers.GetByRole(AriaRole.Switch, new() { Name = "Change", Exact = true }).ClickAsync();
            await Expect(visit.Layers).ToContainTextAsync($"n = {Int(change, "incidents"):N0} against {Int(change, "before"):N0}");
            await Expect(visit.Layers).ToContainTextAsync("Clearly denser on");

            // In which precinct: the table beside the map, and the precinct that has most.
            await visit.Page.Keyboard.PressAsync("t");
            var table = visit.Page.GetByRole(AriaRole.Complementary, new() { Name = "Table of areas" });
            var most = (await city.Api.SampleAsync($"counts(by: [AREA], areaKind: \"precinct\", filter: {{ from: \"{from}\", to: \"{to}\", categories: [\"burglary\"] }}) {{ keys incidents }}"))
                .GetProperty("counts").EnumerateArray().Where(row => row.GetProperty("keys")[0].ValueKind == JsonValueKind.String).Max(row => Int(row, "incidents"));
            await Expect(table.Locator("tbody tr").First.GetByRole(AriaRole.Cell).Nth(1)).ToHaveTextAsync($"{most:N0}");
            await table.Locator("tbody tr").First.GetByRole(AriaRole.Button).ClickAsync();
            Assert.StartsWith("precinct:P", await visit.QueryAsync("area"), StringComparison.Ordinal);
            await Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = "What changed" })).ToContainTextAsync("28 days");
            await visit.SaveAsync("new-in-burglary");
        });

    [Fact]
    public Task Compares_this_quarter_with_last_year_as_a_whole_by_area_and_by_offence() =>
        chromium.VisitAsync(new Uri(city.Address, "/?j=sample&kind=precinct&layers=change,areas&table=1"), Look.Desk, async visit =>
        {
            // The quarter by its name: reports are in until 19 December 2025.
            await visit.Page.GetByTitle("Dates", new() { Exact = true }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Q3 2025", Exact = true }).ClickAsync();
            Assert.Equal(("2025-07-01", "2025-10-01"), (await visit.QueryAsync("from"), await visit.QueryAsync("to")));
            // The same weekdays 52 weeks before.
            var (now, before) = (await city.CountAsync("2025-07-01", "2025-10-01"), await city.CountAsync("2024-07-02", "2024-10-02"));
            await Expect(visit.Time.Locator(".figure")).ToHaveTextAsync($"{now:N0}");
            await Expect(visit.Time).ToContainTextAsync($"same days of 2024 ({before:N0})");
            await Expect(visit.Layers).ToContainTextAsync($"against {Int((await city.Api.SampleAsync("densityChange(filter: { from: \"2025-07-01\", to: \"2025-10-01\" }) { before }")).GetProperty("densityChange"), "before"):N0}");

            var areas = (await city.Api.SampleAsync("changes(filter: { from: \"2025-07-01\", to: \"2025-10-01\" }, kind: \"precinct\") { rows { area { name } incidents before } }")).GetProperty("changes").GetProperty("rows").EnumerateArray().ToList();
            var table = visit.Page.GetByRole(AriaRole.Complementary, new() { Name = "Table of areas" });
            foreach (var row in areas.Take(3))
            {
                var cells = table.GetByRole(AriaRole.Row).Filter(new() { Has = visit.Page.GetByRole(AriaRole.Button, new() { Name = row.GetProperty("area").GetProperty("name").GetString(), Exact = true }) }).GetByRole(AriaRole.Cell);
                await Expect(cells.Nth(1)).ToHaveTextAsync($"{Int(row, "incidents"):N0}");
                await Expect(cells.Nth(2)).ToHaveTextAsync($"{Int(row, "before"):N0}");
            }

            // By offence: the months of the trends page, a line a year.
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Trends", Exact = true }).ClickAsync();
            await visit.Main.GetByRole(AriaRole.Button, new() { Name = "Year over year" }).ClickAsync();
            await Expect(visit.Main.GetByRole(AriaRole.Img, new() { Name = "Reported incidents a month, a line a year" })).ToBeVisibleAsync();
            await Expect(visit.Main.Locator(".multiple")).ToHaveCountAsync(12);
            await visit.SaveAsync("quarter-compared");
        });

    private static int Int(JsonElement of, string name) => of.GetProperty(name).GetInt32();
}
