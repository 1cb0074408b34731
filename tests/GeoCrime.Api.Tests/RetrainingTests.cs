using GeoCrime.Api.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace GeoCrime.Api.Tests;

/// <summary>BEST is chosen anew when data come in.</summary>
public class RetrainingTests(Servers servers)
{
    private const string Best = """{ jurisdiction(code: "town") { dataset { version } forecasts(horizon: 7) { model run { id datasetVersion } } } }""";

    [Fact]
    public async Task Data_that_come_in_leave_older_trainings_out_until_they_are_trained_anew()
    {
        await using var database = await servers.CreateDatabaseAsync();
        await SmallTown.LoadAsync(database, 400);
        await using var server = await TestServer.StartAsync(database);
        var first = (await server.QueryAsync("""mutation { startForecast(input: { jurisdiction: "town", model: ENSEMBLE, horizon: 7 }) { id } }""")).GetProperty("startForecast").GetProperty("id").GetString()!;
        await EndedAsync(server, first);
        var before = await BestAsync(server);

        await SmallTown.ImportAsync(database, 400, 410);
        await NewestAsync(server);
        var between = await BestAsync(server);
        var retraining = server.Services.GetRequiredService<Retraining>();
        var started = await retraining.StartAsync("town", CancellationToken.None);
        var again = (await server.SqlAsync("SELECT id FROM geocrime.run ORDER BY queued_at DESC LIMIT 1")).Single()[0]!.ToString()!;
        await EndedAsync(server, again);
        var after = await BestAsync(server);

        Assert.Equal(("ENSEMBLE", first), (before.Model, before.Run));
        Assert.NotEqual("ENSEMBLE", between.Model);
        Assert.Equal(1, started);
        Assert.Equal(("ENSEMBLE", again, between.Version), (after.Model, after.Run, after.RunVersion));
        Assert.Equal(0, await retraining.StartAsync("town", CancellationToken.None));
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
