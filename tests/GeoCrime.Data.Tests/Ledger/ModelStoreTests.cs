using GeoCrime.Data.Ledger;
using GeoCrime.Domain;
using GeoCrime.Tests;

namespace GeoCrime.Data.Tests.Ledger;

public class ModelStoreTests(PostGisFixture postGis)
{
    [Fact]
    public async Task A_networks_file_reads_back_and_can_be_replaced()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var store = await StoreAsync(database);

        await store.SaveAsync("r1", "ward", "", [1, 2], SmallCity.None);
        await store.SaveAsync("r1", "ward", "", [3], SmallCity.None);
        await store.SaveAsync("r1", "ward", "west", [4], SmallCity.None);

        Assert.Equal([3], await store.FindAsync("r1", "ward", "", AccessPolicy.Local, SmallCity.None));
        Assert.Equal([4], await store.FindAsync("r1", "ward", "west", AccessPolicy.Local, SmallCity.None));
        Assert.Null(await store.FindAsync("r1", "ward", "east", AccessPolicy.Local, SmallCity.None));
    }

    [Fact]
    public async Task Checkpoints_are_kept_by_training_and_forgotten_by_the_start_of_their_name()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var store = await StoreAsync(database);
        await store.KeepAsync("r1", "west: 100 steps", [1], SmallCity.None);
        await store.KeepAsync("r1", "west: 100 steps", [2], SmallCity.None);
        await store.KeepAsync("r1", "west_2: 100 steps", [3], SmallCity.None);
        await store.KeepAsync("r1", "%: 100 steps", [4], SmallCity.None);
        await store.KeepAsync("r2", "west: 100 steps", [5], SmallCity.None);

        Assert.Equal([2], (await store.CheckpointsAsync("r1", SmallCity.None))["west: 100 steps"]);
        await store.ForgetAsync("r1", "west: ", SmallCity.None);
        Assert.Equal(["%: 100 steps", "west_2: 100 steps"], (await store.CheckpointsAsync("r1", SmallCity.None)).Keys.Order(StringComparer.Ordinal));
        await store.ForgetAsync("r1", "%", SmallCity.None);
        Assert.Equal(["west_2: 100 steps"], (await store.CheckpointsAsync("r1", SmallCity.None)).Keys);
        await store.ForgetAsync("r1", "", SmallCity.None);
        Assert.Empty(await store.CheckpointsAsync("r1", SmallCity.None));
        Assert.Single(await store.CheckpointsAsync("r2", SmallCity.None));
    }

    private static async Task<ModelStore> StoreAsync(GeoCrimeDatabase database)
    {
        await SmallCity.MakeAsync(database, "city");
        var ledger = new RunLedger(database);
        await ledger.EnqueueAsync(RunLedgerTests.Job("r1"), SmallCity.None);
        await ledger.EnqueueAsync(RunLedgerTests.Job("r2"), SmallCity.None);
        return new ModelStore(database);
    }
}
