using Npgsql;
using NpgsqlTypes;

namespace GeoCrime.Data.Import.Writing;

/// <summary>Works out up to which day the reports of a jurisdiction can be taken as complete, and stores it.</summary>
internal static class CompletenessStore
{
    // The delay is that of 95 in 100 rows; a report before the occurrence counts as no delay. Where fewer than half of the
    // rows tell when they were reported, it is 7 days. The last day with a report is the end of what the source has seen.
    private const string UpdateSql = """
        WITH incidents AS (
            SELECT greatest(i.reported_at - i.occurred_from, interval '0') AS delay,
                   i.reported_at IS NOT NULL AS tells,
                   coalesce((i.reported_at AT TIME ZONE j.time_zone)::date, i.occurred_local::date) AS report_day
            FROM geocrime.incident i JOIN geocrime.jurisdiction j ON j.id = i.jurisdiction_id
            WHERE i.jurisdiction_id = $1
        ), found AS (
            SELECT CASE WHEN count(*) FILTER (WHERE tells) * 2 < count(*) OR count(*) = 0 THEN 7
                        ELSE ceil(extract(epoch FROM percentile_disc(0.95) WITHIN GROUP (ORDER BY delay)) / 86400)::integer END AS delay_days,
                   max(report_day) AS last_report
            FROM incidents
        )
        UPDATE geocrime.jurisdiction j
        SET reporting_delay_days = found.delay_days, complete_through = found.last_report - found.delay_days
        FROM found WHERE j.id = $1
        RETURNING found.delay_days, j.complete_through, j.complete_through IS DISTINCT FROM (SELECT complete_through FROM geocrime.jurisdiction WHERE id = $1)
        """;

    public static async Task<Completeness> UpdateAsync(NpgsqlConnection connection, int jurisdiction, CancellationToken cancellationToken)
    {
        Completeness completeness;
        bool changed;
        await using (var command = new NpgsqlCommand(UpdateSql, connection) { CommandTimeout = 0, Parameters = { new() { Value = jurisdiction } } })
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            completeness = new(reader.GetInt32(0), await reader.IsDBNullAsync(1, cancellationToken) ? null : reader.GetFieldValue<DateOnly>(1));
            changed = reader.GetBoolean(2);
        }
        if (!changed)
            return completeness;
        await using var touch = new NpgsqlCommand(MergeSql.Touch, connection)
        {
            Parameters = { new() { Value = jurisdiction }, new() { Value = Array.Empty<short>(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Smallint } },
        };
        await touch.ExecuteNonQueryAsync(cancellationToken);
        return completeness;
    }
}
