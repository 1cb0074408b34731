using System.Diagnostics;

namespace GeoCrime.Data.Cluster;

/// <summary>PostgreSQL's own programs (initdb, pg_ctl), run as an account that PostgreSQL accepts: it refuses to run as root.</summary>
internal sealed class PostgresPrograms
{
    private const string Account = "postgres";
    private readonly string folder;
    private readonly bool asAccount = Environment.UserName == "root";

    private PostgresPrograms(string folder) => this.folder = folder;

    /// <summary>Finds the newest installed PostgreSQL server that has PostGIS.</summary>
    public static PostgresPrograms Find()
    {
        var found = Candidates().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && HasPostGis(folder))
            ?? throw new ClusterException("PostgreSQL with PostGIS was not found. Install it (Debian, Ubuntu: apt-get install postgresql-15-postgis-3) or set GEOCRIME_DATABASE to the connection string of an existing PostGIS database.");
        return new PostgresPrograms(found);
    }

    /// <summary>Fails with advice where the account that runs PostgreSQL cannot enter the folder.</summary>
    public void EnsureReaches(string path)
    {
        if (asAccount && !SucceedsAsync("/usr/bin/test", ["-x", path]).GetAwaiter().GetResult())
            throw new ClusterException($"The account '{Account}', which runs PostgreSQL when GeoCrime is started by root, cannot reach {path}. Choose a folder that it can reach with --data DIR.");
    }

    public void GiveTo(string path)
    {
        if (asAccount)
            RunDirectly("chown", [Account, path]);
    }

    // None of these is cut short by a cancellation: a server that has just started would be left behind.
    public async Task<bool> SucceedsAsync(string program, IReadOnlyList<string> arguments) => (await StartAsync(program, arguments)).Code == 0;

    public async Task RunAsync(string program, IReadOnlyList<string> arguments)
    {
        var (code, output) = await StartAsync(program, arguments);
        if (code != 0)
            throw new ClusterException($"{program} failed with exit code {code}: {output.Trim()}");
    }

    private async Task<(int Code, string Output)> StartAsync(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        var path = program.StartsWith('/') ? program : Path.Combine(folder, program);
        if (asAccount)
        {
            start.FileName = "runuser";
            foreach (var word in (string[])["-u", Account, "--", path])
                start.ArgumentList.Add(word);
        }
        else
        {
            start.FileName = path;
        }
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new ClusterException($"{path} could not be started.");
        var output = new System.Text.StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        // The postmaster inherits the pipes, so end-of-output never comes: wait for the process alone.
        while (!process.HasExited)
            await Task.Delay(20);
        await Task.Delay(20);
        lock (output)
            return (process.ExitCode, output.ToString());
    }

    private static void Append(System.Text.StringBuilder output, string? line)
    {
        lock (output)
            output.AppendLine(line);
    }

    private static void RunDirectly(string program, IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new ClusterException($"{program} {string.Join(' ', arguments)} failed with exit code {process.ExitCode}.");
    }

    private static IEnumerable<string> Candidates()
    {
        const string debian = "/usr/lib/postgresql";
        if (Directory.Exists(debian))
            foreach (var version in Directory.GetDirectories(debian).OrderByDescending(path => int.TryParse(Path.GetFileName(path), out var number) ? number : 0))
                yield return Path.Combine(version, "bin");
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
            yield return folder;
    }

    /// <summary>Debian keeps extensions under share/postgresql/VERSION/extension, other builds under their own share folder.</summary>
    private static bool HasPostGis(string bin)
    {
        var root = Path.GetDirectoryName(bin)!;
        return new[]
        {
            $"/usr/share/postgresql/{Path.GetFileName(root)}/extension/postgis.control",
            Path.Combine(root, "share/postgresql/extension/postgis.control"),
            Path.Combine(root, "share/extension/postgis.control"),
        }.Any(File.Exists);
    }
}
