namespace GeoCrime.Tests;

/// <summary>
/// Where a test process keeps its files, clusters and data folders: one folder of its own, which goes with it. It is held by a lock that the
/// system drops when the process ends, however that happens, so the next test process finds and clears what a killed one left.
/// </summary>
internal sealed class TestFolder : IDisposable
{
    private const string Prefix = "geocrime-tests-";
    private const string Lock = "owner.lock";
    private static readonly Lazy<TestFolder> Own = new(() =>
    {
        var own = Claim(System.IO.Path.GetTempPath());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => own.Dispose();
        return own;
    });

    private readonly FileStream held;

    private TestFolder(string path, FileStream held) => (Path, this.held) = (path, held);

    public string Path { get; }

    /// <summary>A path in this process's folder at which nothing is yet.</summary>
    /// <param name="name">What it is for.</param>
    public static string New(string name) => System.IO.Path.Combine(Own.Value.Path, $"{name}-{Guid.NewGuid().ToString("N")[..8]}");

    /// <summary>A new, empty folder in this process's own; PostgreSQL's account may enter it.</summary>
    /// <param name="name">What it is for.</param>
    public static string Create(string name) => Make(New(name));

    /// <summary>Clears what ended processes left below <paramref name="parent"/>, and makes a folder there that is held until it is disposed.</summary>
    public static TestFolder Claim(string parent)
    {
        // One at a time: a folder that is just being made is not held yet.
        using var turn = Turn(System.IO.Path.Combine(parent, $"{Prefix}{Environment.UserName}.lock"));
        foreach (var left in Directory.GetDirectories(parent, $"{Prefix}*"))
            if (TryHold(System.IO.Path.Combine(left, Lock)) is { } free)
                using (free)
                    Clear(left);
        var path = Make(System.IO.Path.Combine(parent, $"{Prefix}{Guid.NewGuid().ToString("N")[..8]}"));
        File.Create(System.IO.Path.Combine(path, Lock)).Dispose();
        return new TestFolder(path, TryHold(System.IO.Path.Combine(path, Lock))!);
    }

    public void Dispose()
    {
        Clear(Path);
        held.Dispose();
    }

    private static string Make(string path)
    {
        Directory.CreateDirectory(path);
        File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        return path;
    }

    private static void Clear(string path)
    {
        FolderProcesses.Kill(path);
        Directory.Delete(path, recursive: true);
    }

    private static FileStream Turn(string path)
    {
        while (true)
        {
            File.Open(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite).Dispose();
            if (TryHold(path) is { } turn)
                return turn;
            Thread.Sleep(50);
        }
    }

    /// <summary>Null where another process holds the file, or where it is another account's or missing: nothing tells whether such a folder is in use.</summary>
    private static FileStream? TryHold(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
