namespace GeoCrime.Domain.Ports;

/// <summary>Keeps the forecasts that runs have published.</summary>
public interface IForecasts
{
    Task SaveAsync(string runId, string areaKind, string areaCode, string result, CancellationToken cancellationToken);

    /// <summary>All areas of one run: area code → result as JSON.</summary>
    Task<IReadOnlyDictionary<string, string>> LoadAsync(string runId, string areaKind, AccessPolicy policy, CancellationToken cancellationToken);
}
