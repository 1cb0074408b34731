using GeoCrime.Domain;
using Npgsql;

namespace GeoCrime.Data.Reading;

/// <summary>The queries of single incidents: text and bound values.</summary>
internal static class IncidentPageSql
{
    private const string Rows = """
        SELECT i.id, c.id, c.code, c.label, c."group", c.severity, c.officer_initiated, i.occurred_from, i.occurred_local, ST_X(i.geom), ST_Y(i.geom), i.attributes::text
        FROM geocrime.incident i JOIN geocrime.offence_category c ON c.id = i.category_id
        """;

    /// <summary>One incident; the key table tells its partition.</summary>
    public static (string Text, IReadOnlyList<NpgsqlParameter> Parameters) Of(Jurisdiction jurisdiction, long id) => (
        $"{Rows} WHERE i.jurisdiction_id = $1 AND i.id = $2 AND i.local_year = (SELECT local_year FROM geocrime.incident_key WHERE id = $2)",
        [new NpgsqlParameter { Value = jurisdiction.Id }, new NpgsqlParameter { Value = id }]);

    public static (string Text, IReadOnlyList<NpgsqlParameter> Parameters) Of(Jurisdiction jurisdiction, IncidentFilter filter, IncidentPageRequest page)
    {
        var conditions = new IncidentConditions(jurisdiction, filter);
        var (order, ascending) = page.Order switch
        {
            IncidentOrder.OccurredAsc => ("extract(epoch FROM i.occurred_local)::float8", true),
            IncidentOrder.OccurredDesc => ("extract(epoch FROM i.occurred_local)::float8", false),
            IncidentOrder.SeverityDesc => ("c.severity", false),
            _ => throw new ArgumentOutOfRangeException(nameof(page), page.Order, "Unknown order."),
        };
        if (page.After is { } after)
            conditions.Add($"({order}, i.id::float8) {(ascending ? '>' : '<')} (({{0}}::float8[])[1], ({{0}}::float8[])[2])", new[] { after.Value, after.Id });
        // Ordering by the column itself, not by its epoch, lets the index serve it.
        var column = page.Order == IncidentOrder.SeverityDesc ? "c.severity" : "i.occurred_local";
        var direction = ascending ? "ASC" : "DESC";
        var text = $"""
            {Rows}
            WHERE {conditions.Text}
            ORDER BY {column} {direction}, i.id {direction}
            LIMIT {page.First + 1}
            """;
        return (text, conditions.Parameters);
    }
}
