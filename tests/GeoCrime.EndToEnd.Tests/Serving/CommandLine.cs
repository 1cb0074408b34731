using System.Diagnostics;
using GeoCrime.Tests;

namespace GeoCrime.EndToEnd.Tests.Serving;

/// <summary>The command line as it is built, running in a process of its own.</summary>
internal sealed class CommandLine : IAsyncDisposable
{
    // …/bin/Release/net10.0 of the tests names the configuration that was built.
    private static readonly string Configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!;
    private readonly Process process;
    private readonly List<string> output = [];
    private readonly List<string> errors = [];

    private CommandLine(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Add(output, line.Data);
        process.ErrorDataReceived += (_, line) => Add(errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static string Program { get; } =
        Path.Combine(RepositoryFiles.Root, "backend", "GeoCrime.Cli", "bin", Configuration, "net10.0", "geocrime.dll");

    public int Id => process.Id;

    public string Output => Joined(output);

    public string Errors => Joined(errors);

    /// <summary>Starts a verb; the checkout is its home and no existing database is named.</summary>
    public static CommandLine Start(params string[] arguments) => Start(arguments, null);

    /// <param name="arguments">The verb and its options.</param>
    /// <param name="database">Value of GEOCRIME_DATABASE; null leaves it unset.</param>
    /// <param name="settings">Further environment variables, such as BaseMap__Raster.</param>
    public static CommandLine Start(string[] arguments, string? database, params (string Name, string Value)[] settings)
    {
        // Whoever starts the tests may ignore SIGINT, as shells do for background jobs; the program must not inherit that here.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["GEOCRIME_HOME"] = RepositoryFiles.Root;
        start.Environment["GEOCRIME_DATABASE"] = database;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new CommandLine(Process.Start(start)!);
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<Ended> RunAsync(params string[] arguments)
    {
        await using var command = Start(arguments);
        return await command.EndAsync();
    }

    /// <summary>Waits for a line of standard output and returns what follows the words it begins with.</summary>
    /// <exception cref="InvalidOperationException">The process ended before; the message holds its errors.</exception>
    public async Task<string> LineAsync(string beginning)
    {
        string? found = null;
        await Wait.UntilAsync(
            () =>
            {
                var ended = process.HasExited;
                lock (output)
                    found = output.Find(line => line.StartsWith(beginning, StringComparison.Ordinal));
                return found is not null || (ended ? throw new InvalidOperationException($"Ended with {process.ExitCode}: {Errors}") : false);
            },
            $"the line '{beginning}…'; errors: {Errors}");
        return found![beginning.Length..];
    }

    public async Task<Ended> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Wait.Patience);
        return new Ended(process.ExitCode, Output, Errors);
    }

    /// <summary>Ends the process, if it still runs, the way Ctrl-C does, so that it takes its database with it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            Signal.Interrupt.Send(Id);
            await EndAsync();
        }
        process.Dispose();
    }

    private static void Add(List<string> lines, string? line)
    {
        if (line is null)
            return;
        lock (lines)
            lines.Add(line);
    }

    private static string Joined(List<string> lines)
    {
        lock (lines)
            return string.Join('\n', lines);
    }
}

/// <summary>How a command ended.</summary>
internal sealed record Ended(int Code, string Output, string Errors);
