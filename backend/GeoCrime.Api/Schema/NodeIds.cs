using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.GraphQL.Execution;

namespace GeoCrime.Api.Schema;

/// <summary>Global ids: kind, jurisdiction and own code, joined by colons; a run's id is its hash alone.</summary>
internal static class NodeIds
{
    public static string Of(Jurisdiction jurisdiction) => $"jurisdiction:{jurisdiction.Code}";

    public static string Of(Jurisdiction jurisdiction, Area area) => $"area:{jurisdiction.Code}:{area.Kind}:{area.Code}";

    public static string Of(Jurisdiction jurisdiction, Incident incident) => $"incident:{jurisdiction.Code}:{incident.Id}";

    public static async Task<object?> FindAsync(string id, RequestContext context, CancellationToken cancellationToken)
    {
        var parts = id.Split(':', 4);
        if (parts.Length == 1)
            return await context.Get<IRuns>().FindAsync(id, AccessPolicy.Local, cancellationToken) is { } run ? new RunNode(run) : null;
        if (await context.Get<Gazetteer>().FindAsync(parts[1], AccessPolicy.Local, cancellationToken) is not { } jurisdiction)
            return null;
        var node = new JurisdictionNode(jurisdiction);
        return parts switch
        {
            ["jurisdiction", _] => node,
            ["area", _, var kind, var code] => await node.Area(kind, code, context, cancellationToken),
            ["incident", _, var number] when long.TryParse(number, out var key) =>
                await context.Get<IIncidents>().FindAsync(jurisdiction, key, AccessPolicy.Local, cancellationToken) is { } incident ? new IncidentNode(jurisdiction, incident) : null,
            _ => null,
        };
    }
}
