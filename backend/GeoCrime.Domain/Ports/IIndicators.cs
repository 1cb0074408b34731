namespace GeoCrime.Domain.Ports;

/// <summary>Reads the indicators of areas.</summary>
public interface IIndicators
{
    /// <summary>In order of their codes; empty where none are loaded.</summary>
    Task<IReadOnlyList<Indicator>> LoadAsync(Jurisdiction jurisdiction, string areaKind, AccessPolicy policy, CancellationToken cancellationToken);
}
