using System.Runtime.CompilerServices;
using Npgsql;

namespace GeoCrime.Data.Import;

/// <summary>A row that was kept aside.</summary>
/// <param name="Number">1 for the first below the header.</param>
/// <param name="Detail">The value that is to blame, where one is.</param>
/// <param name="Raw">The row as published.</param>
public sealed record QuarantinedRow(long Number, string Reason, string? Detail, string Raw);

/// <summary>Reads what imports kept aside.</summary>
public static class QuarantineReader
{
    private const int ExampleLength = 200;

    private const string ReasonsSql = """
        SELECT reason, count(*), min(row_number), (array_agg(raw ORDER BY row_number))[1]
        FROM geocrime.quarantine WHERE batch_id = $1 GROUP BY reason ORDER BY count(*) DESC, reason
        """;

    private const string RowsSql = "SELECT row_number, reason, detail, raw FROM geocrime.quarantine WHERE batch_id = $1 ORDER BY row_number";

    /// <summary>Why rows of an import are aside, from the commonest.</summary>
    public static async Task<IReadOnlyList<ReasonCount>> ReasonsAsync(NpgsqlConnection connection, int batch, CancellationToken cancellationToken)
    {
        var reasons = new List<ReasonCount>();
        await using var command = new NpgsqlCommand(ReasonsSql, connection) { Parameters = { new() { Value = batch } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var reason = QuarantineReason.Of(reader.GetString(0));
            reasons.Add(new(reason.Code, reason.Sentence, reader.GetInt64(1), reader.GetInt64(2), Shortened(reader.GetString(3))));
        }
        return reasons;
    }

    /// <summary>The rows of an import one by one, in the order of the file; memory does not grow with their number.</summary>
    public static async IAsyncEnumerable<QuarantinedRow> RowsAsync(GeoCrimeDatabase database, int batch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = database.Source.CreateCommand(RowsSql);
        command.Parameters.Add(new NpgsqlParameter { Value = batch });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return new(reader.GetInt64(0), reader.GetString(1), await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetString(2), reader.GetString(3));
    }

    /// <summary>A row as an example: its first 200 characters.</summary>
    internal static string Shortened(string raw) => raw.Length <= ExampleLength ? raw : raw[..ExampleLength] + "…";
}
