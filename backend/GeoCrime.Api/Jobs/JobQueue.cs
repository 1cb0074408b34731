using System.Security.Cryptography;
using System.Text.Json.Nodes;
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
        var identity = RunIdentity.Of(StudyKind.Forecast, columns, request, request.Training?.Seed ?? ForecastRequest.Seed, AccessPolicy.Local);
        return StartAsync(identity, cancellationToken);
    }

    /// <summary>Enters a backtest; one of the same identity that waits, runs or succeeded is returned as it is.</summary>
    public Task<Run> StartBacktestAsync(IncidentColumns columns, BacktestRequest request, CancellationToken cancellationToken)
    {
        if (request.Of.Kind is { } kind)
            columns.KindNumber(kind);
        return StartAsync(RunIdentity.Of(StudyKind.Backtest, columns, request, ForecastRequest.Seed, AccessPolicy.Local), cancellationToken);
    }

    /// <summary>Schedules runs that wait in the ledger and that nothing will start: the process ended between entering and scheduling them.</summary>
    public async Task ScheduleWaitingAsync(CancellationToken cancellationToken)
    {
        foreach (var run in await runs.QueuedAsync(cancellationToken))
            await ScheduleAsync(run, cancellationToken);
    }

    private async Task<Run> StartAsync(RunIdentity identity, CancellationToken cancellationToken)
    {
        var run = await runs.EnqueueAsync(identity.ToRun(RunState.Queued, DateTime.UtcNow), cancellationToken);
        if (run.State == RunState.Queued)
            await ScheduleAsync(run, cancellationToken);
        return run;
    }

    /// <summary>Enters the loading of the sample city. It belongs to no jurisdiction, as the city may not be there yet.</summary>
    public Task<Run> StartSampleAsync(CancellationToken cancellationToken) => StartDataAsync(StudyKind.Sample, null, new SampleTask(SampleData.Seed), cancellationToken);

    /// <summary>Enters a run that changes data; where the very same waits or runs, that one is returned.</summary>
    /// <param name="jurisdiction">Code of one that exists; null where none does yet.</param>
    /// <param name="parameters">What <see cref="DataWork"/> reads back.</param>
    public async Task<Run> StartDataAsync<T>(StudyKind study, string? jurisdiction, T parameters, CancellationToken cancellationToken)
    {
        var text = RunIdentity.Write(parameters);
        var (newest, _) = await runs.ListAsync(jurisdiction, study, 20, null, AccessPolicy.Local, cancellationToken);
        if (newest.FirstOrDefault(each => each.State is RunState.Queued or RunState.Running && JsonNode.DeepEquals(JsonNode.Parse(each.Parameters), JsonNode.Parse(text))) is { } same)
        {
            // A power cut may have taken its trigger; where it has one, this does nothing.
            await ScheduleAsync(same, cancellationToken);
            return same;
        }
        // What changes data is an event, not a computation: the same one may happen again, so its id is drawn.
        var id = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var run = await runs.EnqueueAsync(
            new Run(id, study, RunState.Queued, jurisdiction, text, null, CodeVersion.Current, null, DateTime.UtcNow, null, null, 0, null, null), cancellationToken);
        await ScheduleAsync(run, cancellationToken);
        return run;
    }

    private Task ScheduleAsync(Run run, CancellationToken cancellationToken) => run.Study switch
    {
        StudyKind.Forecast => ScheduleAsync<ForecastJob>(run, ForecastJob.Key, cancellationToken),
        StudyKind.Backtest => ScheduleAsync<BacktestJob>(run, BacktestJob.Key, cancellationToken),
        _ => ScheduleAsync<DataJob>(run, DataJob.Key, cancellationToken),
    };

    private async Task ScheduleAsync<TJob>(Run run, JobKey job, CancellationToken cancellationToken)
        where TJob : IJob
    {
        // A run that was cancelled and queued again has a second trigger, while the first one may still be ending.
        var trigger = new TriggerKey($"{run.Id} {run.QueuedAt:O}");
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        if (await scheduler.Exists(trigger, cancellationToken))
            return;
        await scheduler.AddJob(JobBuilder.Create<TJob>().WithIdentity(job).StoreDurably().RequestRecovery().Build(), AddJobOptions.Replacing, cancellationToken);
        try
        {
            await scheduler.ScheduleJob(
                TriggerBuilder.Create().WithIdentity(trigger).ForJob(job).UsingJobData(RunJob.Run, run.Id).StartNow().Build(), cancellationToken: cancellationToken);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Another process scheduled it in between.
        }
    }
}
