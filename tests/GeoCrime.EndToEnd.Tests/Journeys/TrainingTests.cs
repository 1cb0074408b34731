using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

/// <summary>A training is asked for in a dialog, followed there, and cancelled; the loss of another is read from the ledger.</summary>
[Collection(typeof(OnTheMap))]
public class TrainingTests(SampleCity city, Chromium chromium)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task A_network_is_asked_for_followed_and_cancelled(bool dark) =>
        chromium.VisitAsync(new Uri(city.Address, "/runs?j=sample"), dark ? Look.DeskAtNight : Look.Desk, async visit =>
        {
            await visit.Main.GetByRole(AriaRole.Button, new() { Name = "Train a forecast" }).ClickAsync();
            var dialog = visit.Page.GetByRole(AriaRole.Dialog);
            await Expect(dialog).ToContainTextAsync("serves only where it is not worse");
            await dialog.GetByLabel(new Regex("^Areas")).SelectOptionAsync("district");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Month" }).ClickAsync();
            await dialog.GetByText("More", new() { Exact = true }).ClickAsync();
            // Of one's own, so that no other run stands for it.
            await dialog.GetByLabel("Seed").FillAsync(dark ? "71" : "72");
            await ExpectNoViolationAsync(visit);
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true }).ClickAsync();

            await Expect(dialog).ToContainTextAsync("You can go on working");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel the training" }).ClickAsync();
            await Expect(dialog).ToContainTextAsync("Cancelled.");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
            await Expect(visit.Main.GetByRole(AriaRole.Row).Filter(new() { HasText = "district" }).First).ToContainTextAsync("Cancelled");
        });

    [Fact]
    public Task The_loss_of_a_run_is_drawn_and_stands_in_a_table() =>
        chromium.VisitAsync(new Uri(city.Address, "/runs?j=sample"), Look.Desk, async visit =>
        {
            // The first start trains the precincts' networks, after the classical models.
            await visit.Main.GetByRole(AriaRole.Row).Filter(new() { HasTextRegex = new Regex("precinct.*model LSTM of the area") }).Last.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
            var dialog = visit.Page.GetByRole(AriaRole.Dialog).First;
            await Expect(dialog.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("^Loss over [0-9]+ epochs") })).ToBeVisibleAsync(new() { Timeout = 180_000 });
            await ExpectNoViolationAsync(visit);
            await dialog.GetByRole(AriaRole.Figure).First.PressAsync("t");
            await Expect(visit.Page.GetByRole(AriaRole.Columnheader, new() { Name = "held back" })).ToBeVisibleAsync();
        });

    private static async Task ExpectNoViolationAsync(Visit visit)
    {
        var found = await visit.Page.RunAxe();
        Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Target))}"));
    }
}
