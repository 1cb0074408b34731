using System.Text.Json;
using GeoCrime.Domain.Ports;

namespace GeoCrime.Api.Jobs;

/// <summary>Runs work while the ledger hears several times a second how far it is, and ends it when the ledger says that it was cancelled.</summary>
internal sealed class WatchedWork(IRuns runs, string run)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private volatile Told told = new(0, null);

    /// <summary>Takes the newest state; the next look at the clock writes it.</summary>
    /// <param name="progress">0–1.</param>
    /// <param name="metrics">A record; written as JSON.</param>
    public void Tell(double progress, object? metrics) => told = new Told(progress, metrics is null ? null : Json(metrics));

    public static string Json(object metrics) => JsonSerializer.Serialize(metrics, metrics.GetType(), Options);

    /// <exception cref="OperationCanceledException">The run was cancelled, or the caller's token was.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = work(stop.Token);
        try
        {
            while (await Task.WhenAny(running, Task.Delay(Interval, CancellationToken.None)) != running)
                if (!stop.IsCancellationRequested && told is var (progress, metrics) && !await runs.ProgressAsync(run, progress, metrics, CancellationToken.None))
                    await stop.CancelAsync();
        }
        catch
        {
            // The ledger cannot be written: the work must not go on unwatched.
            await stop.CancelAsync();
            await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
        return await running;
    }

    private sealed record Told(double Progress, string? Metrics);
}
