namespace GeoCrime.Domain.Ports;

/// <summary>Reads single incidents.</summary>
public interface IIncidents
{
    /// <summary>One page of the filtered incidents.</summary>
    Task<IncidentPage> PageAsync(Jurisdiction jurisdiction, IncidentFilter filter, IncidentPageRequest page, AccessPolicy policy, CancellationToken cancellationToken);

    Task<Incident?> FindAsync(Jurisdiction jurisdiction, long id, AccessPolicy policy, CancellationToken cancellationToken);
}
