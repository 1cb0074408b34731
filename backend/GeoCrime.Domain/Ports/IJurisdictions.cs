namespace GeoCrime.Domain.Ports;

/// <summary>Reads what is loaded.</summary>
public interface IJurisdictions
{
    Task<IReadOnlyList<Jurisdiction>> AllAsync(AccessPolicy policy, CancellationToken cancellationToken);

    /// <summary>Sums over all imports that were not undone.</summary>
    Task<DataQuality> QualityAsync(Jurisdiction jurisdiction, AccessPolicy policy, CancellationToken cancellationToken);
}
