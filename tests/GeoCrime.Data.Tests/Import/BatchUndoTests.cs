using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Profiles;

namespace GeoCrime.Data.Tests.Import;

public sealed class BatchUndoTests(ImportDatabase database) : IClassFixture<ImportDatabase>, IDisposable
{
    private readonly SourceProfile profile = MappedProfile.Parse("id=id,occurred=from,category=what,lon=x,lat=y", "mine", "America/Denver");
    private readonly TemporaryFolder folder = new();
    private readonly string city = database.NewJurisdiction();

    [Fact]
    public async Task Rows_added_go_and_rows_corrected_come_back_as_they_were()
    {
        var first = await ImportAsync("A,2022-01-01 10:00,theft,-104.9,39.7\nB,2022-01-01 11:00,theft,-104.9,39.7\n");
        var before = await database.StateAsync(city);
        var second = await ImportAsync("A,2021-06-01 10:00,arson,-104.8,39.7\nC,2022-01-03 11:00,theft,-104.9,39.7\nD,?,theft,,\n");
        Assert.Equal(new RowCounts(3, 2, 1, 1, 0, 0), second.Rows);
        var version = await database.VersionAsync(city);

        var undone = await new BatchUndo(database.Database).RunAsync(second.Batch);

        Assert.Equal((1L, 1L, 1L), (undone.Removed, undone.Restored, undone.Released));
        Assert.Equal(before, await database.StateAsync(city));
        Assert.True(await database.VersionAsync(city) > version);
        Assert.Equal(["theft"], await database.ReadAsync<string>(city, "SELECT code FROM geocrime.offence_category WHERE jurisdiction_id = $1"));
        Assert.Equal(["undone", "finished"], (await new BatchList(database.Database).ReadAsync(city)).Select(batch => batch.State));
        Assert.Equal(2, await database.OneAsync<long>(city, "SELECT count(*) FROM geocrime.incident_key WHERE jurisdiction_id = $1"));
        await new BatchUndo(database.Database).RunAsync(first.Batch);
        Assert.Equal("", await database.StateAsync(city));
    }

    [Fact]
    public async Task An_undone_file_can_be_imported_again()
    {
        const string rows = "A,2022-01-01 10:00,theft,-104.9,39.7\nB,?,theft,,\n";
        var first = await ImportAsync(rows);
        await new BatchUndo(database.Database).RunAsync(first.Batch);
        var again = await ImportAsync(rows);
        Assert.Equal(first.Rows, again.Rows);
        Assert.NotEqual(first.Batch, again.Batch);
    }

    [Fact]
    public async Task A_batch_that_a_later_one_corrected_cannot_be_undone_first()
    {
        var first = await ImportAsync("A,2022-01-01 10:00,theft,,\n");
        var second = await ImportAsync("A,2022-01-01 11:00,theft,,\n");
        var error = await Assert.ThrowsAsync<ImportException>(() => new BatchUndo(database.Database).RunAsync(first.Batch));
        Assert.Equal($"batch {first.Batch}: later imports corrected its rows; undo them first: {second.Batch}", error.Message);

        await new BatchUndo(database.Database).RunAsync(second.Batch);
        await new BatchUndo(database.Database).RunAsync(first.Batch);
        Assert.Equal(0, await database.IncidentsAsync(city));
    }

    [Fact]
    public async Task What_is_undone_or_never_was_cannot_be_undone()
    {
        var batch = (await ImportAsync("A,2022-01-01 10:00,theft,,\n")).Batch;
        await new BatchUndo(database.Database).RunAsync(batch);
        Assert.EndsWith("this import is undone already", (await Assert.ThrowsAsync<ImportException>(() => new BatchUndo(database.Database).RunAsync(batch))).Message);
        Assert.Equal("batch 987654: there is no such import", (await Assert.ThrowsAsync<ImportException>(() => new BatchUndo(database.Database).RunAsync(987_654))).Message);
    }

    private Task<ImportSummary> ImportAsync(string rows) => database.ImportAsync(folder.Write("f.csv", "id,from,what,x,y\n" + rows), profile, city);

    public void Dispose() => folder.Dispose();
}
