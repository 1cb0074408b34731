using GeoCrime.Domain;
using Npgsql;
using NpgsqlTypes;

namespace GeoCrime.Data.Import.Days;

/// <summary>What an import of figures of days did.</summary>
/// <param name="Changed">Days that had another value before.</param>
/// <param name="Same">Days that were there already.</param>
public sealed record DayFigureSummary(int Added, int Changed, int Same);

/// <summary>Stores events or weather, one transaction a file. A day that is there already takes the new value; the same file twice changes nothing.</summary>
public sealed class DayFigureImporter(GeoCrimeDatabase database)
{
    private const string EventSql = """
        INSERT INTO geocrime.event_day AS t (jurisdiction_id, name, day, value) SELECT $1, $2, d, v FROM unnest($3::date[], $4::double precision[]) AS n(d, v)
        ON CONFLICT (jurisdiction_id, name, day) DO UPDATE SET value = excluded.value WHERE t.value <> excluded.value RETURNING (xmax = 0)
        """;

    private const string WeatherSql = """
        INSERT INTO geocrime.weather_day AS t (jurisdiction_id, name, day, value) SELECT $1, $2, d, v FROM unnest($3::date[], $4::double precision[]) AS n(d, v)
        ON CONFLICT (jurisdiction_id, name, day) DO UPDATE SET value = excluded.value WHERE t.value <> excluded.value RETURNING (xmax = 0)
        """;

    /// <summary>Writes all; the data version rises where anything changed.</summary>
    /// <param name="figures">All known ahead, or none.</param>
    /// <exception cref="ArgumentException">Some figures are known ahead and others are not.</exception>
    public async Task<DayFigureSummary> SaveAsync(Jurisdiction jurisdiction, IReadOnlyList<DayFigure> figures, CancellationToken cancellationToken)
    {
        if (figures.DistinctBy(figure => figure.KnownAhead).Count() > 1)
            throw new ArgumentException("One import holds events or weather, not both.");
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (added, changed, all) = (0, 0, 0);
        foreach (var figure in figures)
        {
            await using var command = new NpgsqlCommand(figure.KnownAhead ? EventSql : WeatherSql, connection);
            command.Parameters.Add(new NpgsqlParameter { Value = jurisdiction.Id });
            command.Parameters.Add(new NpgsqlParameter { Value = figure.Name });
            command.Parameters.Add(new NpgsqlParameter { Value = figure.Values.Keys.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date });
            command.Parameters.Add(new NpgsqlParameter { Value = figure.Values.Values.ToArray() });
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
                (added, changed) = rows.GetBoolean(0) ? (added + 1, changed) : (added, changed + 1);
            all += figure.Values.Count;
        }
        if (added + changed > 0)
            await TouchAsync(connection, jurisdiction.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new DayFigureSummary(added, changed, all - added - changed);
    }

    private static async Task TouchAsync(NpgsqlConnection connection, int jurisdiction, CancellationToken cancellationToken)
    {
        await using var touch = new NpgsqlCommand("SELECT geocrime.touch($1, $2)", connection);
        touch.Parameters.Add(new NpgsqlParameter { Value = jurisdiction });
        // No year of incidents has changed.
        touch.Parameters.Add(new NpgsqlParameter { Value = Array.Empty<short>(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Smallint });
        await touch.ExecuteNonQueryAsync(cancellationToken);
    }
}
