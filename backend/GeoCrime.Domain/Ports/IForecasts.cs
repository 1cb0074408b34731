namespace GeoCrime.Domain.Ports;

/// <summary>Keeps the forecasts that runs have published.</summary>
public interface IForecasts
{
    Task SaveAsync(string runId, string areaKind, string areaCode, string result, CancellationToken cancellationToken);

    /// <summary>All areas of one run: area code → result as JSON.</summary>
    Task<IReadOnlyDictionary<string, string>> LoadAsync(string runId, string areaKind, AccessPolicy policy, CancellationToken cancellationToken);

    /// <summary>What a run left: forecasts and model files, by area kind and code.</summary>
    Task<IReadOnlyList<RunArtefact>> ArtefactsAsync(string runId, AccessPolicy policy, CancellationToken cancellationToken);
}

/// <summary>Something that a run left.</summary>
/// <param name="Kind">Area kind; null for the whole jurisdiction.</param>
public sealed record RunArtefact(string Name, string? Kind, string? Code, int Bytes);
