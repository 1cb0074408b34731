using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Profiles;

namespace GeoCrime.Data.Tests.Import;

public sealed class StoppedImportTests(ImportDatabase database) : IClassFixture<ImportDatabase>, IDisposable
{
    private static readonly SourceProfile Profile = MappedProfile.Parse("occurred=when,category=what", "mapped", "America/Denver");
    private readonly TemporaryFolder folder = new();
    private readonly string city = database.NewJurisdiction();

    [Fact]
    public async Task A_cancelled_import_keeps_complete_chunks_says_so_and_goes_on_later()
    {
        var path = folder.Write("a.csv", "when,what\n" + string.Concat(Enumerable.Range(0, 1000).Select(i => $"2024-03-01 {i / 60:00}:{i % 60:00},theft\n")));
        using var stop = new CancellationTokenSource();
        var request = new ImportRequest(path, Profile, city) { ChunkRows = 100 };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Importer(database.Database).RunAsync(request, new StopAfter(300, stop), stop.Token));
        var stopped = Assert.Single(await new BatchList(database.Database).ReadAsync(city, TestContext.Current.CancellationToken));
        var stored = await database.IncidentsAsync(city);
        var complete = await database.OneAsync<DateOnly>(city, "SELECT complete_through FROM geocrime.jurisdiction WHERE id = $1");
        var summary = await new Importer(database.Database).RunAsync(request, null, TestContext.Current.CancellationToken);

        Assert.Equal(("stopped", stored), (stopped.State, stopped.Rows.Accepted));
        Assert.True(stored is >= 300 and < 1000 && stored % 100 == 0, $"{stored} rows");
        Assert.Equal(new DateOnly(2024, 2, 23), complete);
        Assert.Equal((stored, 1000L, stopped.Batch), (summary.ResumedAfter, summary.Rows.Accepted, summary.Batch));
    }

    /// <summary>Cancels once so many rows are stored.</summary>
    private sealed class StopAfter(long rows, CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Rows.Read >= rows)
                stop.Cancel();
        }
    }

    public void Dispose() => folder.Dispose();
}
