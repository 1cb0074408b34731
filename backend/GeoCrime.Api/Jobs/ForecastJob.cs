using System.Text.Json;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;
using Quartz;

namespace GeoCrime.Api.Jobs;

/// <summary>Trains and publishes the forecasts of one run. Areas already published before an interruption are not trained again.</summary>
/// <remarks>One at a time: training may use one core fully, and requests need the other.</remarks>
[DisallowConcurrentExecution]
internal sealed class ForecastJob(Gazetteer gazetteer, IRuns runs, ForecastStudy study, ILogger<ForecastJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var id = context.JobDetail.Key.Name;
        if (await runs.FindAsync(id, AccessPolicy.Local, cancellationToken) is not { State: RunState.Queued or RunState.Running } run)
            return;
        await runs.StartAsync(id, cancellationToken);
        try
        {
            var columns = await gazetteer.ColumnsAsync(run.Jurisdiction!, AccessPolicy.Local, cancellationToken);
            var request = RunIdentity.Read<ForecastRequest>(run.Parameters);
            var trained = await study.TrainAsync(columns, id, request, progress => runs.ProgressAsync(id, progress, cancellationToken), cancellationToken);
            await runs.FinishAsync(id, RunState.Succeeded, JsonSerializer.Serialize(new { areasTrained = trained }), null, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The ledger already says cancelled. A shutdown, in contrast, leaves the run as it is: the next start takes it up again.
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "Run {Run} failed", id);
            await runs.FinishAsync(id, RunState.Failed, null, error.Message, CancellationToken.None);
        }
    }
}
