using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using Npgsql;

namespace GeoCrime.Data.Reading;

/// <summary>Reads single incidents, page by page (keyset paging: by time, the cost of a page does not grow with its number).</summary>
public sealed class IncidentReader(GeoCrimeDatabase database) : IIncidents
{
    public async Task<IncidentPage> PageAsync(Jurisdiction jurisdiction, IncidentFilter filter, IncidentPageRequest page, AccessPolicy policy, CancellationToken cancellationToken)
    {
        var (text, parameters) = IncidentPageSql.Of(jurisdiction, filter, page);
        var incidents = await ReadAsync(jurisdiction, text, parameters, policy, cancellationToken);
        var hasNext = incidents.Count > page.First;
        return new IncidentPage(hasNext ? incidents[..page.First] : incidents, hasNext);
    }

    public async Task<Incident?> FindAsync(Jurisdiction jurisdiction, long id, AccessPolicy policy, CancellationToken cancellationToken)
    {
        var (text, parameters) = IncidentPageSql.Of(jurisdiction, id);
        return (await ReadAsync(jurisdiction, text, parameters, policy, cancellationToken)).FirstOrDefault();
    }

    private async Task<List<Incident>> ReadAsync(Jurisdiction jurisdiction, string text, IReadOnlyList<NpgsqlParameter> parameters, AccessPolicy policy, CancellationToken cancellationToken)
    {
        if (!policy.SeesRows)
            throw new UnauthorizedAccessException("This role sees counts, not single incidents.");
        await using var command = database.Source.CreateCommand(text);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        var incidents = new List<Incident>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            incidents.Add(Read(reader, jurisdiction.Zone));
        return incidents;
    }

    private static Incident Read(NpgsqlDataReader row, TimeZoneInfo zone)
    {
        var category = new OffenceCategory(row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetDouble(5), row.GetBoolean(6));
        var occurred = TimeZoneInfo.ConvertTime(new DateTimeOffset(row.GetDateTime(7)), zone);
        return new Incident(row.GetInt64(0), category, occurred, row.GetDateTime(8),
            row.IsDBNull(9) ? null : row.GetDouble(9),
            row.IsDBNull(10) ? null : row.GetDouble(10),
            row.IsDBNull(11) ? null : row.GetString(11));
    }
}
