using GeoCrime.Data.Import.Uploads;

namespace GeoCrime.Api.Uploads;

/// <summary>Removes files that were sent and not used for a day: at the start, then every hour.</summary>
internal sealed class UploadSweeper(UploadStore store, ILogger<UploadSweeper> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                store.Sweep(DateTime.UtcNow);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                log.LogWarning(error, "Files that were sent could not be removed; trying again in an hour");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
