using GeoCrime.Tests;

namespace GeoCrime.EndToEnd.Tests.Serving;

/// <summary>A data folder of its own for one server; what still runs in it is ended before it goes.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = TestFolder.Create("e2e");

    /// <summary>Processes whose command line names this folder: servers and the postmaster.</summary>
    public IReadOnlyList<int> Processes() => FolderProcesses.Of(Path);

    /// <summary>Ends every process of this folder and its children at once, as a power cut would.</summary>
    public void CutPower() => FolderProcesses.Kill(Path);

    public void Dispose()
    {
        CutPower();
        Directory.Delete(Path, recursive: true);
    }
}
