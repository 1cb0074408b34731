using System.Text.Json;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace GeoCrime.Api.Tests;

/// <summary>Training as a job: asked for, watched, cancelled, interrupted and taken up again.</summary>
public class JobTests(Servers servers)
{
    private const string Start = "mutation($input: StartForecastInput!) { startForecast(input: $input) { id state } }";

    [Fact]
    public async Task Districts_of_the_sample_city_are_trained_and_served()
    {
        var sample = await servers.SampleAsync();
        const string query = """
            { jurisdiction(code: "sample") { forecasts(kind: "district", model: LSTM) {
                area { code } requested model run { id state progress } points { start mean median intervals { level lower upper } } total { mean intervals { level lower upper } }
                history { start } scorecard { origins mase mae beatsBaseline note baselines { name mase mae } coverage { level observed } } } } }
            """;
        var (code, _, refusal) = await sample.RefusalAsync(query);
        Assert.Equal("NOT_COMPUTED", code);

        // What the refusal says to start is started as it is.
        var run = (await sample.QueryAsync(Start, new { input = refusal.GetProperty("extensions").GetProperty("start") })).GetProperty("startForecast").GetProperty("id").GetString()!;
        var again = (await sample.QueryAsync(Start, new { input = refusal.GetProperty("extensions").GetProperty("start") })).GetProperty("startForecast").GetProperty("id").GetString();
        var seen = await WatchAsync(sample, run);

        Assert.Equal(run, again);
        Assert.Equal("SUCCEEDED", seen[^1].State);
        Assert.Equal(seen.Select(each => each.Progress).Order(), seen.Select(each => each.Progress));
        Assert.True(seen.Select(each => each.Progress).Distinct().Count() >= 3, string.Join(" ", seen));
        var forecasts = (await sample.QueryAsync(query)).GetProperty("jurisdiction").GetProperty("forecasts").EnumerateArray().ToList();
        Assert.Equal(4, forecasts.Count);
        foreach (var forecast in forecasts)
        {
            Assert.Equal((run, "LSTM", "LSTM"), (forecast.GetProperty("run").GetProperty("id").GetString(), forecast.GetProperty("requested").GetString(), forecast.GetProperty("model").GetString()));
            var points = forecast.GetProperty("points").EnumerateArray().ToList();
            Assert.Equal(30, points.Count);
            Assert.All(points, Intervals.AssertNested);
            Intervals.AssertNested(forecast.GetProperty("total"));
            Assert.Equal(points.Sum(point => point.GetProperty("mean").GetDouble()), forecast.GetProperty("total").GetProperty("mean").GetDouble(), 1e-6);
            var next = DateOnly.Parse(forecast.GetProperty("history").EnumerateArray().Last().GetProperty("start").GetString()!).AddDays(1);
            Assert.Equal($"{next:yyyy-MM-dd}", points[0].GetProperty("start").GetString());
            var scorecard = forecast.GetProperty("scorecard");
            Assert.True(scorecard.GetProperty("origins").GetInt32() >= 5);
            Assert.True(scorecard.GetProperty("mase").GetDouble() > 0);
            Assert.Equal(2, scorecard.GetProperty("baselines").GetArrayLength());
            Assert.Equal([80, 95], scorecard.GetProperty("coverage").EnumerateArray().Select(row => row.GetProperty("level").GetDouble()));
        }
        Assert.Equal(4L, (await sample.SqlAsync("SELECT count(*) FROM geocrime.model")).Single()[0]);
    }

    [Fact]
    public async Task Cancelled_run_stops_and_can_be_started_again_at_once()
    {
        await using var database = await servers.CreateDatabaseAsync();
        await SmallTown.LoadAsync(database, 500);
        await using var server = await TestServer.StartAsync(database);
        var input = new { jurisdiction = SmallTown.Code, kind = "ward", model = "LSTM" };
        var run = (await server.QueryAsync(Start, new { input })).GetProperty("startForecast").GetProperty("id").GetString()!;
        await UntilRunningAsync(server, run);

        var cancelled = (await server.QueryAsync("mutation($id: ID!) { cancelRun(id: $id) { state } }", new { id = run })).GetProperty("cancelRun").GetProperty("state").GetString();
        // The first training is still under way here; the second must neither be lost nor run beside it.
        var queued = (await server.QueryAsync(Start, new { input })).GetProperty("startForecast");
        var seen = await WatchAsync(server, run);

        Assert.Equal("CANCELLED", cancelled);
        Assert.Equal((run, "QUEUED"), (queued.GetProperty("id").GetString(), queued.GetProperty("state").GetString()));
        Assert.Equal(("SUCCEEDED", 1.0), seen[^1]);
    }

    [Fact]
    public async Task Job_that_a_stop_interrupts_is_finished_by_the_next_server()
    {
        await using var database = await servers.CreateDatabaseAsync();
        await SmallTown.LoadAsync(database, 730);
        string run;
        await using (var first = await TestServer.StartAsync(database))
        {
            run = (await first.QueryAsync(Start, new { input = new { jurisdiction = SmallTown.Code, kind = "ward", model = "LSTM" } })).GetProperty("startForecast").GetProperty("id").GetString()!;
            await UntilRunningAsync(first, run);
        }
        await using var second = await TestServer.StartAsync(database);
        var between = (await second.QueryAsync("query($id: ID!) { run(id: $id) { state error } }", new { id = run })).GetProperty("run");
        var seen = await WatchAsync(second, run);

        Assert.Contains(between.GetProperty("state").GetString(), (string[])["RUNNING", "SUCCEEDED"]);
        Assert.Equal(JsonValueKind.Null, between.GetProperty("error").ValueKind);
        Assert.Equal("SUCCEEDED", seen[^1].State);
        Assert.Equal(2, (await second.QueryAsync("""{ jurisdiction(code: "town") { forecasts(kind: "ward", model: LSTM) { model } } }""")).GetProperty("jurisdiction").GetProperty("forecasts").GetArrayLength());
    }

    [Fact]
    public async Task Run_that_no_process_lived_to_schedule_is_taken_up_at_the_next_start()
    {
        await using var database = await servers.CreateDatabaseAsync();
        await SmallTown.LoadAsync(database, 200);
        string run;
        await using (var first = await TestServer.StartAsync(database))
        {
            // Entered as a process does that ends before it comes to scheduling.
            var town = (await first.Services.GetRequiredService<IJurisdictions>().AllAsync(AccessPolicy.Local, default)).Single();
            var columns = await first.Services.GetRequiredService<IIncidentColumns>().GetAsync(town, AccessPolicy.Local, default);
            var request = new ForecastRequest("ward", ForecastModel.Ets, SeriesStep.Week, 4, IncidentFilter.All);
            var identity = RunIdentity.Of(StudyKind.Forecast, columns, request, ForecastRequest.Seed, AccessPolicy.Local);
            run = (await first.Services.GetRequiredService<IRuns>().EnqueueAsync(identity.ToRun(RunState.Queued, DateTime.UtcNow), default)).Id;
        }
        await using var second = await TestServer.StartAsync(database);

        Assert.Equal("SUCCEEDED", (await WatchAsync(second, run))[^1].State);
    }

    [Fact]
    public async Task Network_of_all_areas_tells_its_loss_epoch_by_epoch_and_leaves_a_card()
    {
        await using var database = await servers.CreateDatabaseAsync();
        await SmallTown.LoadAsync(database, 500);
        await using var server = await TestServer.StartAsync(database);
        var input = new { jurisdiction = SmallTown.Code, kind = "ward", model = "LSTM_GLOBAL", epochs = 60, seed = 9 };
        var run = (await server.QueryAsync(Start, new { input })).GetProperty("startForecast").GetProperty("id").GetString()!;

        var seen = (await StreamAsync(server, run, "state seed parameters training { serves verdict curves { area training epochs { epoch training heldBack } } card { parameters areas limits score { mase } } }"))
            .Select(each => each.GetProperty("data").GetProperty("runProgress")).ToList();

        var last = seen[^1];
        Assert.Equal(("SUCCEEDED", 9), (last.GetProperty("state").GetString(), last.GetProperty("seed").GetInt32()));
        Assert.Equal("""{"seed":9,"epochs":60}""", JsonSerializer.Serialize(JsonDocument.Parse(last.GetProperty("parameters").GetRawText()).RootElement.GetProperty("training")));
        int Epochs(JsonElement each) => each.GetProperty("training") is { ValueKind: JsonValueKind.Object } training
            ? training.GetProperty("curves").EnumerateArray().Sum(curve => curve.GetProperty("epochs").GetArrayLength())
            : 0;
        Assert.Contains(seen, each => each.GetProperty("state").GetString() == "RUNNING" && Epochs(each) > 0 && Epochs(each) < Epochs(last));
        Assert.Equal(seen.Select(Epochs).Order(), seen.Select(Epochs));
        var done = last.GetProperty("training");
        Assert.Equal((true, "Serves: no network served before."), (done.GetProperty("serves").GetBoolean(), done.GetProperty("verdict").GetString()));
        Assert.All(done.GetProperty("curves").EnumerateArray(), curve => Assert.InRange(curve.GetProperty("epochs").GetArrayLength(), 1, 60));
        Assert.Equal(2, done.GetProperty("card").GetProperty("areas").GetInt32());
        Assert.True(done.GetProperty("card").GetProperty("score").GetProperty("mase").GetDouble() > 0);
        Assert.Equal(1L, (await server.SqlAsync($"SELECT count(*) FROM geocrime.model WHERE run_id = '{run}' AND area_code = ''")).Single()[0]);
        Assert.Equal(0L, (await server.SqlAsync("SELECT count(*) FROM geocrime.training_checkpoint")).Single()[0]);
        // Epochs and seed are no part of what is asked.
        var forecast = (await server.QueryAsync("""{ jurisdiction(code: "town") { forecasts(kind: "ward", model: LSTM_GLOBAL) { run { id } } } }""")).GetProperty("jurisdiction").GetProperty("forecasts")[0];
        Assert.Equal(run, forecast.GetProperty("run").GetProperty("id").GetString());

        // A further training that is cancelled stops within an epoch, and what serves goes on serving.
        var longer = (await server.QueryAsync(Start, new { input = new { jurisdiction = SmallTown.Code, kind = "ward", model = "LSTM_GLOBAL", epochs = 100, seed = 10 } })).GetProperty("startForecast").GetProperty("id").GetString()!;
        await UntilRunningAsync(server, longer);
        await server.QueryAsync("mutation($id: ID!) { cancelRun(id: $id) { state } }", new { id = longer });
        Assert.Equal("CANCELLED", (await WatchAsync(server, longer))[^1].State);
        var served = (await server.QueryAsync("""{ jurisdiction(code: "town") { forecasts(kind: "ward", model: LSTM_GLOBAL) { run { id } } } }""")).GetProperty("jurisdiction").GetProperty("forecasts")[0];
        Assert.Equal(run, served.GetProperty("run").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("LSTM", 0, "epochs is 0; 1…100 are allowed.")]
    [InlineData("ETS", 5, "ETS has neither epochs nor seed; LSTM and LSTM_GLOBAL have.")]
    public async Task Trainings_out_of_range_are_refused(string model, int epochs, string message)
    {
        var town = await servers.TownAsync();

        var (code, said, _) = await town.RefusalAsync(Start, new { input = new { jurisdiction = SmallTown.Code, kind = "ward", model, epochs } });

        Assert.Equal(("BAD_USER_INPUT", message), (code, said));
    }

    [Fact]
    public async Task Watching_a_run_that_does_not_exist_is_an_error()
    {
        var town = await servers.TownAsync();

        var events = await StreamAsync(town, "none");

        Assert.Contains("There is no run 'none'.", events.Single().ToString(), StringComparison.Ordinal);
    }

    private static async Task UntilRunningAsync(TestServer server, string run)
    {
        while ((string)(await server.SqlAsync($"SELECT state FROM geocrime.run WHERE id = '{run}'")).Single()[0]! != "Running")
            await Task.Delay(50);
    }

    /// <summary>What the subscription tells of a run until it has ended.</summary>
    private static async Task<List<(string State, double Progress)>> WatchAsync(TestServer server, string run) =>
        [.. (await StreamAsync(server, run)).Select(each => each.GetProperty("data").GetProperty("runProgress")).Select(each => (each.GetProperty("state").GetString()!, each.GetProperty("progress").GetDouble()))];

    private static async Task<List<JsonElement>> StreamAsync(TestServer server, string run, string fields = "state progress")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString($$"""subscription { runProgress(id: "{{run}}") { {{fields}} } }""")}");
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var events = new List<JsonElement>();
        while (await reader.ReadLineAsync() is { } line && line != "event: complete")
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                events.Add(JsonDocument.Parse(line[6..]).RootElement);
        return events;
    }
}
