using System.Text.Json;
using GeoCrime.EndToEnd.Tests.Serving;

namespace GeoCrime.EndToEnd.Tests.Commands;

/// <summary>Data that the command line brings in while a server runs: both say, and do, what follows for the forecasts.</summary>
public class OutdatedForecastTests
{
    [Fact]
    public async Task Import_says_which_forecasts_are_outdated_and_the_running_server_trains_them_anew()
    {
        using var folder = new DataFolder();
        await ImportAsync(folder, "first.csv", 0, 400);
        await using var server = await Server.StartAsync(folder.Path);
        var first = (await server.Api.AskAsync("""mutation { startForecast(input: { jurisdiction: "town", model: ETS, step: WEEK, horizon: 4 }) { id } }""")).GetProperty("startForecast").GetProperty("id").GetString()!;
        await Wait.UntilAsync(async () => (await RunsAsync(server)).Any(run => Is(run, first, "SUCCEEDED")), "the first training ends");

        var import = await ImportAsync(folder, "second.csv", 400, 410);
        var same = await ImportAsync(folder, "second.csv", 400, 410);

        Assert.Contains("1 forecast rests on older data: ETS by week, all together. The server trains them anew by itself", import, StringComparison.Ordinal);
        await Wait.UntilAsync(async () => (await RunsAsync(server)).Any(run => !Is(run, first, "SUCCEEDED") && run.GetProperty("state").GetString() == "SUCCEEDED"), "the server trains on the new data by itself");
        Assert.Equal(2, (await RunsAsync(server)).Select(run => run.GetProperty("datasetVersion").GetString()).Distinct().Count());
        Assert.Contains("10 duplicates", same, StringComparison.Ordinal);
        await server.EndAsync(Signal.Terminate);
    }

    private static bool Is(JsonElement run, string id, string state) => run.GetProperty("id").GetString() == id && run.GetProperty("state").GetString() == state;

    private static async Task<List<JsonElement>> RunsAsync(Server server) =>
        [.. (await server.Api.AskAsync("""{ runs(jurisdiction: "town", study: FORECAST) { nodes { id state datasetVersion } } }""")).GetProperty("runs").GetProperty("nodes").EnumerateArray()];

    /// <summary>Imports one row a day.</summary>
    private static async Task<string> ImportAsync(DataFolder folder, string name, int from, int to)
    {
        var path = Path.Combine(folder.Path, name);
        await File.WriteAllLinesAsync(path, Enumerable.Range(from, to - from).Select(day => $"{new DateOnly(2023, 1, 1).AddDays(day):yyyy-MM-dd} 10:00;theft").Prepend("when;what"), TestContext.Current.CancellationToken);
        var ended = await CommandLine.RunAsync("import", path, "--jurisdiction", "town", "--map", "occurred=when,category=what", "--time-zone", "Europe/Vienna", "--data", folder.Path);
        Assert.True(ended.Code == 0, ended.Errors);
        return ended.Output;
    }
}
