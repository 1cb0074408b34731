using GeoCrime.Data.Ledger;
using GeoCrime.Domain;
using GeoCrime.Tests;

namespace GeoCrime.Data.Tests.Ledger;

public class ForecastStoreTests(PostGisFixture postGis)
{
    [Fact]
    public async Task Forecasts_are_kept_by_run_kind_and_area_and_can_be_replaced()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        await SmallCity.MakeAsync(database, "city");
        var ledger = new RunLedger(database);
        await ledger.EnqueueAsync(RunLedgerTests.Job("r1"), SmallCity.None);
        await ledger.EnqueueAsync(RunLedgerTests.Job("r2"), SmallCity.None);
        var store = new ForecastStore(database);

        await store.SaveAsync("r1", "ward", "west", """{"mean":1}""", SmallCity.None);
        await store.SaveAsync("r1", "ward", "west", """{"mean":2}""", SmallCity.None);
        await store.SaveAsync("r1", "ward", "east", """{"mean":3}""", SmallCity.None);
        await store.SaveAsync("r1", "beat", "west", """{"mean":4}""", SmallCity.None);
        await store.SaveAsync("r2", "ward", "west", """{"mean":5}""", SmallCity.None);

        var loaded = await store.LoadAsync("r1", "ward", AccessPolicy.Local, SmallCity.None);
        Assert.Equal([("east", "{\"mean\": 3}"), ("west", "{\"mean\": 2}")], loaded.OrderBy(each => each.Key).Select(each => (each.Key, each.Value)));
        Assert.Empty(await store.LoadAsync("r3", "ward", AccessPolicy.Local, SmallCity.None));
    }

    [Fact]
    public async Task Forecast_of_no_run_is_refused()
    {
        await using var database = await postGis.CreateDatabaseAsync();

        var error = await Assert.ThrowsAnyAsync<Exception>(() => new ForecastStore(database).SaveAsync("none", "ward", "west", "{}", SmallCity.None));
        Assert.Contains("forecast_run_id_fkey", error.ToString(), StringComparison.Ordinal);
    }
}
