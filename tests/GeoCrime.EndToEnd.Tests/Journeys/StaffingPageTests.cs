using System.Text;
using System.Text.Json;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

[Collection(typeof(OnTheMap))]
public class StaffingPageTests(SampleCity city, Chromium chromium)
{
    private static readonly string[] Weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private Uri Page => new(city.Address, "/staffing?j=sample&kind=precinct&units=40&start=2026-01-05");

    [Fact]
    public Task Staffs_the_next_four_weeks_with_40_units_and_shows_the_effect_of_36() =>
        chromium.VisitAsync(Page, Look.Desk, async visit =>
        {
            await Expect(visit.Main.Locator(".shift-grid tbody tr")).ToHaveCountAsync(24);
            await Expect(visit.Main).ToContainTextAsync("With 40 units the mean wait stays within 10 minutes");
            // Every shift's units are all 40, whatever the areas.
            foreach (var column in (int[])[0, 10, 20])
            {
                var units = await visit.Main.Locator($".shift-grid tbody tr td:nth-of-type({column + 1}) > span").AllInnerTextsAsync();
                Assert.Equal(40, units.Sum(text => int.Parse(text.Split(',')[0].Trim(), null)));
            }
            await ExpectEffectAsync(visit, 36);
            await visit.SaveAsync("staffing");

            var field = visit.Page.GetByRole(AriaRole.Spinbutton, new() { Name = "Units", Exact = true });
            await field.FillAsync("36");
            await Expect(visit.Main).ToContainTextAsync("With 36 units");
            Assert.Equal("36", await visit.QueryAsync("units"));
            await field.FillAsync("0");
            await Expect(visit.Main.GetByRole(AriaRole.Alert)).ToContainTextAsync("Units: 1–5000");
            Assert.Equal("36", await visit.QueryAsync("units"));
        });

    [Fact]
    public Task Compares_todays_plan_from_a_file_and_names_the_row_and_column_of_what_is_wrong() =>
        chromium.VisitAsync(Page, Look.Desk, async visit =>
        {
            var file = visit.Page.Locator("input[type=file]");
            await file.SetInputFilesAsync(Csv("area,weekday,shift,units\nP01,Mon,Day,2\nAtlantis,Mon,Dusk,two\n"));
            var block = visit.Main.GetByRole(AriaRole.Region, new() { Name = "Today’s plan" });
            await Expect(block).ToContainTextAsync("Row 3, area: there is no area “Atlantis”.");
            await Expect(block).ToContainTextAsync("Row 3, shift: there is no shift “Dusk”");
            await Expect(block).ToContainTextAsync("Row 3, units: “two” is not a whole number");
            Assert.Null(await visit.QueryAsync("plan"));

            var rows = from area in Enumerable.Range(1, 24) from day in Weekdays from shift in (string[])["Day", "Evening", "Night"] select $"P{area:00},{day},{shift},1\n";
            await file.SetInputFilesAsync(Csv($"area,weekday,shift,units\n{string.Concat(rows)}"));
            await Expect(block).ToContainTextAsync("504 rows read.");
            await Expect(Effect(visit, "today’s plan")).ToContainTextAsync("24");
            await Expect(visit.Page.GetByRole(AriaRole.Img, new() { NameString = "Mean wait in minutes by units on duty" })).ToBeVisibleAsync();

            await visit.Page.ReloadAsync();
            await Expect(Effect(visit, "today’s plan")).ToBeVisibleAsync();
            await visit.SaveAsync("staffing-compared");
        });

    [Fact]
    public Task Sets_a_scenario_beside_the_baseline_and_warns_of_hours_without_a_shift() =>
        chromium.VisitAsync(Page, Look.Desk, async visit =>
        {
            await visit.Main.GetByRole(AriaRole.Button, new() { Name = "Add a shift in reports" }).ClickAsync();
            var scenario = visit.Main.GetByRole(AriaRole.Region, new() { Name = "Scenario" });
            await Expect(scenario.GetByRole(AriaRole.Table)).ToContainTextAsync("Baseline");
            await Expect(Effect(visit, "without the scenario")).ToBeVisibleAsync();
            Assert.Equal("20::", await visit.QueryAsync("change"));

            await visit.Main.GetByRole(AriaRole.Button, new() { Name = "Remove Night" }).ClickAsync();
            await Expect(visit.Main.GetByRole(AriaRole.Status)).ToContainTextAsync("23:00");
        });

    private async Task ExpectEffectAsync(Visit visit, int units)
    {
        var figures = (await city.Api.SampleAsync($"staffing(input: {{ kind: \"precinct\", from: \"2026-01-05\", units: {units} }}) {{ figures {{ meanWaitMinutes unmet }} }}")).GetProperty("staffing").GetProperty("figures");
        var cells = visit.Main.GetByRole(AriaRole.Region, new() { Name = "Effect" }).GetByRole(AriaRole.Row).Filter(new() { HasText = "10 % fewer" }).GetByRole(AriaRole.Cell);
        await Expect(cells.Nth(0)).ToContainTextAsync($"{Number(figures, "meanWaitMinutes"):0.0}");
        await Expect(cells.Nth(3)).ToContainTextAsync($"{Number(figures, "unmet")}");
    }

    private static ILocator Effect(Visit visit, string note) => visit.Main.GetByRole(AriaRole.Region, new() { Name = "Effect" }).GetByRole(AriaRole.Row).Filter(new() { HasText = note });

    private static FilePayload Csv(string text) => new() { Name = "plan.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };

    private static double Number(JsonElement of, string name) => of.GetProperty(name).GetDouble();
}
