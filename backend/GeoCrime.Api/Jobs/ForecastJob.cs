using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;
using Quartz;

namespace GeoCrime.Api.Jobs;

/// <summary>Trains and publishes the forecasts of one run. Areas already published before an interruption are not trained again.</summary>
/// <remarks>One at a time over all runs and processes, as all triggers share one job: training may use one core fully, and requests need the other.</remarks>
[DisallowConcurrentExecution]
internal sealed class ForecastJob(Gazetteer gazetteer, IRuns runs, IModels models, ForecastTraining training, JobQueue queue, ILogger<ForecastJob> log) : RunJob(runs, log)
{
    public static JobKey Key { get; } = new("forecast");

    protected override async Task<RunEnd> WorkAsync(Run run, CancellationToken cancellationToken)
    {
        var columns = await gazetteer.ColumnsAsync(run.Jurisdiction!, AccessPolicy.Local, cancellationToken);
        var request = RunIdentity.Read<ForecastRequest>(run.Parameters);
        if (IsOutdated(run, columns))
            return RunEnd.ReplacedBy(await queue.StartForecastAsync(columns, request, cancellationToken));
        var state = new TrainingLog(await models.CheckpointsAsync(run.Id, cancellationToken), TrainingMetrics.Read(run.Metrics)?.Curves ?? []);
        var end = RunEnd.With(await WatchAsync(
            run, token => training.RunAsync(columns, run.Id, request, state, token), new TrainingReport(run.Id, state, models).LookAsync, cancellationToken));
        // Who trains outdated forecasts anew passed over this one, which had not succeeded yet.
        if (await gazetteer.ColumnsAsync(run.Jurisdiction!, AccessPolicy.Local, cancellationToken) is var now && IsOutdated(run, now) && !request.IsNetwork)
            await queue.StartForecastAsync(now, request, cancellationToken);
        return end;
    }

    protected override Task EndedAsync(Run run) => models.ForgetAsync(run.Id, "", CancellationToken.None);
}
