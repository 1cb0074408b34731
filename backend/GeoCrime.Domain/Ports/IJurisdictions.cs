namespace GeoCrime.Domain.Ports;

/// <summary>Reads what is loaded.</summary>
public interface IJurisdictions
{
    Task<IReadOnlyList<Jurisdiction>> AllAsync(AccessPolicy policy, CancellationToken cancellationToken);

    Task<Dataset> DatasetAsync(Jurisdiction jurisdiction, AccessPolicy policy, CancellationToken cancellationToken);
}
