using System.Diagnostics;

namespace GeoCrime.Tests;

/// <summary>What runs on a folder: processes whose command line names it, such as servers and PostgreSQL. None where the system has no /proc to tell.</summary>
internal static class FolderProcesses
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static IReadOnlyList<int> Of(string folder) => !Directory.Exists("/proc/self") ? [] :
    [
        .. from process in Directory.EnumerateDirectories("/proc")
           let id = int.TryParse(Path.GetFileName(process), out var number) ? number : 0
           where id > 0 && id != Environment.ProcessId && CommandLineOf(id).Contains(folder, StringComparison.Ordinal)
           select id,
    ];

    /// <summary>Ends all of them and their children at once, as a power cut would, and waits until they are gone.</summary>
    /// <exception cref="TimeoutException">One does not end.</exception>
    public static void Kill(string folder)
    {
        int[] processes = [.. Of(folder)];
        foreach (var id in processes.SelectMany(id => ChildrenOf(id).Append(id)).Distinct())
            Kill(id);
        var clock = Stopwatch.StartNew();
        // One that was never reaped has no command line any more.
        while (processes.Any(id => CommandLineOf(id).Length > 0))
        {
            if (clock.Elapsed > Patience)
                throw new TimeoutException($"Processes on {folder} do not end: {string.Join(", ", processes)}.");
            Thread.Sleep(20);
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            // It ended in between.
        }
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
