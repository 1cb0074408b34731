using GeoCrime.Domain;
using GeoCrime.Domain.Ports;

namespace GeoCrime.Studies.Tests.Forecasts;

/// <summary>A ledger that holds what a test puts into it. Studies only read it.</summary>
internal sealed class MemoryRuns(params Run[] runs) : IRuns
{
    public Task<Run?> NewestAsync(string jurisdiction, StudyKind study, string parameters, AccessPolicy policy, CancellationToken cancellationToken) =>
        Task.FromResult(runs.LastOrDefault(run => run.State == RunState.Succeeded && (run.Jurisdiction, run.Study, run.Parameters) == (jurisdiction, study, parameters)));

    public Task<Run?> FindAsync(string id, AccessPolicy policy, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<(IReadOnlyList<Run> Runs, long Total)> ListAsync(string? jurisdiction, StudyKind? study, int first, string? after, AccessPolicy policy, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Run> EnqueueAsync(Run run, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task StartAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Run>> QueuedAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> ProgressAsync(string id, double progress, string? metrics, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task CancelAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task FinishAsync(string id, RunState state, string? metrics, string? error, CancellationToken cancellationToken) => throw new NotSupportedException();
}
