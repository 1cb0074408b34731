using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using GeoCrime.EndToEnd.Tests.Browser;
using GeoCrime.EndToEnd.Tests.Serving;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GeoCrime.EndToEnd.Tests.Journeys;

[Collection(typeof(OnTheMap))]
public class ImportPageTests(SampleCity city, Chromium chromium)
{
    private const int Rows = 300, WithoutDate = 5, Stored = Rows - WithoutDate - 1;

    /// <summary>A file nobody has seen before: odd names, semicolons, decimal commas, quotes with line breaks, days before months.</summary>
    private static FilePayload OddFile(string name = "vorfaelle.csv") => new()
    {
        Name = name,
        MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes("\uFEFFVorgang;Wann war es;Worum ging es;Breite (N);Länge (O);Notiz\r\n" + string.Concat(Enumerable.Range(0, Rows).Select(i =>
            $"V-{i};{(i == 0 ? "unbekannt" : i % 60 == 7 ? "" : $"{1 + (i % 28)}.{3 + (i % 2)}.2025 {i % 24}:{i % 60:00}")};{(i % 3 == 0 ? "Raub" : "Diebstahl")};48,{20 + (i % 7)}{i:000};16,{36 + (i % 5)}{i:000};\"Zeile {i}\nund noch eine; mit Strichpunkt\"\r\n"))),
    };

    [Fact]
    public Task A_file_never_seen_before_is_imported_seen_on_the_map_weighed_and_undone() =>
        chromium.VisitAsync(new Uri(city.Address, "/data?j=sample"), Look.Desk, async visit =>
        {
            await visit.Main.GetByRole(AriaRole.Button, new() { Name = "Import a file" }).ClickAsync();
            await visit.Page.Locator("input[type=file]").SetInputFilesAsync(OddFile());
            await Expect(visit.Main).ToContainTextAsync($"{Rows} rows of 6 columns, CSV with semicolons, UTF-8");
            foreach (var (column, role) in new[] { ("Vorgang", "ID"), ("Wann war es", "OCCURRED"), ("Worum ging es", "CATEGORY"), ("Breite (N)", "Y"), ("Länge (O)", "X"), ("Notiz", "") })
                await Expect(visit.Main.GetByLabel($"{column} is used as", new() { Exact = true })).ToHaveValueAsync(role);
            await Expect(visit.Main).ToContainTextAsync($"{Stored} of all {Rows} rows would be stored, {Rows - Stored} set aside");
            await Expect(visit.Main.GetByRole(AriaRole.Region, new() { Name = "What would become of the rows" }).GetByRole(AriaRole.Row).Filter(new() { HasText = "No date" })).ToContainTextAsync($"{WithoutDate}");
            // The first date of the file cannot be read; the one that is shown can.
            await Expect(visit.Main).ToContainTextAsync("Dates: 2.4.2025 1:01 is 2 Apr 2025");
            await Expect(visit.Main.GetByLabel("Time zone", new() { Exact = true })).ToHaveValueAsync("Europe/Vienna");
            await Expect(visit.Main).ToContainTextAsync("EPSG:32633");
            await Expect(visit.Main.Locator(".positions-map circle")).ToHaveCountAsync(Stored);
            await visit.SaveAsync("import-columns");

            await visit.Main.GetByRole(AriaRole.Button, new() { Name = $"Import {Stored} rows" }).ClickAsync();
            await Expect(visit.Main).ToContainTextAsync($"{Stored} reported incidents stored from vorfaelle.csv.");
            await Expect(visit.Main.GetByRole(AriaRole.Link, new() { Name = "Rows with reasons" })).ToBeVisibleAsync();
            await visit.SaveAsync("import-result");
            var result = visit.Page.Url;

            await visit.Main.GetByRole(AriaRole.Button, new() { Name = "See them on the map" }).ClickAsync();
            await Expect(visit.Page).ToHaveURLAsync(new Regex("[?&]j=vorfaelle"));
            await visit.SettledAsync();
            await Expect(visit.Time).ToContainTextAsync(new Regex("[1-9][0-9]*\\s*reported incidents in"));
            await visit.SaveAsync("import-map");

            await visit.Page.GotoAsync(new Uri(city.Address, "/data?j=vorfaelle").ToString());
            var offences = visit.Main.GetByRole(AriaRole.Region, new() { Name = "Offences" });
            await offences.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
            await offences.GetByLabel("Severity of raub").FillAsync("400");
            await Expect(offences.GetByRole(AriaRole.Alert)).ToContainTextAsync("severity is a number in 1–100");
            await offences.GetByLabel("Severity of raub").FillAsync("40");
            await offences.GetByLabel("Group of raub").FillAsync("violence");
            await offences.GetByRole(AriaRole.Button, new() { Name = "Save 1 change" }).ClickAsync();
            await Expect(offences).ToContainTextAsync("1 category changed; the data version is now");
            await Expect(offences.GetByRole(AriaRole.Row).Filter(new() { HasText = "Raub" })).ToContainTextAsync("40.0");
            await visit.SaveAsync("import-data-page");

            // The address of the result still shows it, and takes the import back.
            await visit.Page.GotoAsync(result);
            var undo = visit.Main.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Undo import [0-9]+$") });
            await undo.ClickAsync();
            await Expect(visit.Main).ToContainTextAsync($"Take {Stored} incidents of vorfaelle.csv away?");
            await undo.ClickAsync();
            await Expect(visit.Main).ToContainTextAsync("vorfaelle.csv is undone.");
            var left = (await city.Api.AskAsync("{ jurisdiction(code: \"vorfaelle\") { dataset { incidents } } }")).GetProperty("jurisdiction").GetProperty("dataset").GetProperty("incidents").GetInt32();
            Assert.Equal(0, left);
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Axe_finds_no_violation_in_the_steps_of_an_import(bool dark) =>
        chromium.VisitAsync(new Uri(city.Address, "/data?j=sample&import=new"), dark ? Look.DeskAtNight : Look.Desk, async visit =>
        {
            await Expect(visit.Main.GetByRole(AriaRole.Button, new() { Name = "Choose a file" })).ToBeVisibleAsync();
            await ExpectNoViolationAsync(visit);
            await visit.Page.Locator("input[type=file]").SetInputFilesAsync(OddFile("look.csv"));
            await Expect(visit.Main.Locator(".positions-map circle").First).ToBeVisibleAsync();
            await ExpectNoViolationAsync(visit);
            await visit.SaveAsync(dark ? "import-dark" : "import-light");
        });

    [Fact]
    public Task On_a_phone_the_import_scrolls_down_only() =>
        chromium.VisitAsync(new Uri(city.Address, "/data?j=sample&import=new"), Look.Phone, async visit =>
        {
            await visit.Page.Locator("input[type=file]").SetInputFilesAsync(OddFile("phone.csv"));
            await Expect(visit.Main.Locator(".positions-map circle").First).ToBeVisibleAsync();
            await visit.SaveAsync("import-phone");
            await PhoneTests.FitsAsync(visit);
        });

    private static async Task ExpectNoViolationAsync(Visit visit) =>
        Assert.Empty((await visit.Page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Target))}"));
}
