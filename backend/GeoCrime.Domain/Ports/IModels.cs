namespace GeoCrime.Domain.Ports;

/// <summary>Keeps trained networks, and those that are still being trained.</summary>
public interface IModels
{
    /// <param name="areaCode">Empty for one network of all areas of the kind.</param>
    /// <param name="file">A safetensors file: weights, scaler, architecture, step, seed, and whose series they are.</param>
    Task SaveAsync(string runId, string areaKind, string areaCode, byte[] file, CancellationToken cancellationToken);

    /// <summary>The file of a run's network, or null.</summary>
    Task<byte[]?> FindAsync(string runId, string areaKind, string areaCode, AccessPolicy policy, CancellationToken cancellationToken);

    /// <summary>The checkpoints of an interrupted run: name of the training → file.</summary>
    Task<IReadOnlyDictionary<string, byte[]>> CheckpointsAsync(string runId, CancellationToken cancellationToken);

    /// <summary>Replaces the checkpoint of a training.</summary>
    Task KeepAsync(string runId, string training, byte[] checkpoint, CancellationToken cancellationToken);

    /// <summary>Drops the checkpoints of trainings whose names start so; empty for all of the run.</summary>
    Task ForgetAsync(string runId, string prefix, CancellationToken cancellationToken);
}
