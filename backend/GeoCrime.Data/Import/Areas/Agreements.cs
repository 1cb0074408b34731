using Npgsql;
using NpgsqlTypes;

namespace GeoCrime.Data.Import.Areas;

/// <summary>Compares the area codes that sources state with the areas that hold their positions.</summary>
internal static class Agreements
{
    // Codes compare without regard to case, and numbers without leading zeros: beat 0111 is stated as 111.
    private const string Sql = """
        SELECT s.kind, count(*), count(*) FILTER (WHERE ltrim(lower(stated.value), '0') = ltrim(lower(a.code), '0'))
        FROM geocrime.area_set s
        JOIN geocrime.incident i ON i.jurisdiction_id = s.jurisdiction_id AND i.geom IS NOT NULL AND i.stated_areas ? s.kind
        JOIN geocrime.import_batch b ON b.id = i.batch_id
        CROSS JOIN LATERAL (SELECT i.stated_areas ->> s.kind AS value) stated
        LEFT JOIN geocrime.area a ON a.area_set_id = s.id AND a.id = ANY (i.area_ids)
        WHERE s.jurisdiction_id = $1 AND s.current AND ($2 IS NULL OR b.source_id = $2) AND ($3 IS NULL OR s.kind = $3)
        GROUP BY s.kind ORDER BY s.kind
        """;

    /// <summary>Every kind, over all located rows of a source.</summary>
    public static Task<IReadOnlyList<StatedAgreement>> OfSourceAsync(NpgsqlConnection connection, int jurisdiction, int source, CancellationToken cancellationToken) =>
        ReadAsync(connection, jurisdiction, source, null, cancellationToken);

    /// <summary>One kind, over all located rows of the jurisdiction.</summary>
    public static Task<IReadOnlyList<StatedAgreement>> OfKindAsync(NpgsqlConnection connection, int jurisdiction, string kind, CancellationToken cancellationToken) =>
        ReadAsync(connection, jurisdiction, null, kind, cancellationToken);

    private static async Task<IReadOnlyList<StatedAgreement>> ReadAsync(
        NpgsqlConnection connection, int jurisdiction, int? source, string? kind, CancellationToken cancellationToken)
    {
        var agreements = new List<StatedAgreement>();
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            CommandTimeout = 0,
            Parameters =
            {
                new() { Value = jurisdiction },
                new() { Value = (object?)source ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer },
                new() { Value = (object?)kind ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            agreements.Add(new(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
        return agreements;
    }
}
