using System.Diagnostics;
using System.Text.Json;

namespace GeoCrime.Cli.Benchmarks;

/// <summary>What a peer's script said: one JSON object a line.</summary>
/// <param name="Lines">Empty where the peer is not there.</param>
/// <param name="Missing">Why not, in one line; null where it ran.</param>
internal sealed record PeerScript(IReadOnlyList<JsonElement> Lines, string? Missing)
{
    /// <summary>The Debian packages that the peers come in.</summary>
    public const string Install = "apt-get install python3-sklearn python3-scipy python3-pandas python3-pyproj r-cran-dbscan r-cran-spdep r-cran-spatstat";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs a script of tests/golden/peers with Debian's own Python or R.</summary>
    public static PeerScript Run(string folder, string script, params string[] arguments)
    {
        var program = script.EndsWith(".py", StringComparison.Ordinal) ? "/usr/bin/python3" : "/usr/bin/Rscript";
        if (!File.Exists(program))
            return new PeerScript([], $"{program} is missing");
        var start = new ProcessStartInfo(program, [Path.Combine(folder, script), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            return new PeerScript([], $"took longer than {Patience.TotalMinutes:0} minutes");
        }
        var said = errors.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var last = said.LastOrDefault(line => line.Contains("Error", StringComparison.Ordinal)) ?? said.LastOrDefault() ?? "";
        return process.ExitCode == 0
            ? new PeerScript([.. output.Result.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement)], null)
            : new PeerScript([], last);
    }
}
