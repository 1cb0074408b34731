namespace GeoCrime.Domain.Ports;

/// <summary>Holds the columnar snapshots in memory, within a byte budget.</summary>
public interface IIncidentColumns
{
    /// <summary>The snapshot of the newest data version; reads only the years that changed since the last one.</summary>
    Task<IncidentColumns> GetAsync(Jurisdiction jurisdiction, AccessPolicy policy, CancellationToken cancellationToken);
}
