using System.Text.Json;

namespace GeoCrime.Api.Tests.Imports;

/// <summary>Imports as jobs: watched, cancelled, interrupted, taken up again and taken back.</summary>
public class ImportJobTests(Servers servers)
{
    private const string Undo = $"mutation($batch: Int!) {{ undoImport(batch: $batch) {{ {Sender.RunFields} }} }}";

    [Fact]
    public async Task A_file_is_tried_imported_and_taken_back()
    {
        await using var database = await servers.CreateDatabaseAsync();
        await using var server = await TestServer.StartAsync(database);
        var upload = await Sender.SendAsync(server, Sender.Rows(50) + "x,,theft,,\n=y,never,theft,,\n");
        var input = Sender.Input(upload, "some-town");

        var trial = (await server.QueryAsync("query($input: ImportInput!) { importTrial(input: $input) { rows accepted located analysisCrs points reasons { reason rows } categories { label rows } } }", new { input })).GetProperty("importTrial");
        Assert.Equal((52, 50, 50, "EPSG:32613", 50), (Int(trial, "rows"), Int(trial, "accepted"), Int(trial, "located"), trial.GetProperty("analysisCrs").GetString(), trial.GetProperty("points").GetArrayLength()));
        Assert.Equal(0, (await server.QueryAsync("{ jurisdictions { code } }")).GetProperty("jurisdictions").GetArrayLength());

        var run = await Sender.EndAsync(server, await Sender.StartAsync(server, input));
        Assert.Equal(("SUCCEEDED", "IMPORT", 1.0), (run.GetProperty("state").GetString(), run.GetProperty("study").GetString(), run.GetProperty("progress").GetDouble()));
        Assert.Equal(50, run.GetProperty("metrics").GetProperty("rows").GetProperty("accepted").GetInt32());
        Assert.Equal(50, await Sender.IncidentsAsync(server, "some-town"));
        var import = Assert.Single(await Sender.ImportsAsync(server, "some-town"));
        Assert.Equal(("finished", 52, 50, 2, "log"), (import.GetProperty("state").GetString(), Int(import, "rows"), Int(import, "accepted"), Int(import, "quarantined"), import.GetProperty("source").GetString()));
        Assert.Equal(["no-date", "unparseable-date"], import.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("reason").GetString()).Order());

        var file = await server.Http.GetStringAsync(import.GetProperty("quarantineUrl").GetString(), TestContext.Current.CancellationToken);
        Assert.Equal(3, file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("52,unparseable-date,The occurrence date has none of the source's formats.,never,\"'=y,never,theft,,\"", file, StringComparison.Ordinal);

        var undo = await Sender.EndAsync(server, (await server.QueryAsync(Undo, new { batch = Int(import, "batch") })).GetProperty("undoImport").GetProperty("id").GetString()!);
        Assert.Equal(("SUCCEEDED", 50), (undo.GetProperty("state").GetString(), undo.GetProperty("metrics").GetProperty("removed").GetInt32()));
        Assert.Equal(0, await Sender.IncidentsAsync(server, "some-town"));
        var (code, message, _) = await server.RefusalAsync(Undo, new { batch = Int(import, "batch") });
        Assert.Equal(("BAD_USER_INPUT", $"Import {Int(import, "batch")} is undone already."), (code, message));
        // Undone, the same file can be imported anew.
        Assert.Equal("SUCCEEDED", (await Sender.EndAsync(server, await Sender.StartAsync(server, input))).GetProperty("state").GetString());
        Assert.Equal(50, await Sender.IncidentsAsync(server, "some-town"));
    }

    [Fact]
    public async Task Two_imports_at_once_follow_each_other_and_both_are_stored()
    {
        await using var database = await servers.CreateDatabaseAsync();
        await using var server = await TestServer.StartAsync(database);
        var uploads = await Task.WhenAll(Sender.SendAsync(server, Sender.Rows(3000)), Sender.SendAsync(server, Sender.Rows(3000, from: 2000)));

        var runs = await Task.WhenAll(uploads.Select(upload => Sender.StartAsync(server, Sender.Input(upload, "some-town"))));
        foreach (var run in runs)
            Assert.Equal("SUCCEEDED", (await Sender.EndAsync(server, run)).GetProperty("state").GetString());

        // The files share a thousand rows, ids and content.
        Assert.Equal(5000, await Sender.IncidentsAsync(server, "some-town"));
        Assert.Equal([(0, 3000), (1000, 2000)], (await Sender.ImportsAsync(server, "some-town")).Select(import => (Int(import, "duplicates"), Int(import, "accepted"))).Order());
    }

    [Fact]
    public async Task A_cancelled_import_keeps_whole_chunks_and_goes_on_when_started_again()
    {
        const int rows = 120_000, chunk = 20_000;
        await using var database = await servers.CreateDatabaseAsync();
        await using var server = await TestServer.StartAsync(database);
        var upload = await Sender.SendAsync(server, Sender.Rows(rows));
        var input = Sender.Input(upload, "some-town");
        var run = await Sender.StartAsync(server, input);
        while ((await Sender.ImportsAsync(server, "some-town")).All(import => Int(import, "rows") == 0))
            await Task.Delay(20, TestContext.Current.CancellationToken);

        await server.QueryAsync("mutation($id: ID!) { cancelRun(id: $id) { state } }", new { id = run });
        while ((await Sender.ImportsAsync(server, "some-town")).Single().GetProperty("state").GetString() == "running")
            await Task.Delay(50, TestContext.Current.CancellationToken);
        var stopped = (await Sender.ImportsAsync(server, "some-town")).Single();
        var again = await Sender.EndAsync(server, await Sender.StartAsync(server, input));

        Assert.Equal("stopped", stopped.GetProperty("state").GetString());
        Assert.True(Int(stopped, "accepted") is >= chunk and < rows && Int(stopped, "accepted") % chunk == 0, stopped.ToString());
        Assert.Equal("CANCELLED", (await Sender.EndAsync(server, run)).GetProperty("state").GetString());
        Assert.Equal(Int(stopped, "accepted"), again.GetProperty("metrics").GetProperty("resumedAfter").GetInt32());
        Assert.Equal(rows, await Sender.IncidentsAsync(server, "some-town"));
    }

    [Fact]
    public async Task An_import_that_a_stop_interrupts_is_finished_by_the_next_server()
    {
        const int rows = 120_000;
        await using var database = await servers.CreateDatabaseAsync();
        string run;
        await using (var first = await TestServer.StartAsync(database))
        {
            run = await Sender.StartAsync(first, Sender.Input(await Sender.SendAsync(first, Sender.Rows(rows)), "some-town"));
            while ((await Sender.ImportsAsync(first, "some-town")).All(import => Int(import, "rows") == 0))
                await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        await using var second = await TestServer.StartAsync(database);

        var ended = await Sender.EndAsync(second, run);

        Assert.Equal(("SUCCEEDED", JsonValueKind.Null), (ended.GetProperty("state").GetString(), ended.GetProperty("error").ValueKind));
        Assert.True(ended.GetProperty("metrics").GetProperty("resumedAfter").GetInt32() > 0);
        Assert.Equal(rows, await Sender.IncidentsAsync(second, "some-town"));
        Assert.Single(await Sender.ImportsAsync(second, "some-town"));
    }

    [Fact]
    public async Task Another_time_zone_than_the_jurisdictions_is_refused_at_once()
    {
        var town = await servers.TownAsync();
        var upload = await Sender.SendAsync(town, Sender.Rows(1));

        var (code, message, _) = await town.RefusalAsync("mutation($input: ImportInput!) { startImport(input: $input) { id } }", new { input = Sender.Input(upload, SmallTown.Code, zone: "Europe/Vienna") });

        Assert.Equal(("BAD_USER_INPUT", "Its times are of Europe/Vienna, but town counts in America/Denver."), (code, message));
    }

    [Theory]
    [InlineData("Some Town", "when", "'Some Town' is no code of a jurisdiction; it is 1–40 lower-case letters, digits and hyphens, such as 'denver'.")]
    [InlineData("new-town", "nowhen", "The column 'nowhen' is missing; present are 'id', 'when', 'what', 'lon', 'lat'.")]
    public async Task What_does_not_fit_is_named_by_the_trial(string jurisdiction, string occurred, string says)
    {
        var town = await servers.TownAsync();
        var upload = await Sender.SendAsync(town, Sender.Rows(1));

        var (code, message, _) = await town.RefusalAsync("query($input: ImportInput!) { importTrial(input: $input) { rows } }", new { input = Sender.Input(upload, jurisdiction, new { occurred, category = "what" }) });

        Assert.Equal(("BAD_USER_INPUT", says), (code, message));
    }

    [Fact]
    public async Task A_file_that_is_no_longer_kept_is_asked_for_again()
    {
        var town = await servers.TownAsync();

        var (code, message, _) = await town.RefusalAsync("mutation($input: ImportInput!) { startImport(input: $input) { id } }", new { input = Sender.Input(new string('0', 32), "new-town") });

        Assert.Equal(("BAD_USER_INPUT", "The file is no longer here: files are kept for a day. Send it again."), (code, message));
    }

    private static int Int(JsonElement of, string name) => of.GetProperty(name).GetInt32();
}
