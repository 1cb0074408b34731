namespace GeoCrime.Domain.Ports;

/// <summary>Reads the context places of a jurisdiction.</summary>
public interface IContextPlaces
{
    /// <summary>All of one kind, or of every kind where that is null; in order of kind and source id.</summary>
    Task<IReadOnlyList<ContextPlace>> LoadAsync(Jurisdiction jurisdiction, string? kind, AccessPolicy policy, CancellationToken cancellationToken);
}
