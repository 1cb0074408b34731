using System.Text.Json;

namespace GeoCrime.Api.Tests;

/// <summary>Models side by side, live and by a backtest run; what runs leave for comparison.</summary>
public class LeaderboardTests(Servers servers)
{
    private const string Rows = "{ run { id study } step horizon series origins baseline from to outdated rows { model isBaseline series mase relativeMase bias intervals { level observed winkler } leads { from to mase coverage { level observed } } picked answers published { id } } }";

    [Fact]
    public async Task Plain_models_are_compared_at_once_and_a_trained_one_joins_with_its_run()
    {
        var town = await servers.TownAsync();
        var query = $$"""{ jurisdiction(code: "town") { leaderboard(kind: "ward", horizon: 11) {{Rows}} } }""";
        var before = (await town.QueryAsync(query)).GetProperty("jurisdiction").GetProperty("leaderboard");
        Assert.Equal(["BEST", "DRIFT", "MEAN", "NAIVE", "SEASONAL_NAIVE"], Models(before).Order(StringComparer.Ordinal));
        Assert.Equal(("BACKTEST", 11), (before.GetProperty("run").GetProperty("study").GetString(), before.GetProperty("horizon").GetInt32()));
        Assert.Single(before.GetProperty("rows").EnumerateArray(), row => row.GetProperty("isBaseline").GetBoolean());
        Assert.All(before.GetProperty("rows").EnumerateArray(), row => Assert.Equal([(1, 7), (8, 11)], row.GetProperty("leads").EnumerateArray().Select(lead => (lead.GetProperty("from").GetInt32(), lead.GetProperty("to").GetInt32()))));

        var run = (await town.QueryAsync("""mutation { startForecast(input: { jurisdiction: "town", kind: "ward", model: THETA, horizon: 11 }) { id } }""")).GetProperty("startForecast").GetProperty("id").GetString()!;
        var ended = await EndedAsync(town, run);

        Assert.Equal("SUCCEEDED", ended.GetProperty("state").GetString());
        Assert.True(ended.GetProperty("metrics").GetProperty("mase").GetDouble() > 0);
        Assert.Equal(["80", "95"], ended.GetProperty("metrics").GetProperty("coverage").EnumerateObject().Select(level => level.Name));
        var artefacts = ended.GetProperty("artefacts").EnumerateArray().ToArray();
        Assert.All(artefacts, each => Assert.Equal(("forecast", "ward"), (each.GetProperty("name").GetString(), each.GetProperty("kind").GetString())));
        Assert.All(artefacts, each => Assert.True(each.GetProperty("bytes").GetInt32() > 100));
        var after = (await town.QueryAsync(query)).GetProperty("jurisdiction").GetProperty("leaderboard");
        var theta = after.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("model").GetString() == "THETA");
        Assert.Equal((run, artefacts.Length), (theta.GetProperty("published").GetProperty("id").GetString(), theta.GetProperty("series").GetInt32()));
    }

    [Fact]
    public async Task A_backtest_runs_as_a_job_and_its_table_is_read_back()
    {
        var town = await servers.TownAsync();
        var run = (await town.QueryAsync("""mutation { startBacktest(input: { jurisdiction: "town", horizon: 7, origins: 3, models: [BEST, MEAN, THETA] }) { id study } }""")).GetProperty("startBacktest").GetProperty("id").GetString()!;
        var ended = await EndedAsync(town, run);

        Assert.Equal(("SUCCEEDED", 1.0), (ended.GetProperty("state").GetString(), ended.GetProperty("progress").GetDouble()));
        var table = (await town.QueryAsync($$"""{ jurisdiction(code: "town") { leaderboard(run: "{{run}}") {{Rows}} } }""")).GetProperty("jurisdiction").GetProperty("leaderboard");
        Assert.Equal(["BEST", "MEAN", "THETA"], Models(table).Order(StringComparer.Ordinal));
        Assert.Equal((run, 3, 7), (table.GetProperty("run").GetProperty("id").GetString(), table.GetProperty("origins").GetInt32(), table.GetProperty("horizon").GetInt32()));
    }

    [Theory]
    [InlineData("""{ jurisdiction(code: "town") { leaderboard(run: "none") { series } } }""", "There is no backtest 'none' of town.")]
    [InlineData("""{ jurisdiction(code: "town") { leaderboard(horizon: 10000) { series } } }""", "horizon is 10000; 1…366 steps of a day are allowed.")]
    [InlineData("""{ jurisdiction(code: "town") { leaderboard(levels: [100]) { series } } }""", "levels lie between 0 and 100 per cent")]
    [InlineData("""mutation { startBacktest(input: { jurisdiction: "town", origins: 99 }) { id } }""", "origins is 99; 1…20 are allowed.")]
    public async Task Bad_input_is_refused_in_words(string document, string message)
    {
        var town = await servers.TownAsync();

        var (code, said, _) = await town.RefusalAsync(document);

        Assert.Equal("BAD_USER_INPUT", code);
        Assert.StartsWith(message, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Intervals_say_how_often_such_intervals_held()
    {
        var town = await servers.TownAsync();
        var forecast = (await town.QueryAsync("""
            { jurisdiction(code: "town") { forecasts(kind: "ward", model: MEAN, horizon: 30, levels: [80, 95]) {
                points { intervals { level observed } } total { intervals { level observed } } scorecard { coverage { level observed } } } } }
            """)).GetProperty("jurisdiction").GetProperty("forecasts")[0];

        var card = Observed(forecast.GetProperty("scorecard").GetProperty("coverage"));
        Assert.All(forecast.GetProperty("points").EnumerateArray(), point => Assert.Equal(card, Observed(point.GetProperty("intervals"))));
        Assert.All(Observed(forecast.GetProperty("total").GetProperty("intervals")), share => Assert.InRange(share, 0.5, 1));
    }

    private static double[] Observed(JsonElement rows) => [.. rows.EnumerateArray().Select(row => row.GetProperty("observed").GetDouble())];

    private static IEnumerable<string> Models(JsonElement table) => table.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("model").GetString()!);

    private static async Task<JsonElement> EndedAsync(TestServer server, string run)
    {
        while (true)
        {
            var now = (await server.QueryAsync("query($id: ID!) { run(id: $id) { state progress metrics error artefacts { name kind code bytes } } }", new { id = run })).GetProperty("run");
            if (now.GetProperty("state").GetString() is not ("QUEUED" or "RUNNING"))
                return now;
            await Task.Delay(100);
        }
    }
}
