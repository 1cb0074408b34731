using System.IO.Compression;
using System.Text.Json;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using GeoCrime.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

[Collection(typeof(OnTheMap))]
public class PageTests(SampleCity city, Chromium chromium)
{
    [Fact]
    public async Task Runs_page_shows_the_first_training_with_its_data_version_and_seed()
    {
        var run = (await city.Api.AskAsync("{ runs(jurisdiction: \"sample\", study: FORECAST) { nodes { id datasetVersion codeVersion seed parameters } } }"))
            .GetProperty("runs").GetProperty("nodes").EnumerateArray().Last(each => each.GetProperty("parameters").GetProperty("model").GetString() == "Lstm");

        await chromium.VisitAsync(OnTheMap.Address(city), Look.Desk, async visit =>
        {
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Runs" }).ClickAsync();
            var row = visit.Main.GetByTitle($"Run {run.GetProperty("id").GetString()}");
            await Expect(row).ToContainTextAsync("Forecast");
            await Expect(row).ToContainTextAsync("LSTM of the area");
            await Expect(row).ToContainTextAsync("precinct");
            await Expect(row).ToContainTextAsync(run.GetProperty("datasetVersion").GetString()![..8]);
            await Expect(row).ToContainTextAsync(run.GetProperty("codeVersion").GetString()!.Split('+')[^1][..8]);
            await Expect(row.GetByRole(AriaRole.Cell).Nth(4)).ToHaveTextAsync(run.GetProperty("seed").ToString());
            await visit.SaveAsync("runs");
            // The page asks again by itself, so that its state becomes the ledger's.
            await Wait.UntilAsync(async () => await ShowsStateAsync(row, run.GetProperty("id").GetString()!), "the row shows the run's state");
        });
    }

    [Fact]
    public async Task Data_page_shows_the_quality_figures_of_the_api()
    {
        var dataset = (await city.Api.SampleAsync("dataset { version incidents located quality { rows accepted quarantined duplicates unlocated reasons { reason rows } } } offenceCategories { label incidents }"));
        var (data, quality) = (dataset.GetProperty("dataset"), dataset.GetProperty("dataset").GetProperty("quality"));
        int Reason(string code) => Int(quality.GetProperty("reasons").EnumerateArray().Single(each => each.GetProperty("reason").GetString() == code), "rows");

        await chromium.VisitAsync(OnTheMap.Address(city), Look.Desk, async visit =>
        {
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Data" }).ClickAsync();
            await Expect(visit.Main).ToContainTextAsync($"{Int(data, "incidents"):N0} reported incidents");
            await ExpectFactAsync(visit, "Data version", data.GetProperty("version").GetString()!);
            await ExpectFactAsync(visit, "With a position", $"{Int(data, "located"):N0} of {Int(data, "incidents"):N0}");
            await ExpectFactAsync(visit, "Rows read", $"{Int(quality, "rows"):N0}");
            await ExpectFactAsync(visit, "Accepted", $"{Int(quality, "accepted"):N0}");
            await ExpectFactAsync(visit, "Set aside", $"{Int(quality, "quarantined"):N0}");
            await ExpectFactAsync(visit, "Already stored", $"{Int(quality, "duplicates"):N0}");
            await ExpectFactAsync(visit, "Accepted without a position", $"{Int(quality, "unlocated"):N0}, counted, not drawn");
            await ExpectRowAsync(visit, "Date not readable", Reason("unparseable-date"));
            await ExpectRowAsync(visit, "No date", Reason("no-date"));
            await ExpectRowAsync(visit, "Id stands earlier in the file with other content", Reason("id-repeated"));
            foreach (var category in dataset.GetProperty("offenceCategories").EnumerateArray())
                await ExpectRowAsync(visit, category.GetProperty("label").GetString()!, Int(category, "incidents"));
            await visit.SaveAsync("data");
        });
    }

    [Fact]
    public Task First_map_loads_no_more_than_450_kB_of_scripts_beside_the_map_library_s_worker() =>
        chromium.VisitAsync(OnTheMap.Address(city), Look.Desk, async visit =>
        {
            await visit.SettledAsync();
            var scripts = await visit.Page.EvaluateAsync<Dictionary<string, double>>(
                "Object.fromEntries(performance.getEntriesByType('resource').filter((e) => /\\.m?js$/.test(e.name) && !e.name.includes('worker')).map((e) => [e.name, e.encodedBodySize]))");
            Assert.Contains(scripts.Keys, name => name.Contains("MapCanvas", StringComparison.Ordinal));
            Assert.All(scripts.Values, bytes => Assert.True(bytes > 0));
            Assert.InRange(scripts.Values.Sum(), 200_000, 450_000);
        });

    [Fact]
    public async Task Scripts_are_served_compressed_to_who_asks_and_plain_to_who_does_not()
    {
        var assets = Path.Combine(RepositoryFiles.Root, "frontend", "dist", "assets");
        var script = Path.GetFileName(Directory.GetFiles(assets, "MapCanvas-*.js").Single());
        using var client = new HttpClient();
        async Task<(string Encoding, byte[] Body)> GetAsync(string accepted)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(city.Address, $"/assets/{script}")) { Headers = { { "Accept-Encoding", accepted } } };
            using var answer = await client.SendAsync(request);
            Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
            return (string.Join(",", answer.Content.Headers.ContentEncoding), await answer.Content.ReadAsByteArrayAsync());
        }

        var plain = await File.ReadAllBytesAsync(Path.Combine(assets, script));
        foreach (var accepted in (string[])["identity", "br;q=0"])
        {
            var (none, whole) = await GetAsync(accepted);
            Assert.Empty(none);
            Assert.Equal(plain, whole);
        }
        var (encoding, body) = await GetAsync("gzip, br");
        Assert.Equal("br", encoding);
        using var unpacked = new MemoryStream();
        await using (var brotli = new BrotliStream(new MemoryStream(body), CompressionMode.Decompress))
            await brotli.CopyToAsync(unpacked);
        Assert.Equal(plain, unpacked.ToArray());
    }

    private async Task<bool> ShowsStateAsync(ILocator row, string id)
    {
        var run = (await city.Api.AskAsync("query($id: ID!) { run(id: $id) { state progress } }", new { id })).GetProperty("run");
        var state = run.GetProperty("state").GetString()!;
        // The interface puts a thin no-break space before per cent.
        var words = state == "RUNNING" ? $"Running, {Math.Round(100 * run.GetProperty("progress").GetDouble(), MidpointRounding.AwayFromZero)}\u202f%" : state[0] + state[1..].ToLowerInvariant();
        return (await row.GetByRole(AriaRole.Cell).Nth(1).InnerTextAsync()).Trim() == words;
    }

    private static Task ExpectFactAsync(Visit visit, string name, string value) =>
        Expect(visit.Main.Locator($"dt:text-is('{name}') + dd")).ToHaveTextAsync(value);

    private static async Task ExpectRowAsync(Visit visit, string name, int count)
    {
        var row = visit.Main.GetByRole(AriaRole.Row).Filter(new() { Has = visit.Page.GetByRole(AriaRole.Cell, new() { Name = name, Exact = true }) });
        await Expect(row.GetByRole(AriaRole.Cell, new() { Name = $"{count:N0}", Exact = true })).ToBeVisibleAsync();
    }

    private static int Int(JsonElement of, string name) => of.GetProperty(name).GetInt32();
}
