using System.Text.Json;
using GeoCrime.Api.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace GeoCrime.Api.Tests;

/// <summary>BEST is chosen anew when data come in.</summary>
public class RetrainingTests(Servers servers)
{
    private const string Best = """{ jurisdiction(code: "town") { dataset { version } forecasts(horizon: 7) { model run { id datasetVersion } } } }""";

    [Fact]
    public async Task Data_that_another_process_brings_in_leave_older_trainings_out_and_are_trained_on_by_the_server_itself()
    {
        await using var database = await servers.CreateDatabaseAsync();
        await SmallTown.LoadAsync(database, 400);
        await using var server = await TestServer.StartAsync(database);
        var first = (await server.QueryAsync("""mutation { startForecast(input: { jurisdiction: "town", model: ENSEMBLE, horizon: 7 }) { id } }""")).GetProperty("startForecast").GetProperty("id").GetString()!;
        await EndedAsync(server, first);
        var before = await BestAsync(server);

        // As another process does it, such as ./geocrime import.
        await SmallTown.ImportAsync(database, 400, 410);
        await NewestAsync(server);
        var seen = new List<(string Model, string Run, string RunVersion, string Version)> { await BestAsync(server) };
        while (seen[^1].Model != "ENSEMBLE")
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            seen.Add(await BestAsync(server));
        }

        Assert.Equal(("ENSEMBLE", first), (before.Model, before.Run));
        var after = seen[^1];
        Assert.NotEqual(before.Version, after.Version);
        Assert.Equal(after.Version, after.RunVersion);
        // Between the two no training on the older data answered.
        Assert.DoesNotContain(seen, each => each.Run == first);
        Assert.Equal(2L, (await server.SqlAsync("SELECT count(*) FROM geocrime.run WHERE study = 'Forecast'")).Single()[0]);
        Assert.Equal(0, await server.Services.GetRequiredService<Retraining>().StartAsync("town", CancellationToken.None));
    }

    [Fact]
    public async Task New_data_are_trained_on_by_day_and_by_week_before_anybody_asks()
    {
        await using var database = await servers.CreateDatabaseAsync();
        await SmallTown.LoadAsync(database, 400);
        await using var server = await TestServer.StartAsync(database, trainsUnasked: true);
        const string days = """{ jurisdiction(code: "town") { areaKinds { code } forecasts(horizon: 30) { model } } }""";
        JsonElement town;
        while ((town = (await server.QueryAsync(days)).GetProperty("jurisdiction")).GetProperty("forecasts")[0].GetProperty("model").GetString() != "ENSEMBLE")
            await Task.Delay(100, TestContext.Current.CancellationToken);

        // Days and weeks, of the town and of each kind of areas.
        var asked = await server.SqlAsync("SELECT DISTINCT parameters FROM geocrime.run WHERE study = 'Forecast' AND state <> 'Failed'");
        Assert.Equal(2 * (1 + town.GetProperty("areaKinds").GetArrayLength()), asked.Count);
        Assert.Equal(0, await server.Services.GetRequiredService<Retraining>().StartAsync("town", CancellationToken.None));
    }

    private static async Task<(string Model, string Run, string RunVersion, string Version)> BestAsync(TestServer server)
    {
        var data = (await server.QueryAsync(Best)).GetProperty("jurisdiction");
        var forecast = data.GetProperty("forecasts")[0];
        return (forecast.GetProperty("model").GetString()!, forecast.GetProperty("run").GetProperty("id").GetString()!, forecast.GetProperty("run").GetProperty("datasetVersion").GetString()!, data.GetProperty("dataset").GetProperty("version").GetString()!);
    }

    private static async Task NewestAsync(TestServer server)
    {
        var stored = (await server.SqlAsync("SELECT data_version FROM geocrime.jurisdiction")).Single()[0];
        while (!(await BestAsync(server)).Version.StartsWith($"{stored}.", StringComparison.Ordinal))
            await Task.Delay(100);
    }

    private static async Task EndedAsync(TestServer server, string run)
    {
        while ((await server.QueryAsync("query($id: ID!) { run(id: $id) { state error } }", new { id = run })).GetProperty("run") is var now && now.GetProperty("state").GetString() != "SUCCEEDED")
        {
            Assert.NotEqual("FAILED", now.GetProperty("state").GetString());
            await Task.Delay(100);
        }
    }
}
