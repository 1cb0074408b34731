using System.Text.Json;
using GeoCrime.Domain.Ports;

namespace GeoCrime.Api.Jobs;

/// <summary>Runs work while the ledger hears several times a second how far it is, and ends it when the ledger says that it was cancelled.</summary>
internal sealed class WatchedWork(IRuns runs, string run)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Json(object metrics) => JsonSerializer.Serialize(metrics, metrics.GetType(), Options);

    /// <param name="work">May hold its thread until it ends.</param>
    /// <param name="look">Says how far it is; asked at every look at the clock, and once more when the work has ended.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled, or the caller's token was.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Func<Task<Told>> look, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = Task.Run(() => work(stop.Token), CancellationToken.None);
        try
        {
            for (var ended = false; !ended;)
            {
                await Task.WhenAny(running, Task.Delay(Interval, CancellationToken.None));
                ended = running.IsCompleted;
                var told = await look();
                if (!await runs.ProgressAsync(run, told.Progress, told.Metrics, CancellationToken.None))
                    await stop.CancelAsync();
            }
        }
        catch
        {
            // Work that nobody can see or cancel, and that could not be resumed, does not go on.
            await stop.CancelAsync();
            await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
        return await running;
    }
}

/// <param name="Progress">0–1.</param>
/// <param name="Metrics">JSON object; null leaves what is there.</param>
internal sealed record Told(double Progress, string? Metrics);
