using GeoCrime.Data.Reading;
using GeoCrime.Domain;
using GeoCrime.Tests;

namespace GeoCrime.Data.Tests.Reading;

public class JurisdictionReaderTests(PostGisFixture postGis)
{
    [Fact]
    public async Task Quality_adds_up_imports_that_were_not_undone()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        var city = await SmallCity.MakeAsync(database, "city");
        await SmallCity.RunAsync(database, "INSERT INTO geocrime.source (jurisdiction_id, code, title) VALUES ($1, 's', 'S')", city.Id);
        foreach (var (state, factor) in new[] { ("finished", 1), ("finished", 10), ("undone", 1000) })
            await SmallCity.RunAsync(database, """
                INSERT INTO geocrime.import_batch (jurisdiction_id, source_id, file_name, file_sha256, state, rows_read, accepted, corrected, quarantined, duplicates, unlocated, started_at)
                SELECT $1, s.id, 'f', '\x00', $2, $3 * 10, $3 * 6, 0, $3 * 3, $3, $3 * 2, now() FROM geocrime.source s
                """, city.Id, state, factor);
        await SmallCity.RunAsync(database, """
            INSERT INTO geocrime.quarantine (batch_id, source_id, source_key, row_number, reason, raw)
            SELECT (SELECT min(id) FROM geocrime.import_batch), 1, n::text, n, CASE WHEN n < 3 THEN 'time-unreadable' ELSE 'category-missing' END, 'row ' || n FROM generate_series(1, 5) n
            """);

        var quality = await new JurisdictionReader(database).QualityAsync(city, AccessPolicy.Local, SmallCity.None);

        Assert.Equal((110, 66, 33, 11, 22), (quality.Rows, quality.Accepted, quality.Quarantined, quality.Duplicates, quality.Unlocated));
        Assert.Equal(quality.Rows, quality.Accepted + quality.Quarantined + quality.Duplicates);
        Assert.Equal([("category-missing", 3L, "row 3"), ("time-unreadable", 2L, "row 1")], quality.Reasons.Select(reason => (reason.Reason, reason.Rows, reason.Example!)));
    }

    [Fact]
    public async Task Jurisdictions_come_by_name()
    {
        await using var database = await postGis.CreateDatabaseAsync();
        await SmallCity.MakeAsync(database, "zurich");
        await SmallCity.MakeAsync(database, "aachen");

        var all = await new JurisdictionReader(database).AllAsync(AccessPolicy.Local, SmallCity.None);

        Assert.Equal(["aachen", "zurich"], all.Select(each => each.Code));
        Assert.Equal(("Aachen", "America/Denver", 32613, true), (all[0].Name, all[0].TimeZone, all[0].AnalysisSrid, all[0].Synthetic));
    }
}
