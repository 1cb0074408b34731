using GeoCrime.Domain;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api.Schema;

#pragma warning disable CS1591 // The SDL describes these.

public sealed class IncidentNode(Jurisdiction jurisdiction, Incident incident)
{
    public string Id => NodeIds.Of(jurisdiction, incident);
    public CategoryNode Category => new(jurisdiction, incident.Category);
    public DateTimeOffset OccurredAt => incident.OccurredAt;
    public double Severity => incident.Category.Severity;
    public Geometry? Location => incident is { Longitude: { } longitude, Latitude: { } latitude } ? new Point(longitude, latitude) { SRID = 4326 } : null;
    public JsonText? Attributes => JsonText.Of(incident.Attributes);
}

public sealed record IncidentEdge(string Cursor, IncidentNode Node);

public sealed record IncidentConnection(IReadOnlyList<IncidentEdge> Edges, PageInfo PageInfo, int TotalCount)
{
    public IReadOnlyList<IncidentNode> Nodes => [.. Edges.Select(edge => edge.Node)];
}
