using System.Text.Json;

namespace GeoCrime.EndToEnd.Tests.Serving;

/// <summary>A server with the sample city loaded by its own first start, whose first training goes on while tests use it.</summary>
public sealed class SampleCity : IAsyncLifetime
{
    private readonly DataFolder folder = new();
    private Server? server;

    internal Api Api => server!.Api;

    internal Uri Address => server!.Address;

    internal string Folder => folder.Path;

    public async ValueTask InitializeAsync()
    {
        server = await Server.StartAsync(folder.Path);
        await Api.LoadedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>What is reported in a window, as the API counts it.</summary>
    internal async Task<int> CountAsync(string from, string to, params string[] categories)
    {
        var rows = await Api.SampleAsync(
            "counts(by: [YEAR], filter: $filter) { incidents }",
            new { filter = new { from, to, categories = categories.Length == 0 ? null : categories } },
            "($filter: IncidentFilter)");
        return rows.GetProperty("counts").EnumerateArray().Sum(row => row.GetProperty("incidents").GetInt32());
    }
}
