using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

[Collection(typeof(OnTheMap))]
public class SilentServerTests(SampleCity city, Chromium chromium)
{
    [Fact]
    public async Task A_killed_server_is_said_and_a_new_one_is_found_again()
    {
        // A second server on the same data, so that the first one stays for the other journeys.
        await using var server = await Server.StartAsync(city.Folder);
        var address = new Uri(server.Address, $"/?j=sample&kind=precinct&from={OnTheMap.From}&to={OnTheMap.To}&layers=density");

        await chromium.VisitAsync(
            address,
            Look.Desk,
            async visit =>
            {
                await visit.SettledAsync();
                await server.EndAsync(Signal.Kill);
                await visit.Page.Keyboard.PressAsync("ArrowLeft");

                var alert = visit.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "The server does not answer" });
                await Expect(alert).ToContainTextAsync("You see results from");
                await visit.SaveAsync("server-silent");

                await using var next = await Server.StartAsync(city.Folder, server.Address.Port);
                await alert.GetByRole(AriaRole.Button, new() { Name = "Try now" }).ClickAsync();
                await Expect(alert).ToHaveCountAsync(0);
                await Expect(visit.Time.Locator(".figure")).ToHaveTextAsync($"{await city.CountAsync((await visit.QueryAsync("from"))!, (await visit.QueryAsync("to"))!):N0}");
            },
            // Refused, reset, or cut in the middle of an answer.
            expected: text => text.Contains("net::ERR_", StringComparison.Ordinal));
    }
}
