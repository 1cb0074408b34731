using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;
using Quartz;

namespace GeoCrime.Api.Jobs;

/// <summary>Runs one nested backtest and writes its table into the run's metrics.</summary>
/// <remarks>One at a time. An interrupted one starts anew.</remarks>
[DisallowConcurrentExecution]
internal sealed class BacktestJob(Gazetteer gazetteer, IRuns runs, IDayFigures figures, ILogger<BacktestJob> log) : IJob
{
    public static JobKey Key { get; } = new("backtest");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var id = context.MergedJobDataMap.GetString(ForecastJob.Run)!;
        if (await runs.FindAsync(id, AccessPolicy.Local, cancellationToken) is not { State: RunState.Queued or RunState.Running } run)
            return;
        await runs.StartAsync(id, cancellationToken);
        var watch = new WatchedWork(runs, id);
        try
        {
            var columns = await gazetteer.ColumnsAsync(run.Jurisdiction!, AccessPolicy.Local, cancellationToken);
            if (columns.DataVersion != run.DatasetVersion || CodeVersion.Current != run.CodeVersion)
                throw new ArgumentException("The data or the program changed while the run waited; start it again.");
            var days = await DayTables.ReadAsync(figures, run.Jurisdiction!, AccessPolicy.Local, cancellationToken);
            var request = RunIdentity.Read<BacktestRequest>(run.Parameters);
            var table = await watch.RunAsync(token => Task.Run(() => BacktestStudy.Run(columns, request, days, share => watch.Tell(share, null), token), token), cancellationToken);
            await runs.FinishAsync(id, RunState.Succeeded, BacktestStudy.Write(table), null, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The ledger already says cancelled. A shutdown, in contrast, goes on to Quartz, which hands the run to the next start.
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "Run {Run} failed", id);
            await runs.FinishAsync(id, RunState.Failed, null, error.Message, CancellationToken.None);
        }
    }
}
