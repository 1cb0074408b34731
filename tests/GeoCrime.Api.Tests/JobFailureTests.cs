using GeoCrime.Analytics.Learning;
using GeoCrime.Api.Hosting;
using GeoCrime.Data.Import;

namespace GeoCrime.Api.Tests;

/// <summary>How runs end that fail: in words that users may read, whichever job they belong to.</summary>
public class JobFailureTests(Servers servers)
{
    private const string Asked = "query($id: ID!) { run(id: $id) { state error } }";

    public static TheoryData<Exception, string?> Errors => new()
    {
        { new ImportException("crime.csv", 7, "the line breaks off"), "crime.csv, row 7: the line breaks off" },
        { new ArgumentException("origins is 0; 1…20 are allowed."), "origins is 0; 1…20 are allowed." },
        { new ArgumentOutOfRangeException("levels", "levels lie between 0 and 100 per cent"), "levels lie between 0 and 100 per cent" },
        { new NonConvergenceException("the likelihood does not settle", 500, 1e-8, 0.1), "the likelihood does not settle (iterations 500, tolerance 1e-08, residual 0.1)" },
        { new UnknownNameException("There is no jurisdiction 'x'; there are: town."), "There is no jurisdiction 'x'; there are: town." },
        { new ArgumentNullException("columns"), null },
        { new InvalidOperationException("Host=127.0.0.1;Password=secret"), null },
    };

    [Theory]
    [MemberData(nameof(Errors), DisableDiscoveryEnumeration = true)]
    public void Only_words_that_were_written_for_users_reach_them(Exception error, string? words) => Assert.Equal(words, Foreseen.Words(error));

    [Theory]
    [InlineData("Backtest", "[1]", "")]
    [InlineData("Forecast", "[1]", "")]
    [InlineData("Import", "[1]", " What was complete is stored.")]
    public async Task Unforeseen_failure_of_any_job_is_a_plain_sentence_with_the_run_to_look_for(string study, string parameters, string kept)
    {
        var run = await RunAsync(study, parameters);

        Assert.Equal(("FAILED", $"Something failed that was not foreseen.{kept} The server's log has the rest under run {run.Id}."), (run.State, run.Error));
    }

    [Fact]
    public async Task Foreseen_failure_says_what_was_wrong()
    {
        var run = await RunAsync("Import", """{"upload":"0123456789abcdef0123456789abcdef","file":"crime.csv","jurisdiction":"town","columns":{},"timeZone":"UTC"}""");

        Assert.Equal("FAILED", run.State);
        Assert.Contains("the file that was sent is no longer here; send it again", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Enters a run as a process does that ends before it schedules it, and waits until the next server has ended it.</summary>
    private async Task<(string Id, string State, string? Error)> RunAsync(string study, string parameters)
    {
        await using var database = await servers.CreateDatabaseAsync();
        await SmallTown.LoadAsync(database, 20);
        var id = Guid.NewGuid().ToString("N")[..16];
        await using (var command = database.Source.CreateCommand($"""
            INSERT INTO geocrime.run (id, jurisdiction_id, study, state, parameters, code_version, queued_at, progress)
            SELECT '{id}', id, '{study}', 'Queued', '{parameters}'::jsonb, 'test', now(), 0 FROM geocrime.jurisdiction
            """))
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var server = await TestServer.StartAsync(database);
        while (true)
        {
            var run = (await server.QueryAsync(Asked, new { id })).GetProperty("run");
            if (run.GetProperty("state").GetString() is not ("QUEUED" or "RUNNING") and { } state)
                return (id, state, run.GetProperty("error").GetString());
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
