using System.Text;
using System.Xml.Linq;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

/// <summary>Behind each chart: its table by the keyboard, and its files.</summary>
[Collection(typeof(OnTheMap))]
public class ChartFrameTests(SampleCity city, Chromium chromium)
{
    [Fact]
    public Task T_opens_the_table_behind_a_chart_and_escape_closes_it() =>
        chromium.VisitAsync(new Uri(city.Address, "/trends?j=sample"), Look.Desk, async visit =>
        {
            await Menu(visit).FocusAsync();
            await visit.Page.Keyboard.PressAsync("t");
            var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Table: Port Meridian by month" });
            await Expect(dialog.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("2020-01");
            var reported = (await city.Api.SampleAsync("counts(by: [YEAR], filter: { from: \"2020-01-01\", to: \"2020-02-01\" }) { incidents }")).GetProperty("counts")[0].GetProperty("incidents").GetInt32();
            await Expect(dialog.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync($"{reported:N0}");
            await visit.Page.Keyboard.PressAsync("Escape");
            await Expect(dialog).ToHaveCountAsync(0);
        });

    [Fact]
    public Task A_chart_can_be_taken_away_as_csv_svg_and_png() =>
        chromium.VisitAsync(new Uri(city.Address, "/trends?j=sample"), Look.Desk, async visit =>
        {
            var version = (await city.Api.SampleAsync("dataset { version }")).GetProperty("dataset").GetProperty("version").GetString()!;
            var csv = Encoding.UTF8.GetString(await FileAsync(visit, "CSV", "sample-port-meridian-by-month.csv"));
            Assert.StartsWith("month,reports,year before\r\n2020-01,", csv, StringComparison.Ordinal);

            var svg = XDocument.Parse(Encoding.UTF8.GetString(await FileAsync(visit, "SVG picture", "sample-port-meridian-by-month.svg")));
            var words = string.Join(' ', svg.Descendants().Where(each => each.Name.LocalName == "text").Select(each => each.Value));
            foreach (var part in (string[])["Port Meridian by month", "reported incidents a month, Jan 2020", "made-up data", "all offences", "n = ", $"Data version {version}", "2025"])
                Assert.Contains(part, words, StringComparison.Ordinal);
            // Colours are written out: no class, no token, nothing for the pointer alone.
            Assert.Contains(svg.Descendants(), each => each.Name.LocalName == "path" && each.Attribute("stroke")?.Value == "rgb(20,24,27)");
            Assert.DoesNotContain("var(--", svg.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(svg.Descendants(), each => each.Attribute("class") is not null);

            var png = await FileAsync(visit, "PNG picture", "sample-port-meridian-by-month.png");
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
            // Width and height stand big-endian at bytes 16 and 20: twice the SVG's.
            Assert.Equal(2 * int.Parse(svg.Root!.Attribute("width")!.Value, null), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        });

    private static async Task<byte[]> FileAsync(Visit visit, string kind, string name)
    {
        await Menu(visit).ClickAsync();
        var file = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = kind, Exact = true }).ClickAsync());
        Assert.Equal(name, file.SuggestedFilename);
        return await File.ReadAllBytesAsync(await file.PathAsync());
    }

    private static ILocator Menu(Visit visit) => visit.Page.GetByTitle("Table and files: Port Meridian by month", new() { Exact = true });
}
