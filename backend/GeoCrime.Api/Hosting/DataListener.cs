using GeoCrime.Data;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using Npgsql;

namespace GeoCrime.Api.Hosting;

/// <summary>Hears of new data versions (LISTEN) and refreshes the snapshot before the next request asks for it.</summary>
/// <remarks>Requests check the version themselves, so a missed notice costs time, never truth.</remarks>
internal sealed class DataListener(GeoCrimeDatabase database, IJurisdictions jurisdictions, IIncidentColumns columns, ILogger<DataListener> log) : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

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
        await RefreshAsync(null, stoppingToken);
        while (true)
        {
            await connection.WaitAsync(stoppingToken);
            await RefreshAsync(changed, stoppingToken);
            changed.Clear();
        }
    }

    private async Task RefreshAsync(HashSet<int>? changed, CancellationToken stoppingToken)
    {
        foreach (var jurisdiction in await jurisdictions.AllAsync(AccessPolicy.Local, stoppingToken))
            if (changed?.Contains(jurisdiction.Id) != false)
                await columns.GetAsync(jurisdiction, AccessPolicy.Local, stoppingToken);
    }
}
