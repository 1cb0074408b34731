using GeoCrime.Api.Jobs;
using GeoCrime.Data;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using Npgsql;

namespace GeoCrime.Api.Hosting;

/// <summary>
/// Hears of new data versions (LISTEN), whichever process made them: refreshes the snapshot before the next request asks for it, and has
/// outdated forecasts trained anew once the data are still.
/// </summary>
/// <remarks>Requests check the version themselves, so a missed notice costs time, never truth.</remarks>
internal sealed class DataListener(GeoCrimeDatabase database, IJurisdictions jurisdictions, IIncidentColumns columns, Retraining retraining, ILogger<DataListener> log) : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>An import changes the data with every chunk, a second or two apart; only the last change is worth a training.</summary>
    private static readonly TimeSpan Still = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            // Whatever it is: an exception that leaves a background service would stop the whole server.
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(error, "The connection that listens for new data broke; trying again in {Seconds} s", RetryAfter.TotalSeconds);
                await Task.Delay(RetryAfter, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stoppingToken);
        await using (var listen = new NpgsqlCommand("LISTEN geocrime_data", connection))
            await listen.ExecuteNonQueryAsync(stoppingToken);
        var changed = new HashSet<int>();
        connection.Notification += (_, notice) =>
        {
            if (int.TryParse(notice.Payload, out var jurisdiction))
                changed.Add(jurisdiction);
        };
        // What was loaded before this server started is news to it too.
        var unsettled = await RefreshAsync(null, stoppingToken);
        while (true)
        {
            if (await connection.WaitAsync(unsettled.Count > 0 ? Still : Timeout.InfiniteTimeSpan, stoppingToken))
            {
                unsettled.UnionWith(await RefreshAsync(changed, stoppingToken));
                changed.Clear();
                continue;
            }
            foreach (var jurisdiction in unsettled)
                await RetrainAsync(jurisdiction, stoppingToken);
            unsettled.Clear();
        }
    }

    private async Task RetrainAsync(string jurisdiction, CancellationToken stoppingToken)
    {
        try
        {
            await retraining.StartAsync(jurisdiction, stoppingToken);
        }
        // Forecasts go on answering from older data; listening goes on too.
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(error, "Outdated forecasts of {Jurisdiction} are not trained anew", jurisdiction);
        }
    }

    /// <param name="changed">Ids; null for all.</param>
    /// <returns>The codes of those refreshed.</returns>
    private async Task<HashSet<string>> RefreshAsync(HashSet<int>? changed, CancellationToken stoppingToken)
    {
        var refreshed = new HashSet<string>();
        foreach (var jurisdiction in await jurisdictions.AllAsync(AccessPolicy.Local, stoppingToken))
            if (changed?.Contains(jurisdiction.Id) != false)
            {
                await columns.GetAsync(jurisdiction, AccessPolicy.Local, stoppingToken);
                refreshed.Add(jurisdiction.Code);
            }
        return refreshed;
    }
}
