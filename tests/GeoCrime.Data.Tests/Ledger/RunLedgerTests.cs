using GeoCrime.Data.Ledger;
using GeoCrime.Domain;
using GeoCrime.Tests;

namespace GeoCrime.Data.Tests.Ledger;

public class RunLedgerTests(PostGisFixture postGis)
{
    [Fact]
    public async Task Run_goes_from_queued_through_running_to_succeeded()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var ledger = await LedgerAsync(database);

        var queued = await ledger.EnqueueAsync(Job("r1"), SmallCity.None);
        await ledger.StartAsync("r1", SmallCity.None);
        Assert.True(await ledger.ProgressAsync("r1", 0.4, null, SmallCity.None));
        var running = await FindAsync(ledger, "r1");
        await ledger.FinishAsync("r1", RunState.Succeeded, """{"areasTrained":4}""", null, SmallCity.None);
        var done = await FindAsync(ledger, "r1");

        Assert.Equal((RunState.Queued, 0.0, (DateTime?)null), (queued.State, queued.Progress, queued.StartedAt));
        Assert.Equal((RunState.Running, 0.4, (double?)null), (running.State, running.Progress, running.Seconds));
        Assert.Equal((RunState.Succeeded, 1.0, "{\"areasTrained\": 4}"), (done.State, done.Progress, done.Metrics));
        Assert.True(done.Seconds >= 0);
        Assert.Equal(("city", StudyKind.Forecast, "v1", "code", 7), (done.Jurisdiction, done.Study, done.DatasetVersion, done.CodeVersion, done.Seed));
    }

    [Fact]
    public async Task Run_that_waits_runs_or_succeeded_is_not_entered_twice()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var ledger = await LedgerAsync(database);
        var first = await ledger.EnqueueAsync(Job("r1"), SmallCity.None);

        Assert.Equal(first, await ledger.EnqueueAsync(Job("r1"), SmallCity.None));
        await ledger.StartAsync("r1", SmallCity.None);
        Assert.Equal(RunState.Running, (await ledger.EnqueueAsync(Job("r1"), SmallCity.None)).State);
        await ledger.FinishAsync("r1", RunState.Succeeded, null, null, SmallCity.None);
        Assert.Equal(RunState.Succeeded, (await ledger.EnqueueAsync(Job("r1"), SmallCity.None)).State);
    }

    [Fact]
    public async Task Failed_run_says_why_and_starts_over_when_asked_again()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var ledger = await LedgerAsync(database);
        await ledger.EnqueueAsync(Job("r1"), SmallCity.None);
        await ledger.StartAsync("r1", SmallCity.None);
        await ledger.ProgressAsync("r1", 0.7, null, SmallCity.None);
        await ledger.FinishAsync("r1", RunState.Failed, null, "the disk is full", SmallCity.None);
        var failed = await FindAsync(ledger, "r1");

        var again = await ledger.EnqueueAsync(Job("r1"), SmallCity.None);

        Assert.Equal((RunState.Failed, 0.7, "the disk is full"), (failed.State, failed.Progress, failed.Error));
        Assert.Equal((RunState.Queued, 0.0, (string?)null, (double?)null), (again.State, again.Progress, again.Error, again.Seconds));
        Assert.True(again.QueuedAt > failed.QueuedAt);
    }

    [Fact]
    public async Task Cancelled_run_learns_of_it_at_its_next_progress_and_stays_cancelled()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var ledger = await LedgerAsync(database);
        await ledger.EnqueueAsync(Job("r1"), SmallCity.None);
        await ledger.StartAsync("r1", SmallCity.None);

        await ledger.CancelAsync("r1", SmallCity.None);

        Assert.False(await ledger.ProgressAsync("r1", 0.5, null, SmallCity.None));
        await ledger.FinishAsync("r1", RunState.Succeeded, null, null, SmallCity.None);
        await ledger.StartAsync("r1", SmallCity.None);
        Assert.Equal(RunState.Cancelled, (await FindAsync(ledger, "r1")).State);
    }

    [Fact]
    public async Task Queued_run_can_be_cancelled_and_a_finished_one_cannot()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var ledger = await LedgerAsync(database);
        await ledger.EnqueueAsync(Job("r1"), SmallCity.None);
        await ledger.CancelAsync("r1", SmallCity.None);
        await ledger.EnqueueAsync(Job("r2"), SmallCity.None);
        await ledger.StartAsync("r2", SmallCity.None);
        await ledger.FinishAsync("r2", RunState.Succeeded, null, null, SmallCity.None);
        await ledger.CancelAsync("r2", SmallCity.None);

        Assert.Equal((RunState.Cancelled, RunState.Succeeded), ((await FindAsync(ledger, "r1")).State, (await FindAsync(ledger, "r2")).State));
    }

    [Fact]
    public async Task Newest_is_the_last_succeeded_run_of_equal_parameters()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var ledger = await LedgerAsync(database);
        foreach (var (id, parameters, state) in new[]
        {
            ("old", """{"kind":"ward","horizon":30}""", RunState.Succeeded),
            ("new", """{"horizon": 30, "kind": "ward"}""", RunState.Succeeded),
            ("failed", """{"kind":"ward","horizon":30}""", RunState.Failed),
            ("other", """{"kind":"ward","horizon":14}""", RunState.Succeeded),
        })
        {
            await ledger.EnqueueAsync(Job(id) with { Parameters = parameters }, SmallCity.None);
            await ledger.StartAsync(id, SmallCity.None);
            await ledger.FinishAsync(id, state, null, null, SmallCity.None);
        }
        Task<Run?> Newest(string city, StudyKind study) => ledger.NewestAsync(city, study, """{"kind":"ward","horizon":30}""", AccessPolicy.Local, SmallCity.None);

        // Keys in another order are the same parameters.
        Assert.Equal("new", (await Newest("city", StudyKind.Forecast))!.Id);
        Assert.Null(await Newest("elsewhere", StudyKind.Forecast));
        Assert.Null(await Newest("city", StudyKind.Risk));
    }

    [Fact]
    public async Task Newest_is_found_however_it_was_trained_unless_it_does_not_serve()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var ledger = await LedgerAsync(database);
        foreach (var (id, training, metrics) in new[] { ("standard", "", """{"training":{"serves":true}}"""), ("longer", ""","training":{"epochs":40}""", """{"training":{"serves":true}}"""), ("worse", ""","training":{"seed":2}""", """{"training":{"serves":false}}""") })
        {
            await ledger.EnqueueAsync(Job(id) with { Parameters = $$"""{"kind":"ward"{{training}}}""" }, SmallCity.None);
            await ledger.StartAsync(id, SmallCity.None);
            await ledger.FinishAsync(id, RunState.Succeeded, metrics, null, SmallCity.None);
        }

        Assert.Equal("longer", (await ledger.NewestAsync("city", StudyKind.Forecast, """{"kind":"ward"}""", AccessPolicy.Local, SmallCity.None))!.Id);
    }

    [Fact]
    public async Task Runs_that_wait_are_listed_oldest_first_and_metrics_stay_where_none_are_given()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var ledger = await LedgerAsync(database);
        foreach (var id in new[] { "r1", "r2", "r3" })
            await ledger.EnqueueAsync(Job(id), SmallCity.None);
        await ledger.StartAsync("r2", SmallCity.None);
        await ledger.ProgressAsync("r2", 0.1, """{"epoch":1}""", SmallCity.None);
        await ledger.ProgressAsync("r2", 0.2, null, SmallCity.None);
        await ledger.FinishAsync("r2", RunState.Failed, null, "no", SmallCity.None);

        Assert.Equal(["r1", "r3"], (await ledger.QueuedAsync(SmallCity.None)).Select(run => run.Id));
        Assert.Equal("{\"epoch\": 1}", (await FindAsync(ledger, "r2")).Metrics);
    }

    [Fact]
    public async Task List_pages_hold_every_run_once_newest_first()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var ledger = await LedgerAsync(database);
        foreach (var number in Enumerable.Range(0, 7))
            await ledger.EnqueueAsync(Job($"r{number}"), SmallCity.None);
        // Equal moments, so that the id decides.
        await SmallCity.RunAsync(database, "UPDATE geocrime.run SET queued_at = '2024-01-01' WHERE id IN ('r2', 'r3', 'r4')");
        var ids = new List<string>();
        string? after = null;
        while (true)
        {
            var (page, total) = await ledger.ListAsync("city", StudyKind.Forecast, 2, after, AccessPolicy.Local, SmallCity.None);
            Assert.Equal(7, total);
            if (page.Count == 0)
                break;
            ids.AddRange(page.Select(run => run.Id));
            after = page[^1].Id;
        }

        Assert.Equal(["r6", "r5", "r1", "r0", "r4", "r3", "r2"], ids);
        Assert.Empty((await ledger.ListAsync("city", StudyKind.Density, 10, null, AccessPolicy.Local, SmallCity.None)).Runs);
        Assert.Equal(7, (await ledger.ListAsync(null, null, 10, null, AccessPolicy.Local, SmallCity.None)).Total);
    }

    [Fact]
    public async Task Unknown_run_is_null_and_an_unknown_jurisdiction_is_refused()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var ledger = await LedgerAsync(database);

        Assert.Null(await ledger.FindAsync("'; DROP TABLE geocrime.run; --", AccessPolicy.Local, SmallCity.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.EnqueueAsync(Job("r1") with { Jurisdiction = "nowhere" }, SmallCity.None));
        Assert.Equal(0L, await SmallCity.ScalarAsync<long>(database, "SELECT count(*) FROM geocrime.run"));
    }

    private static async Task<RunLedger> LedgerAsync(GeoCrimeDatabase database)
    {
        await SmallCity.MakeAsync(database, "city");
        return new RunLedger(database);
    }

    private static async Task<Run> FindAsync(RunLedger ledger, string id) => (await ledger.FindAsync(id, AccessPolicy.Local, SmallCity.None))!;

    internal static Run Job(string id) => new(id, StudyKind.Forecast, RunState.Queued, "city", "{}", "v1", "code", 7, DateTime.UtcNow, null, null, 0, null, null);
}
