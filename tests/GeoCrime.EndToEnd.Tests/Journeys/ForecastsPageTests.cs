using System.Text.Json;
using Deque.AxeCore.Playwright;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

/// <summary>The forecasts page: one series ahead with its scorecard, areas that rise and fall, models side by side.</summary>
[Collection(typeof(OnTheMap))]
public class ForecastsPageTests(SampleCity city, Chromium chromium)
{
    private Uri Page => new(city.Address, "/forecasts?j=sample&kind=precinct");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Says_what_is_expected_how_far_to_trust_it_and_axe_finds_no_violation(bool dark) =>
        chromium.VisitAsync(Page, dark ? Look.DeskAtNight : Look.Desk, async visit =>
        {
            var forecast = (await city.Api.SampleAsync("forecasts(step: WEEK, horizon: 4) { total { median intervals { level lower upper } } scorecard { origins } }")).GetProperty("forecasts")[0];
            await Expect(visit.Main).ToContainTextAsync($"{Number(forecast.GetProperty("total"), "median"):N0} reports expected");
            await Expect(visit.Main.GetByRole(AriaRole.Img, new() { NameString = "Reported incidents per week, Port Meridian, with forecast to" })).ToBeVisibleAsync();
            var card = visit.Main.GetByRole(AriaRole.Region, new() { Name = "Scorecard" });
            // The model and both plain alternatives; two levels beside what they held.
            await Expect(card.GetByRole(AriaRole.Table).First.GetByRole(AriaRole.Row)).ToHaveCountAsync(4);
            await Expect(card.GetByRole(AriaRole.Table).Nth(1).GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
            await Expect(card).ToContainTextAsync($"{forecast.GetProperty("scorecard").GetProperty("origins").GetInt32()} origins");
            await Expect(visit.Main.GetByRole(AriaRole.Region, new() { Name = "Leaderboard" }).GetByRole(AriaRole.Row).Filter(new() { HasText = "Better plain forecast" })).ToHaveCountAsync(1);
            await Expect(Rows(visit, "Rising").First).ToBeVisibleAsync();
            await visit.SaveAsync(dark ? "forecasts-dark" : "forecasts");

            var found = await visit.Page.RunAxe();
            Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Target))}"));
        });

    [Fact]
    public Task Movers_are_those_of_the_api_and_one_leads_to_the_area_on_the_map() =>
        chromium.VisitAsync(new Uri(city.Address, "/forecasts?j=sample&kind=precinct&vs=before"), Look.Desk, async visit =>
        {
            // The first training goes on beside the tests and may change the forecasts between two answers.
            string code = "", name = "";
            await Wait.UntilAsync(
                async () =>
                {
                    var movers = (await city.Api.SampleAsync("movers(kind: \"precinct\", horizonDays: 28, direction: INCREASE, against: PREVIOUS_WINDOW) { movers { area { code name } previous expected lower upper } }"))
                        .GetProperty("movers").GetProperty("movers").EnumerateArray().ToList();
                    if (movers.Count == 0)
                        return await visit.Main.GetByRole(AriaRole.Region, new() { Name = "Rising" }).GetByText("rises").IsVisibleAsync();
                    await Expect(Rows(visit, "Rising").First).ToBeVisibleAsync();
                    // Rows whose interval excludes no change come first.
                    var first = movers.Find(IsSure) is { ValueKind: JsonValueKind.Object } sure ? sure : movers[0];
                    (code, name) = (first.GetProperty("area").GetProperty("code").GetString()!, first.GetProperty("area").GetProperty("name").GetString()!);
                    var words = await Rows(visit, "Rising").First.InnerTextAsync();
                    var same = words.Contains(name, StringComparison.Ordinal) && words.Contains($"{Math.Round(Number(first, "expected"), MidpointRounding.AwayFromZero):N0}", StringComparison.Ordinal);
                    if (!same)
                        await visit.Page.ReloadAsync();
                    return same;
                },
                "the page lists the movers that the API does");
            Assert.NotEqual("", code);
            await Rows(visit, "Rising").First.GetByRole(AriaRole.Link).ClickAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Complementary, new() { Name = name, Exact = true })).ToBeVisibleAsync();
            Assert.Equal($"precinct:{code}", await visit.QueryAsync("area"));
        });

    [Fact]
    public Task Step_horizon_and_model_are_in_the_address() =>
        chromium.VisitAsync(Page, Look.Desk, async visit =>
        {
            await visit.Main.GetByRole(AriaRole.Button, new() { Name = "Month", Exact = true }).ClickAsync();
            await visit.Main.GetByRole(AriaRole.Combobox, new() { NameString = "Ahead" }).SelectOptionAsync("365");
            await Expect(visit.Main.GetByRole(AriaRole.Img, new() { NameString = "Reported incidents per month, Port Meridian" })).ToBeVisibleAsync();
            await visit.Main.GetByRole(AriaRole.Combobox, new() { NameString = "Model" }).SelectOptionAsync("SEASONAL_NAIVE");
            await Expect(visit.Main.GetByRole(AriaRole.Region, new() { Name = "Scorecard" })).ToContainTextAsync("Seasonal naive");
            Assert.Equal(("month", "365", "SEASONAL_NAIVE"), (await visit.QueryAsync("by"), await visit.QueryAsync("ahead"), await visit.QueryAsync("model")));

            // A model that nobody has trained offers its training instead.
            await visit.Main.GetByRole(AriaRole.Combobox, new() { NameString = "Model" }).SelectOptionAsync("LSTM");
            await Expect(visit.Main.GetByRole(AriaRole.Button, new() { Name = "Train this forecast" })).ToBeVisibleAsync();
        });

    [Fact]
    public Task The_change_of_forecasts_is_a_layer_with_its_legend_and_badge() =>
        chromium.VisitAsync(OnTheMap.Address(city, "layers=areas"), Look.Desk, async visit =>
        {
            var before = await visit.SettledAsync();
            await visit.Layers.GetByRole(AriaRole.Switch, new() { Name = "Forecast change" }).ClickAsync();
            await Expect(visit.Layers).ToContainTextAsync("interval includes no change:");
            await Expect(visit.Layers).ToContainTextAsync("of 24 areas");
            await Expect(visit.Layers.Locator(".badge")).ToBeVisibleAsync();
            Assert.True(await visit.DifferenceAsync(before, await visit.SettledAsync()) > 0.05, "The layer drew nothing.");
            await visit.SaveAsync("forecast-change");
        });

    private static bool IsSure(JsonElement mover) => Number(mover, "lower") > Number(mover, "previous") || Number(mover, "upper") < Number(mover, "previous");

    private static ILocator Rows(Visit visit, string list) => visit.Main.GetByRole(AriaRole.Region, new() { Name = list, Exact = true }).Locator("tbody tr");

    private static double Number(JsonElement of, string name) => of.GetProperty(name).GetDouble();
}
