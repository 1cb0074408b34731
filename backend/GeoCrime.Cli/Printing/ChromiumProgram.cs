using System.Diagnostics;
using System.Text.RegularExpressions;

namespace GeoCrime.Cli.Printing;

/// <summary>A headless Chromium of the machine's own, with a profile that is thrown away.</summary>
internal sealed partial class ChromiumProgram : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly string profile;

    private ChromiumProgram(Process process, string profile, Uri control) => (this.process, this.profile, Control) = (process, profile, control);

    /// <summary>Where its DevTools protocol listens.</summary>
    public Uri Control { get; }

    /// <summary>CHROMIUM names a program; else the usual names are looked for on the path.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new UsageException($"CHROMIUM names {named}, which does not exist.");
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin");
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new UsageException("Chromium is needed to print and was not found. Debian, Ubuntu: apt-get install chromium; or name the program in CHROMIUM.");
    }

    public static async Task<ChromiumProgram> StartAsync(string program, CancellationToken cancellationToken)
    {
        var profile = Directory.CreateTempSubdirectory("geocrime-print-").FullName;
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[]
        {
            "--headless", "--no-sandbox", "--no-first-run", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--remote-debugging-port=0", $"--user-data-dir={profile}", "about:blank",
        })
            start.ArgumentList.Add(argument);
        var process = Process.Start(start) ?? throw new UsageException($"{program} does not start.");
        var found = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
                found.TrySetException(new UsageException($"{program} ended before it could print."));
            else if (Listening().Match(line.Data) is { Success: true } match)
                found.TrySetResult(new Uri(match.Groups[1].Value));
        };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        try
        {
            return new ChromiumProgram(process, profile, await found.Task.WaitAsync(Patience, cancellationToken));
        }
        catch
        {
            await EndAsync(process, profile);
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await EndAsync(process, profile);

    private static async Task EndAsync(Process process, string profile)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (IOException)
        {
            // A helper of the browser may write its last file late; the folder lies where temporary files are cleared.
        }
    }

    [GeneratedRegex(@"DevTools listening on (ws://\S+)")]
    private static partial Regex Listening();
}
