using GeoCrime.Domain;
using Npgsql;
using NpgsqlTypes;

namespace GeoCrime.Data.Import.Indicators;

/// <summary>Stores indicators of areas; a code that is there already is replaced.</summary>
public sealed class IndicatorImporter(GeoCrimeDatabase database)
{
    private const string DeleteSql = "DELETE FROM geocrime.indicator WHERE jurisdiction_id = $1 AND area_kind = $2 AND code = $3";
    private const string InsertSql = "INSERT INTO geocrime.indicator (jurisdiction_id, area_kind, code, label, area_code, value) SELECT $1, $2, $3, $4, a, v FROM unnest($5::text[], $6::double precision[]) AS t(a, v)";
    private const string PopulationSql = """
        UPDATE geocrime.area a SET population = t.residents FROM geocrime.area_set s, unnest($3::text[], $4::integer[]) AS t(code, residents)
        WHERE s.id = a.area_set_id AND s.current AND s.jurisdiction_id = $1 AND s.kind = $2 AND a.code = t.code
        """;

    /// <summary>Writes all in one transaction and raises the data version.</summary>
    /// <param name="residents">Area code → residents, kept with the areas themselves; null leaves them as they are.</param>
    public async Task SaveAsync(Jurisdiction jurisdiction, string areaKind, IReadOnlyList<Indicator> indicators, IReadOnlyDictionary<string, int>? residents, CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var indicator in indicators)
        {
            await RunAsync(connection, DeleteSql, cancellationToken, jurisdiction.Id, areaKind, indicator.Code);
            await RunAsync(connection, InsertSql, cancellationToken, jurisdiction.Id, areaKind, indicator.Code, indicator.Label, indicator.Values.Keys.ToArray(), indicator.Values.Values.ToArray());
        }
        if (residents is not null)
            await RunAsync(connection, PopulationSql, cancellationToken, jurisdiction.Id, areaKind, residents.Keys.ToArray(), residents.Values.ToArray());
        await using (var touch = new NpgsqlCommand("SELECT geocrime.touch($1, $2)", connection))
        {
            touch.Parameters.Add(new NpgsqlParameter { Value = jurisdiction.Id });
            // No year of incidents has changed.
            touch.Parameters.Add(new NpgsqlParameter { Value = Array.Empty<short>(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Smallint });
            await touch.ExecuteNonQueryAsync(cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
