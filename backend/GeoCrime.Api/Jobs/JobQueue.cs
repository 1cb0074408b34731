using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;
using Quartz;

namespace GeoCrime.Api.Jobs;

/// <summary>Puts long runs into the ledger and into Quartz, whose store is the database, so that a restart resumes them.</summary>
public sealed class JobQueue(ISchedulerFactory schedulers, IRuns runs)
{
    /// <summary>Enters a training run; one of the same identity that waits, runs or succeeded is returned as it is.</summary>
    public Task<Run> StartForecastAsync(IncidentColumns columns, ForecastRequest request, CancellationToken cancellationToken)
    {
        if (request.Kind is { } kind)
            columns.KindNumber(kind);
        var identity = RunIdentity.Of(StudyKind.Forecast, columns, request, ForecastRequest.Seed, AccessPolicy.Local);
        return StartAsync<ForecastJob>(identity, ForecastJob.Key, cancellationToken);
    }

    /// <summary>Enters a backtest; one of the same identity that waits, runs or succeeded is returned as it is.</summary>
    public Task<Run> StartBacktestAsync(IncidentColumns columns, BacktestRequest request, CancellationToken cancellationToken)
    {
        if (request.Of.Kind is { } kind)
            columns.KindNumber(kind);
        var identity = RunIdentity.Of(StudyKind.Backtest, columns, request, ForecastRequest.Seed, AccessPolicy.Local);
        return StartAsync<BacktestJob>(identity, BacktestJob.Key, cancellationToken);
    }

    private async Task<Run> StartAsync<TJob>(RunIdentity identity, JobKey job, CancellationToken cancellationToken)
        where TJob : IJob
    {
        var run = await runs.EnqueueAsync(identity.ToRun(RunState.Queued, DateTime.UtcNow), cancellationToken);
        if (run.State != RunState.Queued)
            return run;
        // A run that was cancelled and queued again has a second trigger, while the first one may still be ending.
        var trigger = new TriggerKey($"{run.Id} {run.QueuedAt:O}");
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        if (await scheduler.Exists(trigger, cancellationToken))
            return run;
        await scheduler.AddJob(JobBuilder.Create<TJob>().WithIdentity(job).StoreDurably().RequestRecovery().Build(), AddJobOptions.Replacing, cancellationToken);
        await scheduler.ScheduleJob(
            TriggerBuilder.Create().WithIdentity(trigger).ForJob(job).UsingJobData(ForecastJob.Run, run.Id).StartNow().Build(), cancellationToken: cancellationToken);
        return run;
    }
}
