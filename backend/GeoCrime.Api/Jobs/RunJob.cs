using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Runs;
using Quartz;

namespace GeoCrime.Api.Jobs;

/// <summary>
/// What all jobs share: the run of a trigger is found, marked as started, watched, and ends as succeeded, cancelled or failed. A failure is
/// told in words that users may read; the rest of it stands in the log under the run's id.
/// </summary>
internal abstract class RunJob(IRuns runs, ILogger log) : IJob
{
    /// <summary>The entry of a trigger's data that holds the run's id.</summary>
    public const string Run = "run";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var id = context.MergedJobDataMap.GetString(Run)!;
        if (await runs.FindAsync(id, AccessPolicy.Local, cancellationToken) is not { State: RunState.Queued or RunState.Running } run)
            return;
        await runs.StartAsync(id, cancellationToken);
        try
        {
            var end = await WorkAsync(run, cancellationToken);
            await runs.FinishAsync(id, end.State, end.Metrics, end.Words, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The ledger already says cancelled. A shutdown, in contrast, leaves the run as it is and goes on to Quartz, which hands it to the next start.
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await runs.FinishAsync(id, RunState.Failed, null, Words(error, id), CancellationToken.None);
        }
        await EndedAsync(run);
    }

    /// <summary>What a run leaves that failed midway, as a sentence after a space; nothing where it leaves nothing.</summary>
    protected virtual string Kept => "";

    /// <summary>Does what the run says.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled, or the caller's token was.</exception>
    protected abstract Task<RunEnd> WorkAsync(Run run, CancellationToken cancellationToken);

    /// <summary>The run ended, however it did; not called when a stop interrupted it.</summary>
    protected virtual Task EndedAsync(Run run) => Task.CompletedTask;

    /// <summary>Does the long part of a run while the ledger hears of it.</summary>
    /// <inheritdoc cref="WatchedWork.RunAsync"/>
    protected Task<T> WatchAsync<T>(Run run, Func<CancellationToken, Task<T>> work, Func<Task<Told>> look, CancellationToken cancellationToken) =>
        new WatchedWork(runs, run.Id).RunAsync(work, look, cancellationToken);

    /// <summary>Whether data or program have moved on while a run waited: it says by which ones it is computed.</summary>
    protected static bool IsOutdated(Run run, IncidentColumns columns) => columns.DataVersion != run.DatasetVersion || CodeVersion.Current != run.CodeVersion;

    private string Words(Exception error, string id)
    {
        if (Foreseen.Words(error) is { } words)
        {
            log.LogWarning("Run {Run} failed: {Words}", id, words);
            return words;
        }
        log.LogError(error, "Run {Run} failed", id);
        return $"Something failed that was not foreseen.{Kept} The server's log has the rest under run {id}.";
    }
}

/// <summary>How a run ended.</summary>
/// <param name="Metrics">JSON object; null leaves what is there.</param>
/// <param name="Words">Why it did not succeed.</param>
internal sealed record RunEnd(RunState State, string? Metrics, string? Words)
{
    public static RunEnd With(string metrics) => new(RunState.Succeeded, metrics, null);

    /// <summary>Data or program have moved on while the run waited, and a run of today takes its place.</summary>
    public static RunEnd ReplacedBy(Run today) => new(RunState.Cancelled, null, $"The data or the program changed before it ended; run {today.Id} takes its place.");
}
