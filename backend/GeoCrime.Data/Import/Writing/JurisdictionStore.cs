using GeoCrime.Data.Schema;
using GeoCrime.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GeoCrime.Data.Import.Writing;

/// <summary>Finds or makes the jurisdiction that data belongs to.</summary>
internal static class JurisdictionStore
{
    private const string SettledSridSql = """
        SELECT analysis_srid FROM geocrime.jurisdiction j
        WHERE id = $1 AND (EXISTS (SELECT FROM geocrime.incident WHERE jurisdiction_id = j.id AND geom IS NOT NULL)
            OR EXISTS (SELECT FROM geocrime.area_set WHERE jurisdiction_id = j.id))
        """;

    /// <exception cref="ImportException">The jurisdiction exists with another time zone.</exception>
    public static async Task<JurisdictionRow> FindOrAddAsync(GeoCrimeDatabase database, JurisdictionRow wanted, string file, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var row = await context.Jurisdictions.SingleOrDefaultAsync(each => each.Code == wanted.Code, cancellationToken);
        if (row is null)
        {
            var added = context.Add(wanted);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
                return wanted;
            }
            catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                // Another import made it in between.
                added.State = EntityState.Detached;
                row = await context.Jurisdictions.SingleAsync(each => each.Code == wanted.Code, cancellationToken);
            }
        }
        if (row.TimeZone != wanted.TimeZone)
            throw new ImportException(file, null, $"its times are of {wanted.TimeZone}, but {row.Code} counts in {row.TimeZone}");
        // Areas that came first could only name it by its code.
        if (row.Name == row.Code && wanted.Name != wanted.Code)
        {
            row.Name = wanted.Name;
            await context.SaveChangesAsync(cancellationToken);
        }
        return row;
    }

    /// <summary>A jurisdiction to be made. Its analysis CRS is that of 0° 0° until the first position is known.</summary>
    public static JurisdictionRow New(string code, string? name, string timeZone, bool synthetic) => new()
    {
        Code = code,
        Name = name ?? code,
        TimeZone = timeZone,
        AnalysisSrid = UtmProjection.ZoneOf(0, 0),
        Synthetic = synthetic,
    };

    /// <summary>EPSG code of the analysis CRS; null until some incident or area has a position and so settles it.</summary>
    public static async Task<int?> SettledSridAsync(NpgsqlConnection connection, int jurisdiction, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(SettledSridSql, connection) { Parameters = { new() { Value = jurisdiction } } };
        return (int?)await command.ExecuteScalarAsync(cancellationToken);
    }

    public static async Task SetAnalysisSridAsync(NpgsqlConnection connection, int jurisdiction, int srid, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("UPDATE geocrime.jurisdiction SET analysis_srid = $2 WHERE id = $1", connection)
        {
            Parameters = { new() { Value = jurisdiction }, new() { Value = srid } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
