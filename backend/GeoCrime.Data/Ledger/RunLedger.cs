using GeoCrime.Data.Schema;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using Microsoft.EntityFrameworkCore;

namespace GeoCrime.Data.Ledger;

/// <summary>The run ledger in the table <c>run</c>.</summary>
public sealed class RunLedger(GeoCrimeDatabase database) : IRuns
{
    public async Task<Run?> FindAsync(string id, AccessPolicy policy, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        return await Runs(context).SingleOrDefaultAsync(run => run.Id == id, cancellationToken) is { } found ? found.ToRun() : null;
    }

    public async Task<(IReadOnlyList<Run> Runs, long Total)> ListAsync(string? jurisdiction, StudyKind? study, int first, string? after, AccessPolicy policy, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var runs = Runs(context);
        if (jurisdiction is not null)
            runs = runs.Where(run => run.Jurisdiction == jurisdiction);
        if (study is { } kind)
            runs = runs.Where(run => run.Study == kind.ToString());
        var total = await runs.LongCountAsync(cancellationToken);
        if (after is not null && await runs.SingleOrDefaultAsync(run => run.Id == after, cancellationToken) is { } last)
            runs = runs.Where(run => run.QueuedAt < last.QueuedAt || (run.QueuedAt == last.QueuedAt && string.Compare(run.Id, last.Id) < 0));
        var page = await runs.OrderByDescending(run => run.QueuedAt).ThenByDescending(run => run.Id).Take(first).ToListAsync(cancellationToken);
        return ([.. page.Select(run => run.ToRun())], total);
    }

    public async Task<Run?> NewestAsync(string jurisdiction, StudyKind study, string parameters, AccessPolicy policy, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        // jsonb equality ignores spacing and the order of keys.
        var id = await context.Database.SqlQuery<string>($"""
            SELECT r.id AS "Value" FROM geocrime.run r JOIN geocrime.jurisdiction j ON j.id = r.jurisdiction_id
            WHERE j.code = {jurisdiction} AND r.study = {study.ToString()} AND r.state = 'Succeeded' AND r.parameters - 'training' = {parameters}::jsonb
                AND coalesce((r.metrics -> 'training' ->> 'serves')::boolean, true)
            ORDER BY r.finished_at DESC LIMIT 1
            """).ToListAsync(cancellationToken);
        return id.Count == 0 ? null : await FindAsync(id[0], policy, cancellationToken);
    }

    public async Task<Run> EnqueueAsync(Run run, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var jurisdiction = run.Jurisdiction is null ? (int?)null : await context.Jurisdictions
            .Where(row => row.Code == run.Jurisdiction).Select(row => row.Id).SingleAsync(cancellationToken);
        // A failed or cancelled run of the same id starts over; any other stays as it is.
        await context.Database.ExecuteSqlAsync($"""
            INSERT INTO geocrime.run (id, jurisdiction_id, study, state, parameters, dataset_version, code_version, seed, queued_at, progress)
            VALUES ({run.Id}, {jurisdiction}, {run.Study.ToString()}, 'Queued', {run.Parameters}::jsonb, {run.DatasetVersion}, {run.CodeVersion}, {run.Seed}, {DateTime.UtcNow}, 0)
            ON CONFLICT (id) DO UPDATE SET state = 'Queued', queued_at = excluded.queued_at, started_at = NULL, finished_at = NULL, progress = 0, error = NULL
            WHERE geocrime.run.state IN ('Failed', 'Cancelled')
            """, cancellationToken);
        return (await FindAsync(run.Id, AccessPolicy.Local, cancellationToken))!;
    }

    public Task StartAsync(string id, CancellationToken cancellationToken) =>
        ExecuteAsync($"UPDATE geocrime.run SET state = 'Running', started_at = {DateTime.UtcNow}, progress = 0 WHERE id = {id} AND state IN ('Queued', 'Running')", cancellationToken);

    public async Task<IReadOnlyList<Run>> QueuedAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        var rows = await Runs(context).Where(run => run.State == nameof(RunState.Queued)).OrderBy(run => run.QueuedAt).ToListAsync(cancellationToken);
        return [.. rows.Select(run => run.ToRun())];
    }

    public async Task<bool> ProgressAsync(string id, double progress, string? metrics, CancellationToken cancellationToken) =>
        await ExecuteAsync($"UPDATE geocrime.run SET progress = {progress}, metrics = coalesce({metrics}::jsonb, metrics) WHERE id = {id} AND state = 'Running'", cancellationToken) == 1;

    public Task CancelAsync(string id, CancellationToken cancellationToken) =>
        ExecuteAsync($"UPDATE geocrime.run SET state = 'Cancelled', finished_at = {DateTime.UtcNow} WHERE id = {id} AND state IN ('Queued', 'Running')", cancellationToken);

    public Task FinishAsync(string id, RunState state, string? metrics, string? error, CancellationToken cancellationToken) =>
        ExecuteAsync($"""
            UPDATE geocrime.run SET state = {state.ToString()}, finished_at = {DateTime.UtcNow}, metrics = coalesce({metrics}::jsonb, metrics), error = {error},
                progress = CASE WHEN {state.ToString()} = 'Succeeded' THEN 1 ELSE progress END
            WHERE id = {id} AND state = 'Running'
            """, cancellationToken);

    private async Task<int> ExecuteAsync(FormattableString sql, CancellationToken cancellationToken)
    {
        await using var context = database.Context();
        return await context.Database.ExecuteSqlAsync(sql, cancellationToken);
    }

    private static IQueryable<LedgerRow> Runs(GeoCrimeContext context) =>
        from run in context.Runs.AsNoTracking()
        join jurisdiction in context.Jurisdictions on run.JurisdictionId equals jurisdiction.Id into found
        from jurisdiction in found.DefaultIfEmpty()
        select new LedgerRow
        {
            Id = run.Id,
            Study = run.Study,
            State = run.State,
            Jurisdiction = jurisdiction.Code,
            Parameters = run.Parameters,
            DatasetVersion = run.DatasetVersion,
            CodeVersion = run.CodeVersion,
            Seed = run.Seed,
            QueuedAt = run.QueuedAt,
            StartedAt = run.StartedAt,
            FinishedAt = run.FinishedAt,
            Progress = run.Progress,
            Metrics = run.Metrics,
            Error = run.Error,
        };

    private sealed class LedgerRow
    {
        public required string Id { get; init; }
        public required string Study { get; init; }
        public required string State { get; init; }
        public string? Jurisdiction { get; init; }
        public required string Parameters { get; init; }
        public string? DatasetVersion { get; init; }
        public required string CodeVersion { get; init; }
        public int? Seed { get; init; }
        public DateTime QueuedAt { get; init; }
        public DateTime? StartedAt { get; init; }
        public DateTime? FinishedAt { get; init; }
        public double Progress { get; init; }
        public string? Metrics { get; init; }
        public string? Error { get; init; }

        public Run ToRun() => new(
            Id, Enum.Parse<StudyKind>(Study), Enum.Parse<RunState>(State), Jurisdiction, Parameters, DatasetVersion, CodeVersion, Seed,
            QueuedAt, StartedAt, (FinishedAt - StartedAt)?.TotalSeconds, Progress, Metrics, Error);
    }
}
