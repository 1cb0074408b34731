using Deque.AxeCore.Playwright;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

/// <summary>The ledger: cancelling, two runs side by side, and views that are saved by name.</summary>
[Collection(typeof(OnTheMap))]
public class RunsPageTests(SampleCity city, Chromium chromium)
{
    [Fact]
    public async Task A_run_can_be_cancelled_and_set_beside_another()
    {
        var started = (await city.Api.AskAsync("mutation { startForecast(input: { jurisdiction: \"sample\", kind: \"district\", model: LSTM, horizon: 14 }) { id } }")).GetProperty("startForecast").GetProperty("id").GetString()!;
        var first = (await city.Api.AskAsync("{ runs(jurisdiction: \"sample\", study: FORECAST) { nodes { id parameters } } }")).GetProperty("runs").GetProperty("nodes").EnumerateArray()
            .Single(run => run.GetProperty("parameters").TryGetProperty("kind", out var kind) && kind.GetString() == "precinct" && run.GetProperty("parameters").GetProperty("model").GetString() == "Lstm").GetProperty("id").GetString()!;

        await chromium.VisitAsync(new Uri(city.Address, "/runs?j=sample"), Look.Desk, async visit =>
        {
            var row = visit.Main.GetByTitle($"Run {started}");
            await row.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
            await Expect(row).ToContainTextAsync("Cancelled");

            await row.GetByRole(AriaRole.Checkbox).CheckAsync();
            await visit.Main.GetByTitle($"Run {first}").GetByRole(AriaRole.Checkbox).CheckAsync();
            var differences = visit.Main.GetByRole(AriaRole.Region, new() { Name = "What differs" });
            await Expect(differences.GetByRole(AriaRole.Row).Filter(new() { HasText = "kind" })).ToContainTextAsync("district");
            await Expect(differences.GetByRole(AriaRole.Row).Filter(new() { HasText = "horizon" })).ToContainTextAsync("−16");
            await Expect(differences).ToContainTextAsync("other parameters");
            // What is the same is not listed.
            await Expect(differences.GetByRole(AriaRole.Rowheader, new() { Name = "model", Exact = true })).ToHaveCountAsync(0);
            Assert.Equal($"{started},{first}", await visit.QueryAsync("runs"));
            await visit.SaveAsync("runs-compared");
            var found = await visit.Page.RunAxe();
            Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Target))}"));
        });
    }

    [Fact]
    public Task A_view_is_saved_by_name_and_opened_again() =>
        chromium.VisitAsync(new Uri(city.Address, "/risk?j=sample&kind=precinct"), Look.Desk, async visit =>
        {
            var button = visit.Page.GetByTitle("Saved views", new() { Exact = true }).And(visit.Page.Locator(":visible"));
            await button.ClickAsync();
            var views = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Saved views" });
            await views.GetByLabel("Name this view").FillAsync("Morning ranking");
            await views.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Expect(views).ToContainTextAsync("Saved “Morning ranking”.");
            await views.GetByRole(AriaRole.Button, new() { Name = "Pin Morning ranking" }).ClickAsync();
            var file = await visit.Page.RunAndWaitForDownloadAsync(() => views.GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync());
            Assert.Contains("\"/risk?j=sample&kind=precinct\"", await File.ReadAllTextAsync(await file.PathAsync()), StringComparison.Ordinal);
            await visit.Page.Keyboard.PressAsync("Escape");

            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Data", Exact = true }).ClickAsync();
            await visit.Page.ReloadAsync();
            await button.ClickAsync();
            await views.GetByRole(AriaRole.Button, new() { Name = "Morning ranking", Exact = true }).ClickAsync();
            await Expect(visit.Page).ToHaveURLAsync(new Uri(city.Address, "/risk?j=sample&kind=precinct").ToString());
            await Expect(visit.Main.GetByRole(AriaRole.Heading, new() { Name = "Risk", Exact = true })).ToBeVisibleAsync();
        });
}
