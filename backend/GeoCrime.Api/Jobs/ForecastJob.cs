using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;
using Quartz;

namespace GeoCrime.Api.Jobs;

/// <summary>Trains and publishes the forecasts of one run. Areas already published before an interruption are not trained again.</summary>
/// <remarks>One at a time over all runs and processes, as all triggers share one job: training may use one core fully, and requests need the other.</remarks>
[DisallowConcurrentExecution]
internal sealed class ForecastJob(Gazetteer gazetteer, IRuns runs, IModels models, ForecastTraining training, JobQueue queue, ILogger<ForecastJob> log) : IJob
{
    /// <summary>The entry of a trigger's data that holds the run's id.</summary>
    public const string Run = "run";

    public static JobKey Key { get; } = new("forecast");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var id = context.MergedJobDataMap.GetString(Run)!;
        if (await runs.FindAsync(id, AccessPolicy.Local, cancellationToken) is not { State: RunState.Queued or RunState.Running } run)
            return;
        await runs.StartAsync(id, cancellationToken);
        try
        {
            var columns = await gazetteer.ColumnsAsync(run.Jurisdiction!, AccessPolicy.Local, cancellationToken);
            var request = RunIdentity.Read<ForecastRequest>(run.Parameters);
            if (columns.DataVersion != run.DatasetVersion || CodeVersion.Current != run.CodeVersion)
            {
                await ReplaceAsync(id, columns, request, cancellationToken);
                return;
            }
            var metrics = await TrainAsync(columns, run, request, cancellationToken);
            await runs.FinishAsync(id, RunState.Succeeded, metrics, null, cancellationToken);
            await models.ForgetAsync(id, "", cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The ledger already says cancelled. A shutdown, in contrast, leaves the run as it is and goes on to Quartz, which hands it to the next start.
            await models.ForgetAsync(id, "", CancellationToken.None);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "Run {Run} failed", id);
            await runs.FinishAsync(id, RunState.Failed, null, error.Message, CancellationToken.None);
            await models.ForgetAsync(id, "", CancellationToken.None);
        }
    }

    /// <summary>Trains on this thread while another tells the ledger, keeps checkpoints and looks whether the run was cancelled.</summary>
    private async Task<string> TrainAsync(IncidentColumns columns, Run run, ForecastRequest request, CancellationToken cancellationToken)
    {
        var state = new TrainingLog(await models.CheckpointsAsync(run.Id, cancellationToken), TrainingMetrics.Read(run.Metrics)?.Curves ?? []);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var ended = new CancellationTokenSource();
        var told = new TrainingReport(run.Id, state, runs, models).TellAsync(stop, ended.Token);
        try
        {
            return await training.RunAsync(columns, run.Id, request, state, stop.Token);
        }
        finally
        {
            await ended.CancelAsync();
            await told;
        }
    }

    /// <summary>A run says by which data and code it was computed; where either has moved on while it waited, a run of today takes its place.</summary>
    private async Task ReplaceAsync(string id, IncidentColumns columns, ForecastRequest request, CancellationToken cancellationToken)
    {
        var today = await queue.StartForecastAsync(columns, request, cancellationToken);
        await runs.FinishAsync(id, RunState.Cancelled, null, $"The data or the program changed before it ended; run {today.Id} takes its place.", cancellationToken);
    }
}
