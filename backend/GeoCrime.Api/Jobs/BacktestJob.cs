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
internal sealed class BacktestJob(Gazetteer gazetteer, IRuns runs, ILogger<BacktestJob> log) : IJob
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    public static JobKey Key { get; } = new("backtest");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var id = context.MergedJobDataMap.GetString(ForecastJob.Run)!;
        if (await runs.FindAsync(id, AccessPolicy.Local, cancellationToken) is not { State: RunState.Queued or RunState.Running } run)
            return;
        await runs.StartAsync(id, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var columns = await gazetteer.ColumnsAsync(run.Jurisdiction!, AccessPolicy.Local, cancellationToken);
            if (columns.DataVersion != run.DatasetVersion || CodeVersion.Current != run.CodeVersion)
                throw new ArgumentException("The data or the program changed while the run waited; start it again.");
            var done = 0.0;
            var work = Task.Run(() => BacktestStudy.Run(columns, RunIdentity.Read<BacktestRequest>(run.Parameters), share => done = share, stop.Token), stop.Token);
            while (await Task.WhenAny(work, Task.Delay(Interval, cancellationToken)) != work)
                if (!await runs.ProgressAsync(id, done, null, cancellationToken))
                    await stop.CancelAsync();
            await runs.FinishAsync(id, RunState.Succeeded, BacktestStudy.Write(await work), null, cancellationToken);
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
        finally
        {
            await stop.CancelAsync();
        }
    }
}
