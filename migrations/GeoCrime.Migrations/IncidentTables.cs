namespace GeoCrime.Migrations;

/// <summary>What EF Core cannot express: the partitioned incident table, its history, and the functions that keep partitions and versions.</summary>
internal static class IncidentTables
{
    public const string Create = """
        CREATE TABLE geocrime.incident (
            id bigint NOT NULL,
            jurisdiction_id integer NOT NULL,
            local_year smallint NOT NULL,
            batch_id integer NOT NULL,
            category_id integer NOT NULL,
            occurred_from timestamptz NOT NULL,
            occurred_local timestamp NOT NULL,
            occurred_to timestamptz,
            occurred_to_local timestamp,
            reported_at timestamptz,
            geom geometry(Point,4326),
            x double precision,
            y double precision,
            incident_number text,
            area_ids integer[],
            stated_areas jsonb,
            attributes jsonb,
            CONSTRAINT incident_pkey PRIMARY KEY (jurisdiction_id, local_year, id)
        ) PARTITION BY LIST (jurisdiction_id);

        CREATE INDEX incident_geom_idx ON geocrime.incident USING gist (geom);
        CREATE INDEX incident_occurred_local_idx ON geocrime.incident (occurred_local);
        CREATE INDEX incident_batch_id_idx ON geocrime.incident USING brin (batch_id);

        -- Rows that a later batch corrected, as they were: undoing that batch puts them back.
        CREATE TABLE geocrime.incident_superseded (
            LIKE geocrime.incident,
            content_hash uuid NOT NULL,
            superseded_by integer NOT NULL REFERENCES geocrime.import_batch (id),
            PRIMARY KEY (superseded_by, id)
        );

        CREATE TABLE geocrime.partition_version (
            jurisdiction_id integer NOT NULL REFERENCES geocrime.jurisdiction (id),
            local_year smallint NOT NULL,
            version bigint NOT NULL,
            PRIMARY KEY (jurisdiction_id, local_year)
        );

        -- A year gets a partition of its own; rows of that year that lay in the default partition move there.
        CREATE FUNCTION geocrime.ensure_incident_partition(of_jurisdiction integer, of_year smallint) RETURNS void
        LANGUAGE plpgsql AS $$
        DECLARE
            parent text := format('incident_%s', of_jurisdiction);
            partition text := format('incident_%s_%s', of_jurisdiction, of_year);
        BEGIN
            IF to_regclass('geocrime.' || parent) IS NULL THEN
                EXECUTE format('CREATE TABLE geocrime.%I PARTITION OF geocrime.incident FOR VALUES IN (%s) PARTITION BY RANGE (local_year)', parent, of_jurisdiction);
                EXECUTE format('CREATE TABLE geocrime.%I PARTITION OF geocrime.%I DEFAULT', parent || '_rest', parent);
            END IF;
            IF of_year IS NOT NULL AND to_regclass('geocrime.' || partition) IS NULL THEN
                EXECUTE format('CREATE TABLE geocrime.%I (LIKE geocrime.incident INCLUDING ALL)', partition);
                EXECUTE format('WITH moved AS (DELETE FROM geocrime.%I WHERE local_year = %s RETURNING *) INSERT INTO geocrime.%I SELECT * FROM moved', parent || '_rest', of_year, partition);
                EXECUTE format('ALTER TABLE geocrime.%I ATTACH PARTITION geocrime.%I FOR VALUES FROM (%s) TO (%s)', parent, partition, of_year, of_year + 1);
            END IF;
        END $$;

        -- Every change of data ends here: the data version rises, the years touched take it, listeners hear of it at commit.
        -- Without years only the jurisdiction's version rises (categories, context).
        CREATE FUNCTION geocrime.touch(of_jurisdiction integer, years smallint[]) RETURNS bigint
        LANGUAGE plpgsql AS $$
        DECLARE
            new_version bigint;
        BEGIN
            UPDATE geocrime.jurisdiction SET data_version = data_version + 1 WHERE id = of_jurisdiction RETURNING data_version INTO new_version;
            INSERT INTO geocrime.partition_version (jurisdiction_id, local_year, version)
                SELECT of_jurisdiction, year, new_version FROM unnest(years) AS year
                ON CONFLICT (jurisdiction_id, local_year) DO UPDATE SET version = excluded.version;
            PERFORM pg_notify('geocrime_data', of_jurisdiction::text);
            RETURN new_version;
        END $$;
        """;
}
