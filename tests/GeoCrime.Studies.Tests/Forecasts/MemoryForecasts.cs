using GeoCrime.Domain;
using GeoCrime.Domain.Ports;

namespace GeoCrime.Studies.Tests.Forecasts;

/// <summary>Published forecasts in memory, in order of publication.</summary>
internal sealed class MemoryForecasts : IForecasts
{
    public List<(string Run, string Kind, string Code, string Result)> Saved { get; } = [];

    public Action? OnSave { get; set; }

    public Task SaveAsync(string runId, string areaKind, string areaCode, string result, CancellationToken cancellationToken)
    {
        Saved.Add((runId, areaKind, areaCode, result));
        OnSave?.Invoke();
        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<string, string>> LoadAsync(string runId, string areaKind, AccessPolicy policy, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(
            Saved.Where(saved => (saved.Run, saved.Kind) == (runId, areaKind)).ToDictionary(saved => saved.Code, saved => saved.Result));

    public Task<IReadOnlyList<RunArtefact>> ArtefactsAsync(string runId, AccessPolicy policy, CancellationToken cancellationToken) => throw new NotSupportedException();
}
