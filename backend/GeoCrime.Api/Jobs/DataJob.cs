using GeoCrime.Data.Import;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using Quartz;

namespace GeoCrime.Api.Jobs;

/// <summary>Changes data as a job: an import, boundaries, an undo or the sample city. What a stop interrupts goes on at the next start.</summary>
/// <remarks>One at a time over all processes: two imports of one jurisdiction would wait for each other anyway.</remarks>
[DisallowConcurrentExecution]
internal sealed class DataJob(IRuns runs, DataWork work, Retraining retraining, ILogger<DataJob> log) : IJob
{
    public static JobKey Key { get; } = new("data");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var id = context.MergedJobDataMap.GetString(ForecastJob.Run)!;
        if (await runs.FindAsync(id, AccessPolicy.Local, cancellationToken) is not { State: RunState.Queued or RunState.Running } run)
            return;
        await runs.StartAsync(id, cancellationToken);
        var watch = new WatchedWork(runs, id);
        try
        {
            var result = await watch.RunAsync(token => work.RunAsync(run, watch.Tell, token), cancellationToken);
            await runs.FinishAsync(id, RunState.Succeeded, WatchedWork.Json(result), null, cancellationToken);
            if (run.Jurisdiction is { } changed)
                await retraining.StartAsync(changed, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The ledger already says cancelled; complete chunks are stored. A shutdown, in contrast, goes on to Quartz, which hands the run to the next start.
        }
        catch (Exception error) when (error is ImportException or ArgumentException)
        {
            await runs.FinishAsync(id, RunState.Failed, null, error.Message, CancellationToken.None);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "Run {Run} failed", id);
            await runs.FinishAsync(id, RunState.Failed, null, $"Something failed that was not foreseen: {error.GetType().Name}. What was complete is stored; the log has the rest under {id}.", CancellationToken.None);
        }
    }
}
