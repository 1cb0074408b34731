using System.Text;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Profiles;
using GeoCrime.Domain;

namespace GeoCrime.Data.Tests.Import;

public sealed class ImporterTests(ImportDatabase database) : IClassFixture<ImportDatabase>, IDisposable
{
    private static readonly SourceProfile WithId = new()
    {
        Code = "with-id",
        Title = "With id",
        TimeZone = "America/Denver",
        Id = "id",
        OccurredFrom = new TimeField("from", ["yyyy-MM-dd HH:mm"]),
        ReportedAt = new TimeField("told", ["yyyy-MM-dd HH:mm"]),
        Category = new CategoryField("what"),
        Categories = [new("theft", "Theft", "property", 5, Match: "theft"), new("murder", "Murder", "violence", 100, Match: "murder")],
        Position = new PositionField("x", "y", Sentinels: [new(0, 0, 0.01)]),
    };

    private static readonly SourceProfile WithoutId = WithId with { Code = "without-id", Id = null };

    private const string Header = "id,from,told,what,x,y\n";

    private readonly TemporaryFolder folder = new();
    private readonly string city = database.NewJurisdiction();

    [Fact]
    public async Task A_row_is_stored_with_instants_civil_time_position_and_metres()
    {
        await ImportAsync(Header + "A1,2024-07-01 22:30,2024-07-02 01:00,theft,-104.99,39.74\n");

        var point = UtmProjection.Of(32613).ToMetres(-104.99, 39.74);
        Assert.Equal(
            "2024|2024-07-02 04:30:00|2024-07-01 22:30:00|2024-07-02 07:00:00|POINT(-104.99 39.74)|4326|theft|5",
            await database.OneAsync<string>(city, """
                SELECT concat_ws('|', i.local_year, i.occurred_from AT TIME ZONE 'UTC', i.occurred_local, i.reported_at AT TIME ZONE 'UTC', ST_AsText(geom), ST_SRID(geom), c.code, c.severity)
                FROM geocrime.incident i JOIN geocrime.offence_category c ON c.id = i.category_id WHERE i.jurisdiction_id = $1
                """));
        Assert.Equal(32613, await database.OneAsync<int>(city, "SELECT analysis_srid FROM geocrime.jurisdiction WHERE id = $1"));
        Assert.Equal(point.X, await database.OneAsync<double>(city, "SELECT x FROM geocrime.incident WHERE jurisdiction_id = $1"), 1e-6);
        // PostGIS is the oracle: a millimetre.
        Assert.True(await database.OneAsync<bool>(city, "SELECT ST_Distance(ST_Transform(geom, 32613), ST_SetSRID(ST_MakePoint(x, y), 32613)) < 0.001 FROM geocrime.incident WHERE jurisdiction_id = $1"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_file_twice_adds_nothing(bool id)
    {
        var text = Header + """
            A1,2024-07-01 22:30,,theft,-104.99,39.74
            A2,2024-07-01 22:30,,theft,,
            A3,not a date,,theft,-104.99,39.74
            A4,2023-07-01 22:30,,,-104.99,39.74
            A5,2024-07-01

            """;
        var first = await ImportAsync(text, id ? WithId : WithoutId, chunkRows: 2);
        var (state, version) = (await database.StateAsync(city), await database.VersionAsync(city));
        var second = await ImportAsync(text, id ? WithId : WithoutId, chunkRows: 3);

        Assert.Equal(new RowCounts(5, 2, 0, 3, 0, 1), first.Rows);
        Assert.Equal(["no-category", "too-few-fields", "unparseable-date"], first.Reasons.Select(reason => reason.Reason).Order());
        Assert.Equal(new RowCounts(5, 0, 0, 0, 5, 0), second.Rows);
        Assert.Equal((state, version), (await database.StateAsync(city), await database.VersionAsync(city)));
    }

    [Fact]
    public async Task True_repeats_stay_and_a_longer_file_adds_what_is_new()
    {
        const string row = ",2024-07-01 22:30,,theft,-104.99,39.74\n";
        var first = await ImportAsync(Header + row + row, WithoutId);
        var longer = await ImportAsync(Header + row + ",2024-07-02 00:10,,theft,,\n" + row + row, WithoutId);

        Assert.Equal(new RowCounts(2, 2, 0, 0, 0, 0), first.Rows);
        Assert.Equal(new RowCounts(4, 2, 0, 0, 2, 1), longer.Rows);
        Assert.Equal(4, await database.IncidentsAsync(city));
    }

    [Fact]
    public async Task A_corrected_date_moves_the_row_to_another_year_and_keeps_its_id()
    {
        var before = RowsOfYear(2022, 700);
        await ImportAsync(Header + before + "X,2022-05-05 10:00,,theft,-104.99,39.74\n");
        var id = await database.OneAsync<long>(city, "SELECT id FROM geocrime.incident_key WHERE jurisdiction_id = $1 AND source_key = 'X'");
        var summary = await ImportAsync(Header + before + "X,2021-05-05 10:00,,murder,-104.98,39.74\n", chunkRows: 100);

        Assert.Equal(new RowCounts(701, 1, 1, 0, 700, 0), summary.Rows);
        Assert.Equal(701, await database.IncidentsAsync(city));
        Assert.Equal($"{id} 2021 murder -104.98", await database.OneAsync<string>(city, """
            SELECT concat_ws(' ', i.id, i.local_year, c.code, ST_X(geom)) FROM geocrime.incident i JOIN geocrime.offence_category c ON c.id = i.category_id
            JOIN geocrime.incident_key k ON k.id = i.id AND k.local_year = i.local_year WHERE i.jurisdiction_id = $1 AND k.source_key = 'X'
            """));
    }

    [Fact]
    public async Task The_older_file_again_does_not_take_a_correction_back()
    {
        const string old = Header + "X,2022-05-05 10:00,,theft,,\n";
        await ImportAsync(old);
        await ImportAsync(Header + "X,2022-05-05 11:00,,theft,,\n");
        var state = await database.StateAsync(city);
        var again = await ImportAsync(old);

        Assert.Equal(new RowCounts(1, 0, 0, 0, 1, 0), again.Rows);
        Assert.Equal(state, await database.StateAsync(city));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public async Task An_id_that_comes_twice_with_other_content_is_kept_aside_whatever_the_chunks(int chunkRows)
    {
        const string text = Header + "X,2022-05-05 10:00,,theft,,\nX,2022-05-05 11:00,,theft,,\nX,2022-05-05 10:00,,theft,,\nX,2022-05-05 11:00,,theft,,\n";
        var first = await ImportAsync(text, chunkRows: chunkRows);
        var second = await ImportAsync(text + "Y,2022-05-06 10:00,,theft,,\n", chunkRows: chunkRows);

        Assert.Equal(new RowCounts(4, 1, 0, 1, 2, 1), first.Rows);
        Assert.Equal(("id-repeated", 2L, "X,2022-05-05 11:00,,theft,,"), (first.Reasons[0].Reason, first.Reasons[0].FirstRow, first.Reasons[0].Example));
        Assert.Equal(new RowCounts(5, 1, 0, 0, 4, 1), second.Rows);
    }

    [Fact]
    public async Task A_better_profile_releases_rows_from_quarantine()
    {
        const string text = Header + "A,1.2.2024,,theft,,\nB,2024-02-03 10:00,,theft,,\n";
        await ImportAsync(text);
        var better = WithId with { OccurredFrom = new TimeField("from", ["yyyy-MM-dd HH:mm", "d.M.yyyy"]) };
        var summary = await ImportAsync(text, better);

        Assert.Equal(new RowCounts(2, 1, 0, 0, 1, 1), summary.Rows);
        Assert.Equal(0, await database.OneAsync<long>(city, "SELECT count(*) FROM geocrime.quarantine q JOIN geocrime.import_batch b ON b.id = q.batch_id WHERE b.jurisdiction_id = $1"));
    }

    [Fact]
    public async Task Ten_thousand_bad_rows_do_not_hold_up_the_good_ones()
    {
        var text = new StringBuilder(Header);
        for (var number = 0; number < 10_000; number++)
            text.Append($"B{number},never,,theft,,\n");
        text.Append("G,2024-02-03 10:00,,theft,,\n");
        var summary = await ImportAsync(text.ToString(), chunkRows: 3000);

        Assert.Equal(new RowCounts(10_001, 1, 0, 10_000, 0, 1), summary.Rows);
        var reason = Assert.Single(summary.Reasons);
        Assert.Equal(("unparseable-date", 10_000L, 1L, "B0,never,,theft,,"), (reason.Reason, reason.Rows, reason.FirstRow, reason.Example));
    }

    [Fact]
    public async Task A_cut_gzip_stores_what_comes_before_and_the_whole_file_completes_it()
    {
        var packed = TemporaryFolder.Gzip(Header + RowsOfYear(2022, 5000));
        var cut = folder.Write("f.csv.gz", packed[..(packed.Length / 2)]);
        var error = await Assert.ThrowsAsync<ImportException>(() => database.ImportAsync(cut, WithId, city, 500));
        var stored = await database.IncidentsAsync(city);
        var entry = Assert.Single(await new BatchList(database.Database).ReadAsync(city));
        var again = await Assert.ThrowsAsync<ImportException>(() => database.ImportAsync(cut, WithId, city, 500));
        var whole = await database.ImportAsync(folder.Write("f.csv.gz", packed), WithId, city);

        Assert.InRange(stored, 1, 4999);
        Assert.Equal((error.Row, "f.csv.gz"), (stored + 1, error.File));
        Assert.Contains("cut off or damaged", error.Message, StringComparison.Ordinal);
        Assert.Equal(("failed", stored, error.Message), (entry.State, entry.Rows.Read, entry.Error));
        Assert.Equal(error.Message, again.Message);
        Assert.Equal(new RowCounts(5000, 5000 - stored, 0, 0, stored, 0), whole.Rows);
    }

    [Fact]
    public async Task A_file_without_the_columns_leaves_no_trace()
    {
        var error = await Assert.ThrowsAsync<ImportException>(() => ImportAsync("id,when\n1,2\n"));
        Assert.Contains("the column 'from' is missing; present are 'id', 'when'", error.Message, StringComparison.Ordinal);
        Assert.Empty(await database.ReadAsync<int>(city, "SELECT id FROM geocrime.jurisdiction WHERE id = $1"));
    }

    [Fact]
    public async Task Positions_of_another_crs_are_transformed_and_those_outside_it_noted()
    {
        // Denver's own columns x, y (EPSG:2232) of OBJECTID 1 and of a row at null island.
        var profile = WithId with { Position = new PositionField("x", "y", "EPSG:2232") };
        var summary = await ImportAsync(Header + """
            A,2020-07-26 16:00,,theft,3196378.99986042,1716244.99992036
            B,2020-07-26 16:00,,theft,40674764.9997883,10890451.0006326
            C,2020-07-26 16:00,,theft,1e300,1e300

            """, profile);
        // The published longitude and latitude of OBJECTID 1; 1 mm is 1.2e-8 degrees, and they have 8 decimals.
        Assert.True(await database.OneAsync<bool>(city, """
            SELECT ST_Distance(geom::geography, ST_SetSRID(ST_MakePoint(-104.80111124, 39.7978271), 4326)::geography) < 0.002
            FROM geocrime.incident i JOIN geocrime.incident_key k ON k.id = i.id WHERE i.jurisdiction_id = $1 AND k.source_key = 'A'
            """));
        Assert.Equal(new RowCounts(3, 3, 0, 0, 0, 2), summary.Rows);
        Assert.Equal((1L, 1L), (summary.Notes["impossible-position"], summary.Notes["sentinel-position"]));
    }

    [Fact]
    public async Task An_unknown_crs_is_refused_before_anything_is_stored()
    {
        var profile = WithId with { Position = new PositionField("x", "y", "EPSG:99999") };
        var error = await Assert.ThrowsAsync<ImportException>(() => ImportAsync(Header, profile));
        Assert.EndsWith("EPSG:99999 is no coordinate reference system that PostGIS knows", error.Message);
    }

    [Fact]
    public async Task Times_of_another_zone_than_the_jurisdictions_are_refused()
    {
        await ImportAsync(Header);
        var error = await Assert.ThrowsAsync<ImportException>(() => ImportAsync(Header, WithId with { TimeZone = "America/Chicago" }));
        Assert.EndsWith($"its times are of America/Chicago, but {city} counts in America/Denver", error.Message);
    }

    [Fact]
    public async Task Completeness_follows_the_reporting_delay()
    {
        // Of 100 rows 95 are reported within 3 days and 5 after 40; the last report is on 2024-04-09.
        var text = new StringBuilder(Header);
        for (var number = 0; number < 100; number++)
        {
            var from = new DateTime(2024, 1, 1).AddHours(number);
            var told = number == 99 ? new DateTime(2024, 4, 9, 12, 0, 0) : from.AddDays(number < 94 ? 2 : number == 94 ? 3 : 40);
            text.Append($"C{number},{from:yyyy-MM-dd HH:mm},{told:yyyy-MM-dd HH:mm},theft,,\n");
        }
        var summary = await ImportAsync(text.ToString());
        Assert.Equal(new Completeness(3, new DateOnly(2024, 4, 6)), summary.Completeness);
    }

    [Fact]
    public async Task Completeness_is_seven_days_where_reports_tell_no_time()
    {
        var summary = await ImportAsync(Header + "A,2024-03-20 23:00,,theft,,\nB,2024-03-19 23:00,2024-03-19 23:30,theft,,\nC,2024-03-18 23:00,,theft,,\n");
        Assert.Equal(new Completeness(7, new DateOnly(2024, 3, 13)), summary.Completeness);
    }

    [Fact]
    public async Task Rare_years_share_a_partition_until_one_of_them_is_no_longer_rare()
    {
        await ImportAsync(Header + "A,1961-03-20 23:00,,theft,,\nB,2022-01-01 00:30,,theft,,\n");
        Assert.Equal(2, await database.OneAsync<long>(city, "SELECT count(DISTINCT tableoid) + count(*) - 1 FROM geocrime.incident WHERE jurisdiction_id = $1"));
        await ImportAsync(Header + RowsOfYear(2022, 600));
        Assert.Equal(601, await database.OneAsync<long>(city, "SELECT count(*) FROM geocrime.incident WHERE jurisdiction_id = $1 AND tableoid::regclass::text LIKE '%\\_2022'"));
        Assert.Equal(602, await database.IncidentsAsync(city));
    }

    [Fact]
    public async Task Counts_of_a_batch_add_up_for_any_mixture_of_rows()
    {
        // Seeded mixtures of good, bad, repeated and corrected rows, in chunks of any size.
        for (var seed = 1; seed <= 6; seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder(Header);
            for (var number = 0; number < 300; number++)
                text.Append($"R{random.Next(120)},{(random.Next(5) == 0 ? "?" : $"202{random.Next(4)}-01-0{random.Next(1, 4)} 10:00")},,{(random.Next(9) == 0 ? "" : "theft")},,\n");
            var first = await ImportAsync(text.ToString(), chunkRows: random.Next(1, 90));
            var second = await ImportAsync(text.ToString(), chunkRows: random.Next(1, 90));

            Assert.Equal(300, first.Rows.Accepted + first.Rows.Quarantined + first.Rows.Duplicates);
            Assert.Equal(new RowCounts(300, 0, 0, 0, 300, 0), second.Rows);
        }
    }

    private static string RowsOfYear(int year, int count) => string.Concat(Enumerable.Range(0, count).Select(number =>
        $"R{year}-{number},{new DateTime(year, 1, 1, 0, 30, 0).AddMinutes(number * 97):yyyy-MM-dd HH:mm},,theft,{-104.9 - (number % 100 / 1000.0):0.000},39.7\n"));

    private Task<ImportSummary> ImportAsync(string text, SourceProfile? profile = null, int chunkRows = 20_000) =>
        database.ImportAsync(folder.Write("f.csv", text), profile ?? WithId, city, chunkRows);

    public void Dispose() => folder.Dispose();
}
