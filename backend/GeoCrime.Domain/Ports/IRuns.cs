namespace GeoCrime.Domain.Ports;

/// <summary>The run ledger.</summary>
public interface IRuns
{
    Task<Run?> FindAsync(string id, AccessPolicy policy, CancellationToken cancellationToken);

    /// <summary>Newest first; <paramref name="after"/> is the id of the last run before the page.</summary>
    Task<(IReadOnlyList<Run> Runs, long Total)> ListAsync(string? jurisdiction, StudyKind? study, int first, string? after, AccessPolicy policy, CancellationToken cancellationToken);

    /// <summary>
    /// The newest succeeded run of a study with the same parameters, whatever its data version and how it was trained. A run whose metrics say
    /// that it does not serve is passed over.
    /// </summary>
    Task<Run?> NewestAsync(string jurisdiction, StudyKind study, string parameters, AccessPolicy policy, CancellationToken cancellationToken);

    /// <summary>Writes a queued run; where one of the same id waits, runs or succeeded, that one is returned instead.</summary>
    Task<Run> EnqueueAsync(Run run, CancellationToken cancellationToken);

    Task StartAsync(string id, CancellationToken cancellationToken);

    /// <summary>All runs that wait, in all jurisdictions.</summary>
    Task<IReadOnlyList<Run>> QueuedAsync(CancellationToken cancellationToken);

    /// <summary>Writes the progress; answers false when the run was cancelled meanwhile.</summary>
    /// <param name="metrics">JSON object; null leaves what is there.</param>
    Task<bool> ProgressAsync(string id, double progress, string? metrics, CancellationToken cancellationToken);

    /// <summary>Cancels a run that waits or runs; others stay as they are.</summary>
    Task CancelAsync(string id, CancellationToken cancellationToken);

    /// <param name="metrics">JSON object; null leaves what is there.</param>
    Task FinishAsync(string id, RunState state, string? metrics, string? error, CancellationToken cancellationToken);
}
