using System.CommandLine;
using GeoCrime.Cli.Printing;
using GeoCrime.Data.Cluster;
using GeoCrime.Data.Import;
using Npgsql;

namespace GeoCrime.Cli;

/// <summary>Runs one command line and turns what went wrong into one line on stderr and an exit code.</summary>
internal static class CommandRunner
{
    public const int Failed = 1;
    public const int BadUsage = 2;
    private const int Interrupted = 130;

    /// <summary>How long a stop may take after Ctrl-C or SIGTERM before the process ends regardless and leaves its database running.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(RootCommand root, string[] arguments)
    {
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("See ./geocrime --help.");
            return BadUsage;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopPatience });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Cancelled.");
            return Interrupted;
        }
        catch (Exception error) when (error is ImportException or PrintException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return Failed;
        }
        catch (NpgsqlException error)
        {
            await Console.Error.WriteLineAsync($"The database failed: {error.Message}");
            return Failed;
        }
        catch (Exception error) when (error is UsageException or ClusterException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return BadUsage;
        }
    }
}

/// <summary>The command line asks for something that cannot be; exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
