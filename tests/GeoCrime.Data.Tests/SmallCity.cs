using GeoCrime.Data.Reading;
using GeoCrime.Domain;
using Npgsql;

namespace GeoCrime.Data.Tests;

/// <summary>A made-up city written by plain SQL: two wards around 105° W, 39.71° N, three categories, incidents at whole hours so that many coincide.</summary>
internal static class SmallCity
{
    public static readonly CancellationToken None = CancellationToken.None;

    private const string MakeSql = """
        INSERT INTO geocrime.jurisdiction (code, name, time_zone, analysis_srid, synthetic, data_version, complete_through)
            VALUES ($1, initcap($1), 'America/Denver', 32613, true, 0, '2023-06-30');
        INSERT INTO geocrime.offence_category (jurisdiction_id, code, label, "group", severity, officer_initiated)
            SELECT j.id, c.code, initcap(c.code), 'g', c.severity, c.code = 'drugs' FROM geocrime.jurisdiction j, (VALUES ('theft', 5.0), ('assault', 45.0), ('drugs', 5.0)) c (code, severity) WHERE j.code = $1;
        """;

    private const string IncidentsSql = """
        WITH j AS (SELECT * FROM geocrime.jurisdiction WHERE code = $1),
        base AS (SELECT coalesce(max(id), 0) AS last FROM geocrime.incident_key),
        drawn AS (
            SELECT base.last + n AS id, $2 + make_interval(hours => mod(abs(hashint4(n * 31 + $4)), $5)) AS local, abs(hashint4(n * 17 + $4)) AS a, abs(hashint4(n * 13 + $4 + 1)) AS b, n
            FROM base, generate_series(1, $3) n),
        placed AS (
            SELECT *, extract(year FROM local)::smallint AS year, CASE WHEN mod(n, 40) <> 0 THEN ST_SetSRID(ST_MakePoint(-105.02 + mod(a, 4000) * 1e-5, 39.70 + mod(b, 2000) * 1e-5), 4326) END AS geom FROM drawn),
        key AS (
            INSERT INTO geocrime.incident_key (id, jurisdiction_id, source_id, source_key, local_year, content_hash)
            SELECT p.id, j.id, 1, p.id::text, p.year, gen_random_uuid() FROM placed p, j)
        INSERT INTO geocrime.incident (id, jurisdiction_id, local_year, batch_id, category_id, occurred_from, occurred_local, reported_at, geom, x, y, area_ids, attributes)
        SELECT p.id, j.id, p.year, 1, (SELECT c.id FROM geocrime.offence_category c WHERE c.jurisdiction_id = j.id ORDER BY c.id OFFSET mod(p.n, 3) LIMIT 1),
            p.local AT TIME ZONE 'America/Denver', p.local, (p.local + interval '30 hours') AT TIME ZONE 'America/Denver', p.geom,
            ST_X(ST_Transform(p.geom, 32613)), ST_Y(ST_Transform(p.geom, 32613)),
            (SELECT array_agg(a.id) FROM geocrime.area a JOIN geocrime.area_set s ON s.id = a.area_set_id WHERE s.jurisdiction_id = j.id AND s.current AND ST_Contains(a.geom, p.geom)),
            jsonb_build_object('n', p.n)
        FROM placed p, j
        """;

    /// <summary>The city without incidents, in wards west and east.</summary>
    public static async Task<Jurisdiction> MakeAsync(GeoCrimeDatabase database, string code)
    {
        // A command with positional parameters is one statement.
        foreach (var statement in MakeSql.Split(";\n", StringSplitOptions.RemoveEmptyEntries))
            await RunAsync(database, statement, code);
        await AddAreasAsync(database, code, "ward", ("west", -105.02, -105.00), ("east", -105.00, -104.98));
        return (await new JurisdictionReader(database).AllAsync(AccessPolicy.Local, None)).Single(each => each.Code == code);
    }

    /// <summary>Makes a kind of area current, as boxes between meridians; incidents stay joined to what they were.</summary>
    public static async Task AddAreasAsync(GeoCrimeDatabase database, string city, string kind, params (string Code, double West, double East)[] areas)
    {
        await RunAsync(database, "UPDATE geocrime.area_set s SET current = false FROM geocrime.jurisdiction j WHERE j.id = s.jurisdiction_id AND j.code = $1 AND s.kind = $2", city, kind);
        await RunAsync(database, "INSERT INTO geocrime.area_set (jurisdiction_id, kind, label, source, loaded_at, current) SELECT id, $2, initcap($2), 'test', now(), true FROM geocrime.jurisdiction WHERE code = $1", city, kind);
        foreach (var (code, west, east) in areas)
            await RunAsync(database, """
                INSERT INTO geocrime.area (area_set_id, code, name, geom, square_kilometres, population)
                SELECT s.id, $3, initcap($3), ST_Multi(ST_MakeEnvelope($4, 39.70, $5, 39.72, 4326)), 3.8, 1000
                FROM geocrime.area_set s JOIN geocrime.jurisdiction j ON j.id = s.jurisdiction_id WHERE j.code = $1 AND s.kind = $2 AND s.current
                """, city, kind, code, west, east);
        await TouchAsync(database, city);
    }

    /// <summary>Adds incidents at whole hours from a moment on, joined to the current areas.</summary>
    /// <param name="hours">Span that they fall into.</param>
    public static async Task AddIncidentsAsync(GeoCrimeDatabase database, string city, DateTime from, int count, int hours)
    {
        var years = Enumerable.Range(from.Year, from.AddHours(hours - 1).Year - from.Year + 1).Select(year => (short)year).ToArray();
        foreach (var year in years)
            await RunAsync(database, "SELECT geocrime.ensure_incident_partition(id, $2) FROM geocrime.jurisdiction WHERE code = $1", city, year);
        await RunAsync(database, IncidentsSql, city, from, count, from.DayOfYear + from.Year, hours);
        await TouchAsync(database, city, years);
    }

    /// <summary>Raises the data version, and that of the years.</summary>
    public static Task TouchAsync(GeoCrimeDatabase database, string city, params short[] years) =>
        RunAsync(database, "SELECT geocrime.touch(id, $2) FROM geocrime.jurisdiction WHERE code = $1", city, years);

    public static async Task RunAsync(GeoCrimeDatabase database, string sql, params object[] values)
    {
        await using var command = Command(database, sql, values);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<T> ScalarAsync<T>(GeoCrimeDatabase database, string sql, params object[] values)
    {
        await using var command = Command(database, sql, values);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private static NpgsqlCommand Command(GeoCrimeDatabase database, string sql, object[] values)
    {
        var command = database.Source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
