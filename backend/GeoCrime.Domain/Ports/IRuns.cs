namespace GeoCrime.Domain.Ports;

/// <summary>The run ledger.</summary>
public interface IRuns
{
    Task<Run?> FindAsync(string id, AccessPolicy policy, CancellationToken cancellationToken);

    /// <summary>Newest first; <paramref name="after"/> is the id of the last run before the page.</summary>
    Task<(IReadOnlyList<Run> Runs, long Total)> ListAsync(string? jurisdiction, StudyKind? study, int first, string? after, AccessPolicy policy, CancellationToken cancellationToken);

    /// <summary>Writes a queued run; where one of the same id waits, runs or succeeded, that one is returned instead.</summary>
    Task<Run> EnqueueAsync(Run run, CancellationToken cancellationToken);

    Task StartAsync(string id, CancellationToken cancellationToken);

    Task ProgressAsync(string id, double progress, CancellationToken cancellationToken);

    Task FinishAsync(string id, RunState state, string? metrics, string? error, CancellationToken cancellationToken);
}
