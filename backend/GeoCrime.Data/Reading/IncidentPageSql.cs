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
        var (column, direction) = page.Order switch
        {
            IncidentOrder.OccurredAsc => ("i.occurred_local", "ASC"),
            IncidentOrder.OccurredDesc => ("i.occurred_local", "DESC"),
            IncidentOrder.SeverityDesc => ("c.severity", "DESC"),
            _ => throw new ArgumentOutOfRangeException(nameof(page), page.Order, "Unknown order."),
        };
        // A comparison of the column itself lets the index on it serve the page.
        if (page.After is { } after)
            conditions.Add($"({column}, i.id) {(direction == "ASC" ? '>' : '<')} ({conditions.Bind(page.Order == IncidentOrder.SeverityDesc ? after.Value : after.Occurred)}, {conditions.Bind(after.Id)})");
        var text = $"""
            {Rows}
            WHERE {conditions.Text}
            ORDER BY {column} {direction}, i.id {direction}
            LIMIT {page.First + 1}
            """;
        return (text, conditions.Parameters);
    }
}
