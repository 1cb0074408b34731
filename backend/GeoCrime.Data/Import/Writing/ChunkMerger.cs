using System.Text.Json;
using GeoCrime.Data.Import.Rows;
using Npgsql;
using NpgsqlTypes;

namespace GeoCrime.Data.Import.Writing;

/// <summary>Stores chunks, each in one transaction: staging, merge, counters of the batch, data version.</summary>
internal sealed class ChunkMerger(NpgsqlConnection connection, int jurisdiction, int source, int batch, bool knownFile)
{
    /// <summary>A year gets a partition of its own once a chunk brings this many rows of it; rarer ones share one.</summary>
    private const int RowsForPartition = 500;

    private readonly CategoryStore categories = new(jurisdiction);
    private readonly HashSet<short> partitions = [];
    private bool hasQuarantine;

    /// <summary>Prepares the connection; no transaction is open.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await RunAsync(Staging.CreateSql, [], cancellationToken);
        await RunAsync(MergeSql.EnsureParent, [Value(jurisdiction)], cancellationToken);
        hasQuarantine = (bool)(await ScalarAsync(MergeSql.HasQuarantine, [Value(source)], cancellationToken))!;
    }

    /// <param name="chunk">Rows with their positions in longitude and latitude, metres and areas.</param>
    /// <param name="notes">The batch's notes, this chunk's included.</param>
    /// <returns>What became of the chunk's rows.</returns>
    public async Task<RowCounts> MergeAsync(Chunk chunk, Notes notes, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var newCategories = await categories.StoreAsync(connection, chunk.Rows.Where(row => row.Category is not null).Select(row => row.Category!), cancellationToken);
        await EnsurePartitionsAsync(chunk, cancellationToken);
        await Staging.CopyAsync(connection, chunk.Rows, categories, cancellationToken);
        await RunAsync(MergeSql.ByHash, [], cancellationToken);
        var added = await ReadAddedAsync(MergeSql.AddNew, [Value(source), Value(batch), Value(jurisdiction)], cancellationToken);
        var corrected = added.Rows < chunk.Rows.Count ? await CorrectAsync(chunk, cancellationToken) : Added.None;
        var quarantined = chunk.Rows.Count - added.Rows - corrected.Rows > 0 ? await RunAsync(MergeSql.AddQuarantine, [Value(source), Value(batch)], cancellationToken) : 0;
        if (hasQuarantine)
        {
            await RunAsync(MergeSql.ByIndex, [], cancellationToken);
            await RunAsync(MergeSql.ReleaseQuarantine, [Value(source), Value(batch)], cancellationToken);
        }
        var accepted = added.Rows + corrected.Rows;
        var counts = new RowCounts(chunk.Rows.Count, accepted, corrected.Rows, quarantined, chunk.Rows.Count - accepted - quarantined, added.Unlocated + corrected.Unlocated);
        await RunAsync(MergeSql.Count,
            [
                Value(batch), Value(counts.Read), Value(counts.Accepted), Value(counts.Corrected), Value(counts.Quarantined), Value(counts.Duplicates), Value(counts.Unlocated),
                new() { Value = JsonSerializer.Serialize(notes.Counts), NpgsqlDbType = NpgsqlDbType.Jsonb },
            ],
            cancellationToken);
        if (accepted > 0 || newCategories)
            await TouchAsync([.. added.Years.Union(corrected.Years)], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return counts;
    }

    private Task<int> TouchAsync(short[] years, CancellationToken cancellationToken) =>
        RunAsync(MergeSql.Touch, [Value(jurisdiction), Value(years)], cancellationToken);

    private async Task EnsurePartitionsAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        var years = chunk.Rows.Where(row => row.Reason is null).CountBy(row => (short)row.OccurredFrom.Local.Year);
        foreach (var (year, rows) in years)
            if (rows >= RowsForPartition && partitions.Add(year))
                await RunAsync(MergeSql.EnsureYear, [Value(jurisdiction), Value(year)], cancellationToken);
    }

    private async Task<Added> CorrectAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        var repeated = new List<long>();
        var (numbers, ids) = (new List<long>(), new List<long>());
        await RunAsync(MergeSql.ByIndex, [], cancellationToken);
        await using (var judge = Command(MergeSql.Judge, [Value(source), Value(batch), Value(jurisdiction), Value(knownFile)]))
        await using (var reader = await judge.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
            {
                if (reader.GetBoolean(2))
                {
                    repeated.Add(reader.GetInt64(0));
                    continue;
                }
                numbers.Add(reader.GetInt64(0));
                ids.Add(reader.GetInt64(1));
            }
        var (correctedNumbers, correctedIds) = (numbers.ToArray(), ids.ToArray());
        short[] left = [];
        if (correctedIds.Length > 0)
        {
            await RunAsync(MergeSql.KeepOld, [Value(batch), Value(jurisdiction), Value(correctedIds)], cancellationToken);
            left = (short[])(await ScalarAsync(MergeSql.DeleteOld, [Value(jurisdiction), Value(correctedIds)], cancellationToken))!;
        }
        await RunAsync(MergeSql.ByHash, [], cancellationToken);
        if (repeated.Count > 0)
        {
            var first = chunk.Rows[0].Number;
            var raw = repeated.Select(number => chunk.Rows[(int)(number - first)].Raw ?? "").ToArray();
            await RunAsync(MergeSql.MarkRepeated, [Value(repeated.ToArray()), Value(raw)], cancellationToken);
        }
        if (correctedIds.Length == 0)
            return Added.None;
        await RunAsync(MergeSql.UpdateKeys, [Value(correctedNumbers), Value(correctedIds)], cancellationToken);
        var added = await ReadAddedAsync(MergeSql.AddCorrected, [Value(correctedNumbers), Value(batch), Value(jurisdiction), Value(correctedIds)], cancellationToken);
        return added with { Years = [.. added.Years.Union(left)] };
    }

    private async Task<Added> ReadAddedAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new Added(reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<short[]>(2));
    }

    private async Task<int> RunAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<object?> ScalarAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private NpgsqlCommand Command(string sql, NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddRange(parameters);
        return command;
    }

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };

    private sealed record Added(long Rows, long Unlocated, short[] Years)
    {
        public static readonly Added None = new(0, 0, []);
    }
}
