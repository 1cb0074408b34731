using Npgsql;

namespace GeoCrime.Data.Import.Writing;

/// <summary>Lets one change of a jurisdiction's data run at a time. The database drops the lock with the connection, however that ends.</summary>
internal static class ImportLock
{
    private const int Purpose = 0x47434D50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Takes the lock until <see cref="ReleaseAsync"/> or the connection's end. Waits a little: the server may still be noticing that an importer was killed.</summary>
    /// <exception cref="ImportException">Another import, loading of areas or undo is at work on the jurisdiction.</exception>
    public static async Task TakeAsync(NpgsqlConnection connection, int jurisdiction, string code, CancellationToken cancellationToken)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1, $2)", connection)
            {
                Parameters = { new() { Value = Purpose }, new() { Value = jurisdiction } },
            };
            if ((bool)(await command.ExecuteScalarAsync(cancellationToken))!)
                return;
            if (DateTime.UtcNow > deadline)
                throw new ImportException(code, null, "another import, loading of areas or undo is at work on this jurisdiction");
            await Task.Delay(200, cancellationToken);
        }
    }

    /// <summary>Gives the lock back; a connection that broke has given it back already.</summary>
    public static async Task ReleaseAsync(NpgsqlConnection connection, int jurisdiction)
    {
        if (connection.FullState != System.Data.ConnectionState.Open)
            return;
        await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock($1, $2)", connection)
        {
            Parameters = { new() { Value = Purpose }, new() { Value = jurisdiction } },
        };
        await command.ExecuteScalarAsync(CancellationToken.None);
    }
}
