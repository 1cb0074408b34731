using GeoCrime.Domain;
using GeoCrime.Domain.Ports;

namespace GeoCrime.Studies.Tests.Forecasts;

/// <summary>Trained networks in memory.</summary>
internal sealed class MemoryModels : IModels
{
    public Dictionary<(string Run, string Kind, string Code), byte[]> Files { get; } = [];

    public Dictionary<string, byte[]> Checkpoints { get; } = [];

    public Task SaveAsync(string runId, string areaKind, string areaCode, byte[] file, CancellationToken cancellationToken)
    {
        Files[(runId, areaKind, areaCode)] = file;
        return Task.CompletedTask;
    }

    public Task<byte[]?> FindAsync(string runId, string areaKind, string areaCode, AccessPolicy policy, CancellationToken cancellationToken) =>
        Task.FromResult(Files.GetValueOrDefault((runId, areaKind, areaCode)));

    public Task<IReadOnlyDictionary<string, byte[]>> CheckpointsAsync(string runId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, byte[]>>(Checkpoints);

    public Task KeepAsync(string runId, string training, byte[] checkpoint, CancellationToken cancellationToken)
    {
        Checkpoints[training] = checkpoint;
        return Task.CompletedTask;
    }

    public Task ForgetAsync(string runId, string prefix, CancellationToken cancellationToken)
    {
        foreach (var name in Checkpoints.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToArray())
            Checkpoints.Remove(name);
        return Task.CompletedTask;
    }
}
