using Npgsql;

namespace GeoCrime.Data.Import.Writing;

/// <summary>Brings the planner's statistics of a jurisdiction's incidents up to date, since a large import outruns autovacuum.</summary>
internal static class PartitionStatistics
{
    public static async Task UpdateAsync(NpgsqlConnection connection, int jurisdiction, CancellationToken cancellationToken)
    {
        // ANALYZE takes no parameters; the name holds nothing but the database's own number.
        await using var command = new NpgsqlCommand($"ANALYZE geocrime.incident_{jurisdiction}, geocrime.incident_key", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
