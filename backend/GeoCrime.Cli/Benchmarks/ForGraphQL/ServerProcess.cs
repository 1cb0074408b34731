using System.Diagnostics;
using System.Globalization;

namespace GeoCrime.Cli.Benchmarks.ForGraphQL;

/// <summary>A server in a process of its own, which ends with this object.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <summary>The most memory that the process has held so far, bytes (VmHWM).</summary>
    public long PeakBytes => Read("VmHWM");

    /// <summary>What it holds now, bytes (VmRSS).</summary>
    public long Bytes => Read("VmRSS");

    /// <summary>Lets <see cref="PeakBytes"/> begin anew.</summary>
    public void ForgetPeak() => File.WriteAllText($"/proc/{process.Id}/clear_refs", "5");

    /// <summary>Starts a program that writes its port on standard output.</summary>
    public static async Task<ServerProcess> StartAsync(string program, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        try
        {
            return new ServerProcess(process, int.Parse((await process.StandardOutput.ReadLineAsync(cancellationToken))!, CultureInfo.InvariantCulture));
        }
        catch
        {
            process.Kill();
            throw;
        }
    }

    private long Read(string entry) => 1024 * long.Parse(
        File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(entry, StringComparison.Ordinal)).Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
