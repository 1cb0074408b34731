using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using Npgsql;

namespace GeoCrime.Data.Reading;

/// <summary>Reads single incidents, page by page (keyset paging: the cost of a page does not grow with its number).</summary>
public sealed class IncidentReader(GeoCrimeDatabase database) : IIncidents
{
    public async Task<IncidentPage> PageAsync(Jurisdiction jurisdiction, IncidentFilter filter, IncidentPageRequest page, AccessPolicy policy, CancellationToken cancellationToken)
    {
        if (!policy.SeesRows)
            throw new UnauthorizedAccessException("This role sees counts, not single incidents.");
        var (text, parameters) = IncidentPageSql.Of(jurisdiction, filter, page);
        await using var command = database.Source.CreateCommand(text);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        var incidents = new List<Incident>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            incidents.Add(Read(reader, jurisdiction.Zone));
        var hasNext = incidents.Count > page.First;
        return new IncidentPage(hasNext ? incidents[..page.First] : incidents, hasNext);
    }

    private static Incident Read(NpgsqlDataReader row, TimeZoneInfo zone)
    {
        var category = new OffenceCategory(row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetDouble(5), row.GetBoolean(6));
        var occurred = TimeZoneInfo.ConvertTime(new DateTimeOffset(row.GetDateTime(7)), zone);
        return new Incident(row.GetInt64(0), category, occurred,
            row.IsDBNull(8) ? null : row.GetDouble(8),
            row.IsDBNull(9) ? null : row.GetDouble(9),
            row.IsDBNull(10) ? null : row.GetString(10));
    }
}
