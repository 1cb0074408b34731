using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;
using Quartz;

namespace GeoCrime.Api.Jobs;

/// <summary>Runs one nested backtest and writes its table into the run's metrics.</summary>
/// <remarks>One at a time. An interrupted one starts anew.</remarks>
[DisallowConcurrentExecution]
internal sealed class BacktestJob(Gazetteer gazetteer, IRuns runs, IDayFigures figures, JobQueue queue, ILogger<BacktestJob> log) : RunJob(runs, log)
{
    public static JobKey Key { get; } = new("backtest");

    protected override async Task<RunEnd> WorkAsync(Run run, CancellationToken cancellationToken)
    {
        var columns = await gazetteer.ColumnsAsync(run.Jurisdiction!, AccessPolicy.Local, cancellationToken);
        var request = RunIdentity.Read<BacktestRequest>(run.Parameters);
        if (IsOutdated(run, columns))
            return RunEnd.ReplacedBy(await queue.StartBacktestAsync(columns, request, cancellationToken));
        var days = await DayTables.ReadAsync(figures, run.Jurisdiction!, AccessPolicy.Local, cancellationToken);
        var told = new Told(0, null);
        var table = await WatchAsync(
            run, token => Task.FromResult(BacktestStudy.Run(columns, request, days, share => told = new Told(share, null), token)), () => Task.FromResult(told), cancellationToken);
        return RunEnd.With(BacktestStudy.Write(table));
    }
}
