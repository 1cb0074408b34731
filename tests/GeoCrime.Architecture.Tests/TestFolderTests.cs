using System.Diagnostics;
using GeoCrime.Tests;

namespace GeoCrime.Architecture.Tests;

/// <summary>What a killed test process leaves is cleared by the next one; what a living one uses is not.</summary>
public sealed class TestFolderTests : IDisposable
{
    private readonly string parent = TestFolder.Create("parent");

    [Fact]
    public void Folder_of_a_living_owner_stays_with_what_runs_in_it()
    {
        using var living = TestFolder.Claim(parent);
        var file = Path.Combine(living.Path, "file");
        File.WriteAllText(file, "in use");
        using var server = Server(living.Path);

        using (var other = TestFolder.Claim(parent))
            Assert.NotEqual(living.Path, other.Path);

        Assert.Equal(("in use", false), (File.ReadAllText(file), server.HasExited));
        server.Kill();
    }

    [Fact]
    public void Folder_whose_owner_was_killed_goes_with_the_server_that_it_left()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "needs /proc");
        var left = Directory.CreateDirectory(Path.Combine(parent, "geocrime-tests-left")).FullName;
        using var owner = Process.Start(new ProcessStartInfo("flock", [Path.Combine(left, "owner.lock"), "sh", "-c", "echo held; exec sleep 600"]) { RedirectStandardOutput = true })!;
        Assert.Equal("held", owner.StandardOutput.ReadLine());
        using var server = Server(left);
        using (TestFolder.Claim(parent))
            Assert.True(Directory.Exists(left));

        // The lock's file is inherited by the sleep; both end, as a killed process group does.
        FolderProcesses.Kill(Path.Combine(left, "owner.lock"));
        owner.WaitForExit();
        Assert.False(server.HasExited);
        using (TestFolder.Claim(parent))
            Assert.False(Directory.Exists(left));

        server.WaitForExit();
    }

    [Fact]
    public void Folder_that_says_nothing_of_its_owner_stays()
    {
        var unknown = Directory.CreateDirectory(Path.Combine(parent, "geocrime-tests-unknown")).FullName;

        using (TestFolder.Claim(parent))
            Assert.True(Directory.Exists(unknown));
    }

    public void Dispose() => Directory.Delete(parent, recursive: true);

    /// <summary>Stands for a PostgreSQL that a killed test left: a process whose command line names the folder.</summary>
    private static Process Server(string folder) => Process.Start("sh", ["-c", "sleep 600; true", folder]);
}
