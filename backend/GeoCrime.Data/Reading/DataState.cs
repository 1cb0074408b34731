namespace GeoCrime.Data.Reading;

/// <summary>One text that is another whenever anything that a query may read has changed: data, imports or runs.</summary>
public sealed class DataState(GeoCrimeDatabase database)
{
    // xmin is another after every change of a row, whichever column it touched. A jurisdiction's row holds its data version.
    private const string StateSql = """
        SELECT md5(concat_ws('/',
            (SELECT string_agg(id || ' ' || data_version || ' ' || instance || ' ' || xmin, ',' ORDER BY id) FROM geocrime.jurisdiction),
            (SELECT string_agg(id || ' ' || xmin, ',' ORDER BY id) FROM geocrime.import_batch),
            (SELECT string_agg(id || ' ' || xmin, ',' ORDER BY id) FROM geocrime.run)))
        """;

    /// <remarks>Cost O(jurisdictions + imports + runs), not of incidents.</remarks>
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Source.CreateCommand(StateSql);
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
