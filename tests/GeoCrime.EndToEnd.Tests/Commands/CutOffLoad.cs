using System.IO.Compression;
using GeoCrime.EndToEnd.Tests.Serving;
using GeoCrime.Tests;

namespace GeoCrime.EndToEnd.Tests.Commands;

/// <summary>
/// A data folder whose first start, on an empty folder, was cut off by a power cut in the middle of loading the sample
/// city; a second start went on and was stopped. Tests of later starts share it.
/// </summary>
public sealed class CutOffLoad : IAsyncLifetime
{
    private readonly DataFolder folder = new();

    internal DataFolder Folder => folder;

    /// <summary>Incidents that the first server had announced when it was cut off.</summary>
    internal int Before { get; private set; }

    /// <summary>Figures after the second start had loaded the rest.</summary>
    internal Figures After { get; private set; } = new("");

    /// <summary>How the second server ended.</summary>
    internal Ended Stop { get; private set; } = new(-1, "", "");

    public async ValueTask InitializeAsync()
    {
        await using (var first = await Server.StartAsync(folder.Path))
        {
            await Wait.UntilAsync(async () => (Before = await IncidentsAsync(first)) > 0, "some rows of the sample city are loaded");
            folder.CutPower();
        }
        await using var second = await Server.StartAsync(folder.Path);
        await second.Api.LoadedAsync();
        After = await Figures.OfAsync(second);
        Stop = await second.EndAsync(Signal.Terminate);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Rows of the sample city's file without its header; no field of it holds a line break.</summary>
    internal static string[] Rows()
    {
        using var file = File.OpenRead(Path.Combine(RepositoryFiles.Root, "gis-data", "sample-city", "incidents.csv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];
    }

    private static async Task<int> IncidentsAsync(Server server)
    {
        var answer = await server.Api.AskAsync("{ jurisdictions { dataset { incidents } } }");
        return answer.GetProperty("jurisdictions").EnumerateArray().Sum(each => each.GetProperty("dataset").GetProperty("incidents").GetInt32());
    }
}
