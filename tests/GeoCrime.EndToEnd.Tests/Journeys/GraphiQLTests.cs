using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

[Collection(typeof(OnTheMap))]
public partial class GraphiQLTests(SampleCity city, Chromium chromium)
{
    private Uri Address => new(city.Address, "/graphql");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Hot_spot_example_is_answered_and_its_file_holds_as_many_cells(bool dark) =>
        chromium.VisitAsync(Address, dark ? Look.DeskAtNight : Look.Desk, async visit =>
        {
            await visit.Page.GetByRole(AriaRole.Tab, new() { Name = "HotSpots" }).ClickAsync();
            // A query is run as the editor holds it, and the editor comes last.
            await Expect(visit.Page.Locator(".graphiql-editors")).ToContainTextAsync("geoJsonUrl");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();
            var answer = visit.Page.Locator(".graphiql-response");
            await Expect(answer).ToContainTextAsync("geoJsonUrl");
            await visit.SaveAsync($"graphiql-{(dark ? "dark" : "light")}");

            // The editor breaks long lines; an address holds no blank.
            var text = Blank().Replace(await answer.InnerTextAsync(), "");
            var (units, file) = (int.Parse(Units().Match(text).Groups[1].Value), Url().Match(text).Groups[1].Value);
            using var http = new HttpClient { BaseAddress = city.Address };
            var layer = await http.GetFromJsonAsync<JsonElement>(file);
            Assert.Equal(units, layer.GetProperty("features").GetArrayLength());
        });

    [Fact]
    public Task On_a_phone_the_answer_stands_below_the_query() =>
        chromium.VisitAsync(Address, Look.Phone, async visit =>
        {
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();
            await Expect(visit.Page.Locator(".graphiql-response")).ToContainTextAsync("sample");
            await visit.SaveAsync("graphiql-phone");
            var (query, answer) = ((await visit.Page.Locator(".graphiql-editors").BoundingBoxAsync())!, (await visit.Page.Locator(".graphiql-response").BoundingBoxAsync())!);
            Assert.True(answer.Y >= query.Y + query.Height - 1);
            Assert.InRange(answer.Width, 250, 390);
        });

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();

    [GeneratedRegex("\"units\":(\\d+)")]
    private static partial Regex Units();

    [GeneratedRegex("\"geoJsonUrl\":\"([^\"]+)\"")]
    private static partial Regex Url();
}
