namespace GeoCrime.Data.Import.Writing;

/// <summary>The statements that merge the table <c>staged</c> into the stored data. $1 is the source, $2 the batch, $3 the jurisdiction where they occur.</summary>
internal static class MergeSql
{
    /// <summary>For joins with what is stored: a hash join would read all of it for each chunk.</summary>
    public const string ByIndex = "SET LOCAL enable_nestloop = on; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off";

    /// <summary>For joins within the chunk: <c>staged</c> has neither index nor statistics, so that nested loops look cheap and take minutes.</summary>
    public const string ByHash = "SET LOCAL enable_nestloop = off; SET LOCAL enable_hashjoin = on; SET LOCAL enable_mergejoin = on";

    public const string EnsureParent = "SELECT geocrime.ensure_incident_partition($1, NULL)";

    public const string EnsureYear = "SELECT geocrime.ensure_incident_partition($1, $2)";

    private const string IncidentColumns = """
        id, jurisdiction_id, local_year, batch_id, category_id, occurred_from, occurred_local, occurred_to, occurred_to_local,
        reported_at, geom, x, y, incident_number, area_ids, stated_areas, attributes
        """;

    private const string StagedColumns = """
        $3, s.local_year, $2, s.category_id, s.occurred_from, s.occurred_local, s.occurred_to, s.occurred_to_local,
        s.reported_at, s.geom, s.x, s.y, s.incident_number, s.area_ids, s.stated_areas, s.attributes
        """;

    /// <summary>Rows whose key is new become incidents. Gives their number, those without a position, and their years.</summary>
    public const string AddNew = $"""
        WITH fresh AS (
            INSERT INTO geocrime.incident_key (jurisdiction_id, source_id, source_key, local_year, content_hash)
            SELECT $3, $1, source_key, local_year, content_hash FROM staged WHERE reason IS NULL AND standing = 0 ORDER BY number
            ON CONFLICT (source_id, source_key) DO NOTHING
            RETURNING id, source_key
        ), added AS (
            INSERT INTO geocrime.incident ({IncidentColumns})
            SELECT f.id, {StagedColumns}
            FROM fresh f JOIN staged s ON s.source_key = f.source_key AND s.reason IS NULL AND s.standing = 0
            ORDER BY s.number
            RETURNING local_year, geom IS NULL AS unlocated
        )
        SELECT count(*), count(*) FILTER (WHERE unlocated), coalesce(array_agg(DISTINCT local_year), '{EmptyArray}') FROM added
        """;

    private const string EmptyArray = "{}";

    /// <summary>
    /// Rows whose id is stored with other content ($4: the very same file was imported before, so that its rows are no news).
    /// A row that stands in quarantine as a repeated id stays there; one whose id came earlier in this batch goes there.
    /// </summary>
    public const string Judge = """
        SELECT s.number, k.id, (i.batch_id = $2 OR s.standing = 1)
        FROM staged s
        JOIN geocrime.incident_key k ON k.source_id = $1 AND k.source_key = s.source_key
        JOIN geocrime.incident i ON i.jurisdiction_id = $3 AND i.local_year = k.local_year AND i.id = k.id
        WHERE s.reason IS NULL AND s.standing < 2 AND s.content_hash <> k.content_hash AND NOT $4
            AND NOT EXISTS (SELECT FROM geocrime.quarantine q WHERE q.source_id = $1 AND q.source_key = s.quarantine_key AND q.reason = 'id-repeated')
        """;

    public const string MarkRepeated = """
        UPDATE staged s SET reason = 'id-repeated', raw = rows.raw
        FROM unnest($1, $2) AS rows (number, raw) WHERE s.number = rows.number
        """;

    /// <summary>Corrected rows: the old version is kept for undo, the new one takes its id. $4, $5: numbers and ids.</summary>
    public const string KeepOld = $"""
        INSERT INTO geocrime.incident_superseded ({IncidentColumns}, content_hash, superseded_by)
        SELECT i.id, i.jurisdiction_id, i.local_year, i.batch_id, i.category_id, i.occurred_from, i.occurred_local, i.occurred_to, i.occurred_to_local,
            i.reported_at, i.geom, i.x, i.y, i.incident_number, i.area_ids, i.stated_areas, i.attributes, k.content_hash, $1
        FROM unnest($3) AS corrected (id)
        JOIN geocrime.incident_key k ON k.id = corrected.id
        JOIN geocrime.incident i ON i.jurisdiction_id = $2 AND i.local_year = k.local_year AND i.id = k.id
        """;

    public const string DeleteOld = """
        WITH gone AS (
            DELETE FROM geocrime.incident i USING geocrime.incident_key k
            WHERE k.id = ANY ($2) AND i.jurisdiction_id = $1 AND i.local_year = k.local_year AND i.id = k.id
            RETURNING i.local_year
        )
        SELECT coalesce(array_agg(DISTINCT local_year), '{}') FROM gone
        """;

    public const string UpdateKeys = """
        UPDATE geocrime.incident_key k SET local_year = s.local_year, content_hash = s.content_hash
        FROM unnest($1, $2) AS corrected (number, id) JOIN staged s USING (number)
        WHERE k.id = corrected.id
        """;

    public const string AddCorrected = $"""
        WITH added AS (
            INSERT INTO geocrime.incident ({IncidentColumns})
            SELECT corrected.id, {StagedColumns}
            FROM unnest($1, $4) AS corrected (number, id) JOIN staged s USING (number)
            RETURNING local_year, geom IS NULL AS unlocated
        )
        SELECT count(*), count(*) FILTER (WHERE unlocated), coalesce(array_agg(DISTINCT local_year), '{EmptyArray}') FROM added
        """;

    public const string AddQuarantine = """
        INSERT INTO geocrime.quarantine (batch_id, source_id, source_key, row_number, reason, detail, raw)
        SELECT $2, $1, quarantine_key, number, reason, detail, raw FROM staged WHERE reason IS NOT NULL ORDER BY number
        ON CONFLICT (source_id, source_key) DO NOTHING
        """;

    /// <summary>A row that can be read now, by a better profile, leaves the quarantine that an earlier batch put it in.</summary>
    public const string ReleaseQuarantine = """
        DELETE FROM geocrime.quarantine q USING staged s
        WHERE s.reason IS NULL AND q.source_id = $1 AND q.source_key = s.quarantine_key AND q.batch_id <> $2 AND q.reason <> 'id-repeated'
        """;

    public const string HasQuarantine = "SELECT EXISTS (SELECT FROM geocrime.quarantine WHERE source_id = $1)";

    public const string Count = """
        UPDATE geocrime.import_batch SET rows_read = rows_read + $2, accepted = accepted + $3, corrected = corrected + $4,
            quarantined = quarantined + $5, duplicates = duplicates + $6, unlocated = unlocated + $7, notes = $8
        WHERE id = $1
        """;

    public const string Touch = "SELECT geocrime.touch($1, $2)";
}
