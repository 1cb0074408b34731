using System.Text;
using Deque.AxeCore.Playwright;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

/// <summary>An empty database: from the first look at it to a map, in the browser alone.</summary>
[Collection(typeof(OnTheMap))]
public class FirstUseTests(Chromium chromium)
{
    [Fact]
    public async Task An_empty_product_loads_the_sample_city_as_a_job_and_shows_its_map()
    {
        using var folder = new DataFolder();
        await using var server = await Server.StartAsync(folder.Path, options: "--no-sample");
        await chromium.VisitAsync(server.Address, Look.Desk, async visit =>
        {
            await Expect(visit.Main).ToContainTextAsync("Start with data");
            Assert.Empty((await visit.Page.RunAxe()).Violations.Select(violation => violation.Id));
            await visit.Main.GetByRole(AriaRole.Button, new() { Name = "Load sample city" }).ClickAsync();
            await Expect(visit.Main).ToContainTextAsync("Loading the sample city");
            await visit.SaveAsync("first-use-loading");
            await Expect(visit.Layers).ToBeVisibleAsync();
            await Expect(visit.Page.GetByText("Made-up data")).ToBeVisibleAsync();
            await Wait.UntilAsync(server.Api.IsLoadedAsync, "the sample city is loaded and its first training queued");
        });
        Assert.True((await Figures.OfAsync(server)).Incidents > 200_000);
    }

    [Fact]
    public async Task An_empty_product_takes_a_file()
    {
        using var folder = new DataFolder();
        await using var server = await Server.StartAsync(folder.Path, options: "--no-sample");
        await chromium.VisitAsync(server.Address, Look.Desk, async visit =>
        {
            await visit.Main.GetByRole(AriaRole.Button, new() { Name = "Import a file" }).ClickAsync();
            await visit.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
            {
                Name = "springfield.csv",
                MimeType = "text/csv",
                Buffer = Encoding.UTF8.GetBytes("date,offense,latitude,longitude\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"2025-0{1 + (i % 6)}-{1 + (i % 28):00} {i % 24:00}:15,{(i % 4 == 0 ? "burglary" : "theft")},39.7{i:000},-89.6{i:000}\n"))),
            });
            await visit.Main.GetByLabel("Time zone", new() { Exact = true }).FillAsync("America/Chicago");
            await Expect(visit.Main).ToContainTextAsync("400 of all 400 rows would be stored");
            await visit.Main.GetByRole(AriaRole.Button, new() { Name = "Import 400 rows" }).ClickAsync();
            await Expect(visit.Main).ToContainTextAsync("400 reported incidents stored from springfield.csv.");
            await visit.Main.GetByRole(AriaRole.Button, new() { Name = "See them on the map" }).ClickAsync();
            await visit.SettledAsync();
            await visit.SaveAsync("first-use-imported");
        });
    }
}
