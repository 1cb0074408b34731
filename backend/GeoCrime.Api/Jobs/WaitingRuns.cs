namespace GeoCrime.Api.Jobs;

/// <summary>At start, takes up runs that a process entered into the ledger and did not live to schedule.</summary>
internal sealed class WaitingRuns(JobQueue queue) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => queue.ScheduleWaitingAsync(stoppingToken);
}
