using Npgsql;

namespace GeoCrime.Data.Import.Areas;

/// <summary>Compares the area codes that a source states with the areas that hold its positions.</summary>
internal static class Agreements
{
    // Codes compare without regard to case, and numbers without leading zeros: beat 0111 is stated as 111.
    private const string Sql = """
        SELECT s.kind, count(*), count(*) FILTER (WHERE ltrim(lower(stated.value), '0') = ltrim(lower(a.code), '0'))
        FROM geocrime.area_set s
        JOIN geocrime.incident i ON i.jurisdiction_id = s.jurisdiction_id AND i.geom IS NOT NULL AND i.stated_areas ? s.kind
        JOIN geocrime.import_batch b ON b.id = i.batch_id AND b.source_id = $2
        CROSS JOIN LATERAL (SELECT i.stated_areas ->> s.kind AS value) stated
        LEFT JOIN geocrime.area a ON a.area_set_id = s.id AND a.id = ANY (i.area_ids)
        WHERE s.jurisdiction_id = $1 AND s.current
        GROUP BY s.kind ORDER BY s.kind
        """;

    /// <summary>By kind, over all located rows of a source.</summary>
    public static async Task<IReadOnlyList<StatedAgreement>> OfSourceAsync(NpgsqlConnection connection, int jurisdiction, int source, CancellationToken cancellationToken)
    {
        var agreements = new List<StatedAgreement>();
        await using var command = new NpgsqlCommand(Sql, connection) { CommandTimeout = 0, Parameters = { new() { Value = jurisdiction }, new() { Value = source } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            agreements.Add(new(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
        return agreements;
    }
}
