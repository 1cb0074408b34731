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
    public async Task<Run> StartForecastAsync(IncidentColumns columns, ForecastRequest request, CancellationToken cancellationToken)
    {
        if (request.Kind is { } kind)
            columns.KindNumber(kind);
        var identity = RunIdentity.Of(StudyKind.Forecast, columns, request, ForecastRequest.Seed, AccessPolicy.Local);
        var run = await runs.EnqueueAsync(identity.ToRun(RunState.Queued, DateTime.UtcNow), cancellationToken);
        if (run.State != RunState.Queued)
            return run;
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var key = new JobKey(run.Id, "forecast");
        if (await scheduler.Exists(key, cancellationToken))
            return run;
        var job = JobBuilder.Create<ForecastJob>().WithIdentity(key).RequestRecovery().Build();
        await scheduler.ScheduleJob(job, TriggerBuilder.Create().WithIdentity(run.Id, "forecast").StartNow().Build(), cancellationToken: cancellationToken);
        return run;
    }
}
