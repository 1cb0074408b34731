using Npgsql;
using NpgsqlTypes;

namespace GeoCrime.Data.Import.Rows;

/// <summary>Turns positions of a projected CRS into longitude and latitude, by PostGIS (PROJ).</summary>
internal sealed class ProjectedPositions(NpgsqlDataSource source, int srid, string file)
{
    // Many projections turn any number into some place on earth; one that lies outside the CRS does not come back.
    private const string TransformSql = """
        SELECT ST_X(p.degrees), ST_Y(p.degrees), ST_DWithin(ST_Transform(p.degrees, $3), p.stated, 1)
        FROM unnest($1, $2) WITH ORDINALITY AS stated (x, y, number),
            LATERAL (SELECT point AS stated, ST_Transform(point, 4326) AS degrees FROM (SELECT ST_SetSRID(ST_MakePoint(stated.x, stated.y), $3) AS point) made) p
        ORDER BY stated.number
        """;

    private const double NullIslandDegrees = 0.01;

    private const string KnownSql = "SELECT EXISTS (SELECT FROM spatial_ref_sys WHERE srid = $1)";

    /// <exception cref="ImportException">PostGIS does not know the CRS.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(KnownSql);
        command.Parameters.Add(new NpgsqlParameter { Value = srid });
        if (!(bool)(await command.ExecuteScalarAsync(cancellationToken))!)
            throw new ImportException(file, null, $"EPSG:{srid} is no coordinate reference system that PostGIS knows");
    }

    /// <summary>Replaces the positions of a chunk; those that cannot be transformed are noted and become blank.</summary>
    public async Task TransformAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        var located = chunk.Rows.Where(row => row.Position is not null).ToArray();
        await TransformAsync(located, chunk.Notes, cancellationToken);
    }

    private async Task TransformAsync(ArraySegment<ImportRow> rows, Notes notes, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return;
        try
        {
            await TransformAllAsync(rows, notes, cancellationToken);
        }
        catch (PostgresException) when (rows.Count > 1)
        {
            // PROJ refuses the whole statement for one point outside its domain: halves close in on it.
            await TransformAsync(rows[..(rows.Count / 2)], notes, cancellationToken);
            await TransformAsync(rows[(rows.Count / 2)..], notes, cancellationToken);
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.InternalError)
        {
            Unlocate(rows[0], Notes.ImpossiblePosition, notes);
        }
    }

    private async Task TransformAllAsync(ArraySegment<ImportRow> rows, Notes notes, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(TransformSql);
        command.Parameters.Add(new NpgsqlParameter { Value = rows.Select(row => row.Position!.Value.X).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Double });
        command.Parameters.Add(new NpgsqlParameter { Value = rows.Select(row => row.Position!.Value.Y).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Double });
        command.Parameters.Add(new NpgsqlParameter { Value = srid });
        var degrees = new List<(double X, double Y, bool ComesBack)>(rows.Count);
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
                degrees.Add((reader.GetDouble(0), reader.GetDouble(1), reader.GetBoolean(2)));
        for (var index = 0; index < rows.Count; index++)
        {
            var (x, y, comesBack) = degrees[index];
            if (!comesBack || Math.Abs(x) > 180 || Math.Abs(y) > 90)
                Unlocate(rows[index], Notes.ImpossiblePosition, notes);
            else if (Math.Abs(x) < NullIslandDegrees && Math.Abs(y) < NullIslandDegrees)
                Unlocate(rows[index], Notes.SentinelPosition, notes);
            else
                rows[index].Position = (x, y);
        }
    }

    private static void Unlocate(ImportRow row, string note, Notes notes)
    {
        row.Position = null;
        notes.Add(note);
    }
}
