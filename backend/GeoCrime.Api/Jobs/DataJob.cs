using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using Quartz;

namespace GeoCrime.Api.Jobs;

/// <summary>Changes data as a job: an import, boundaries, an undo or the sample city. What a stop interrupts goes on at the next start.</summary>
/// <remarks>One at a time over all processes: two imports of one jurisdiction would wait for each other anyway.</remarks>
[DisallowConcurrentExecution]
internal sealed class DataJob(IRuns runs, DataWork work, ILogger<DataJob> log) : RunJob(runs, log)
{
    public static JobKey Key { get; } = new("data");

    protected override string Kept => " What was complete is stored.";

    protected override async Task<RunEnd> WorkAsync(Run run, CancellationToken cancellationToken)
    {
        var told = new Told(0, null);
        var result = await WatchAsync(
            run,
            token => work.RunAsync(run, (progress, stage) => told = new Told(progress, stage is null ? null : WatchedWork.Json(stage)), token),
            () => Task.FromResult(told),
            cancellationToken);
        return RunEnd.With(WatchedWork.Json(result));
    }
}
