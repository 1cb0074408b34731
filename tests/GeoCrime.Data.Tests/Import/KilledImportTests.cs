using System.Diagnostics;
using System.Text;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Profiles;

namespace GeoCrime.Data.Tests.Import;

/// <summary>An importer in a process of its own is killed (SIGKILL) and another goes on.</summary>
public sealed class KilledImportTests(ImportDatabase database) : IClassFixture<ImportDatabase>, IDisposable
{
    private const string ConnectionVariable = "GEOCRIME_TEST_IMPORT_CONNECTION";
    private const string FileVariable = "GEOCRIME_TEST_IMPORT_FILE";
    private const int Rows = 30_000;

    // Far longer than it takes, so that a busy machine is no failure.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly SourceProfile Profile = MappedProfile.Parse("occurred=from,category=what,lon=x,lat=y", "mine", "America/Denver");

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_killed_import_loses_nothing_that_was_committed_and_is_completed_by_the_next()
    {
        var path = folder.Write("f.csv.gz", TemporaryFolder.Gzip(Text()));
        var killedAt = new List<long>();
        for (var kill = 1; kill <= 2; kill++)
            killedAt.Add(await ImportUntilKilledAsync(path, killedAt.LastOrDefault()));
        var summary = await database.ImportAsync(path, Profile, "killed");
        var again = await database.ImportAsync(path, Profile, "killed");

        Assert.True(summary.ResumedAfter >= killedAt[1], $"{summary.ResumedAfter} rows were left of {killedAt[1]}");
        Assert.InRange(killedAt[0], 1, killedAt[1] - 1);
        Assert.Equal((Rows, Rows), (summary.Rows.Read, summary.Rows.Accepted + summary.Rows.Quarantined + summary.Rows.Duplicates));
        Assert.Equal(new RowCounts(Rows, 0, 0, 0, Rows, 0), again.Rows);
        // The rows are those of one import that nobody disturbed.
        await database.ImportAsync(path, Profile, "undisturbed");
        Assert.Equal(await ContentAsync("undisturbed"), await ContentAsync("killed"));
    }

    /// <summary>The body of the process that is killed.</summary>
    [Fact(Explicit = true)]
    public async Task Import_in_a_process_of_its_own()
    {
        var (connection, file) = (Environment.GetEnvironmentVariable(ConnectionVariable), Environment.GetEnvironmentVariable(FileVariable));
        await using var own = new GeoCrimeDatabase(connection!);
        await new Importer(own).RunAsync(new ImportRequest(file!, Profile, "killed") { ChunkRows = 250 });
    }

    /// <returns>Rows that were committed when the process was killed.</returns>
    private async Task<long> ImportUntilKilledAsync(string path, long after)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KilledImportTests).Assembly.Location, "-explicit", "only", "-method", $"*.{nameof(Import_in_a_process_of_its_own)}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[ConnectionVariable] = database.Database.ConnectionString;
        start.Environment[FileVariable] = path;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var deadline = Stopwatch.StartNew();
        long committed;
        while ((committed = await CommittedAsync()) <= after && !process.HasExited && deadline.Elapsed < Patience)
            await Task.Delay(20);
        process.Kill();
        await process.WaitForExitAsync();
        Assert.True(committed > after && committed < Rows, $"the importer ended by itself after {committed} rows: {await output}");
        return committed;
    }

    private async Task<long> CommittedAsync() =>
        (await database.ReadAsync<long>("killed", "SELECT rows_read FROM geocrime.import_batch WHERE jurisdiction_id = $1")).SingleOrDefault();

    private async Task<string> ContentAsync(string jurisdiction) => await database.OneAsync<string>(jurisdiction, """
        SELECT concat_ws(' ', count(*), count(DISTINCT k.source_key), md5(string_agg(concat_ws('|', k.source_key, i.occurred_from, ST_AsText(i.geom), i.local_year), ',' ORDER BY k.source_key COLLATE "C")))
        FROM geocrime.incident i JOIN geocrime.incident_key k ON k.id = i.id AND k.local_year = i.local_year WHERE i.jurisdiction_id = $1
        """);

    /// <summary>Rows without an id, one in three a repeat of an earlier one, one in fifty unreadable.</summary>
    private static string Text()
    {
        var random = new Random(5);
        var text = new StringBuilder("from,what,x,y\n");
        for (var number = 0; number < Rows; number++)
            text.Append(random.Next(50) == 0
                ? $"never,theft,{number},\n"
                : $"{new DateTime(2020, 1, 1).AddHours(random.Next(Rows * 2 / 3)):yyyy-MM-dd HH:mm},theft,-104.9,39.7\n");
        return text.ToString();
    }

    public void Dispose() => folder.Dispose();
}
