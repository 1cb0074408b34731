using System.Diagnostics;

namespace GeoCrime.EndToEnd.Tests.Serving;

/// <summary>A data folder of its own for one server; what still runs in it is ended before it goes.</summary>
internal sealed class DataFolder : IAsyncDisposable
{
    public DataFolder()
    {
        Directory.CreateDirectory(Path);
        // As root PostgreSQL runs under another account, which must be able to enter.
        File.SetUnixFileMode(Path, (UnixFileMode)0b111_101_101);
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"geocrime-e2e-{Guid.NewGuid():N}");

    /// <summary>Processes whose command line names this folder: servers and the postmaster.</summary>
    public IReadOnlyList<int> Processes() =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           let id = int.TryParse(System.IO.Path.GetFileName(folder), out var number) ? number : 0
           where id > 0 && CommandLineOf(id).Contains(Path, StringComparison.Ordinal)
           select id,
    ];

    /// <summary>Ends every process of this folder and its children at once, as a power cut would.</summary>
    public async Task CutPowerAsync()
    {
        var processes = Processes();
        foreach (var id in processes.SelectMany(id => ChildrenOf(id).Append(id)).Distinct())
            Signal.Kill.Send(id);
        await Wait.UntilAsync(() => processes.All(id => !Directory.Exists($"/proc/{id}") || CommandLineOf(id).Length == 0), "the killed processes end");
    }

    public async ValueTask DisposeAsync()
    {
        await CutPowerAsync();
        Directory.Delete(Path, recursive: true);
    }

    private static IEnumerable<int> ChildrenOf(int parent)
    {
        var path = $"/proc/{parent}/task/{parent}/children";
        return File.Exists(path) ? File.ReadAllText(path).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse) : [];
    }

    /// <summary>Empty where the process has ended meanwhile.</summary>
    private static string CommandLineOf(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
