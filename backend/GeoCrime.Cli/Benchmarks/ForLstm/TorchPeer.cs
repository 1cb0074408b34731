using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GeoCrime.Cli.Benchmarks.ForLstm;

/// <summary>PyTorch's run of the same network: tests/golden/peers/lstm_torch.py by the system's own Python.</summary>
internal static partial class TorchPeer
{
    // Debian's packages belong to this interpreter, whatever python3 stands first on the path.
    private const string Python = "/usr/bin/python3";
    private const string Install = "apt-get install python3-torch libopenblas0-pthread";

    /// <summary>Versions of PyTorch and of the BLAS library that it loads.</summary>
    /// <exception cref="UsageException">PyTorch is not installed; the message says how to.</exception>
    public static async Task<string> VersionAsync(CancellationToken cancellationToken)
    {
        const string ask = "import os, torch; torch.ones(8, 8) @ torch.ones(8, 8); libraries = sorted({os.path.basename(os.path.realpath(line.split()[-1])) for line in open('/proc/self/maps') if 'blas' in line}); print('PyTorch', torch.__version__, 'with', ', '.join(libraries))";
        return (await RunAsync(["-c", ask], cancellationToken)).Trim();
    }

    /// <summary>One run: the median of four epochs, and one inference, over all sequences.</summary>
    /// <exception cref="UsageException">PyTorch is not installed, or the script said something else.</exception>
    public static async Task<LstmTiming> RunAsync(string script, int sequences, int channels, int threads, CancellationToken cancellationToken)
    {
        var said = await RunAsync([script, $"{sequences}", $"{channels}", $"{threads}"], cancellationToken);
        var match = Answer().Match(said);
        return match.Success
            ? new LstmTiming(Number(match.Groups[1]), Number(match.Groups[2]))
            : throw new UsageException($"{script} answered '{said.Trim()}', not epoch and inference seconds.");
    }

    private static async Task<string> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            var start = new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? await output
                : throw new UsageException($"PyTorch did not run: {(await error).Trim().Split('\n')[^1]}. Install it with: {Install}");
        }
        catch (Win32Exception)
        {
            throw new UsageException($"{Python} is missing. Install PyTorch with: {Install}");
        }
    }

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"epoch ([0-9.]+) s .* inference ([0-9.]+) s")]
    private static partial Regex Answer();
}
