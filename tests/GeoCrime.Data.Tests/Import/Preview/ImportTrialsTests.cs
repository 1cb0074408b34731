using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Preview;
using GeoCrime.Data.Import.Profiles;

namespace GeoCrime.Data.Tests.Import.Preview;

public sealed class ImportTrialsTests(ImportDatabase database) : IClassFixture<ImportDatabase>, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string city = database.NewJurisdiction();

    [Fact]
    public async Task A_trial_foretells_the_import_and_stores_nothing()
    {
        const string text = """
            id,when,what,lon,lat
            A,2024-03-01 10:00,theft,-104.99,39.74
            B,2024-03-02 00:00,robbery,-104.98,39.75
            B,2024-03-05 00:00,robbery,-104.98,39.75
            A,2024-03-01 10:00,theft,-104.99,39.74
            C,,theft,-104.99,39.74
            D,soon,theft,-104.99,39.74
            E,2024-03-03 11:00,,-104.99,39.74
            F,2024-03-04 12:00,theft,,

            """;
        var trial = await TryAsync(text, "id=id,occurred=when,category=what,lon=lon,lat=lat");

        Assert.Equal((8, true, 3, 1, 2), (trial.Rows, trial.Whole, trial.Accepted, trial.Repeats, trial.Located));
        Assert.Equal(["id-repeated", "no-category", "no-date", "unparseable-date"], trial.Reasons.Select(reason => reason.Reason).Order());
        Assert.All(trial.Reasons, reason => Assert.Equal(1, reason.Rows));
        Assert.Equal((new DateTime(2024, 3, 1, 10, 0, 0), new DateTime(2024, 3, 4, 12, 0, 0)), (trial.From, trial.To));
        Assert.Equal([("theft", 2), ("robbery", 1)], trial.Categories.Select(category => (category.Label, category.Rows)));
        Assert.Equal((32613, "America/Denver"), (trial.AnalysisSrid, trial.TimeZone));
        Assert.Empty(trial.Advice);
        Assert.Empty(await database.ReadAsync<string>(city, "SELECT code FROM geocrime.jurisdiction WHERE id = $1"));

        var summary = await database.ImportAsync(folder.Write("a.csv", text), Profile("id=id,occurred=when,category=what,lon=lon,lat=lat"), city);
        Assert.Equal((trial.Accepted, trial.Rows - trial.Accepted - trial.Repeats, trial.Repeats), ((int)summary.Rows.Accepted, (int)summary.Rows.Quarantined, (int)summary.Rows.Duplicates));
    }

    [Theory]
    [InlineData("-104.9", "39.7", "America/Denver")]
    [InlineData("16.37", "48.21", "Europe/Vienna")]
    public async Task Swapped_columns_are_seen_though_both_ways_may_be_on_earth(string lon, string lat, string zone)
    {
        var text = $"when,what,east,north\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"2024-03-01 10:{i:00},theft,{lat}{i:00},{lon}{i:00}\n"));
        var trial = await TryAsync(text, "occurred=when,category=what,lon=east,lat=north", zone);

        Assert.Equal("The two columns of the position look swapped: read the other way round, north as x and east as y, they fall into place.", Assert.Single(trial.Advice));
    }

    [Fact]
    public async Task Feet_read_as_degrees_are_counted_not_mapped_and_the_crs_is_doubted()
    {
        var trial = await TryAsync("when,what,x,y\n2024-03-01 10:00,theft,3144000,1694000\n", "occurred=when,category=what,x=x,y=y");

        Assert.Equal((1, 0), (trial.Accepted, trial.Located));
        Assert.Equal("1 of 1 rows have no usable position in EPSG:4326: they will be counted, not mapped. Is it the right CRS?", Assert.Single(trial.Advice));
        Assert.Equal(1, trial.Notes["impossible-position"]);
    }

    [Fact]
    public async Task State_plane_feet_come_out_in_degrees()
    {
        var trial = await TryAsync("when,what,x,y\n2024-03-01 10:00,theft,3144000,1694000\n", "occurred=when,category=what,x=x,y=y,crs=EPSG:2232");

        var (longitude, latitude) = Assert.Single(trial.Points);
        // Downtown Denver, by PostGIS (PROJ).
        Assert.Equal((-104.99, 39.74), (longitude, latitude), (a, b) => Math.Abs(a.Item1 - b.Item1) < 0.05 && Math.Abs(a.Item2 - b.Item2) < 0.05);
    }

    [Fact]
    public async Task Positions_far_from_what_is_loaded_are_doubted()
    {
        await database.ImportAsync(folder.Write("home.csv", "when,what,lon,lat\n2024-03-01 10:00,theft,-104.99,39.74\n"), Profile("occurred=when,category=what,lon=lon,lat=lat"), city);

        var trial = await TryAsync("when,what,lon,lat\n2024-03-01 10:00,theft,-87.6,41.9\n", "occurred=when,category=what,lon=lon,lat=lat");

        Assert.Matches($"^These positions lie 1,[45]\\d\\d km from what is loaded for {city}", Assert.Single(trial.Advice));
    }

    [Theory]
    [InlineData("occurred=nowhere,category=what", "the column 'nowhere' is missing; present are 'when', 'what'")]
    [InlineData("occurred=when,category=what,x=when,y=what,crs=EPSG:999999", "EPSG:999999 is no coordinate reference system that PostGIS knows")]
    public async Task What_does_not_fit_the_file_is_named(string map, string reason)
    {
        var error = await Assert.ThrowsAsync<ImportException>(() => TryAsync("when,what\n2024-03-01,theft\n", map));

        Assert.Equal(reason, error.Reason);
    }

    [Theory]
    [InlineData("day,clock,what\n2024-03-01,13:05,theft\n", "occurred=day,time=clock,category=what", "2024-03-01 13:05")]
    [InlineData("day,clock,what\n2024-03-01,5,theft\n", "occurred=day,time=clock,category=what", "2024-03-01 00:05")]
    [InlineData("day,clock,what\n2024-03-01,1:05 PM,theft\n", "occurred=day,time=clock,category=what", "2024-03-01 13:05")]
    [InlineData("at,what\n1709298300000,theft\n", "occurred=at,format=epoch-milliseconds,category=what", "2024-03-01 06:05")]
    [InlineData("at,what\n1709298300,theft\n", "occurred=at,format=epoch-seconds,category=what", "2024-03-01 06:05")]
    public async Task Times_in_a_column_of_their_own_and_counts_from_1970_are_read(string text, string map, string local)
    {
        var trial = await TryAsync(text, map);

        Assert.Equal(local, $"{trial.From:yyyy-MM-dd HH:mm}");
    }

    [Theory]
    [InlineData("25:05")]
    [InlineData("2460")]
    [InlineData("noon")]
    public async Task A_time_of_day_that_is_none_keeps_the_row_aside(string clock)
    {
        var trial = await TryAsync($"day,clock,what\n2024-03-01,{clock},theft\n", "occurred=day,time=clock,category=what");

        Assert.Equal(("unparseable-date", 1L), (Assert.Single(trial.Reasons).Reason, trial.Reasons[0].Rows));
    }

    [Theory]
    [InlineData("-104,99", "39,74", "EPSG:4326", 1)]
    [InlineData("500123,45", "4399123,45", "EPSG:32613", 1)]
    // Three digits behind a comma may be thousands: no position is better than a wrong one.
    [InlineData("500,123", "4399,123", "EPSG:32613", 0)]
    public async Task A_decimal_comma_is_read_where_it_cannot_be_one_of_thousands(string x, string y, string crs, int located)
    {
        var trial = await TryAsync($"when;what;x;y\n2024-03-01;theft;{x};{y}\n", $"occurred=when,category=what,x=x,y=y,crs={crs}");

        Assert.Equal(located, trial.Located);
    }

    [Fact]
    public async Task A_file_of_a_header_alone_has_no_rows_and_no_advice()
    {
        var trial = await TryAsync("when,what\n", "occurred=when,category=what");

        Assert.Equal((0, true, 0), (trial.Rows, trial.Whole, trial.Accepted));
        Assert.Null(trial.From);
        Assert.Empty(trial.Advice);
    }

    [Fact]
    public async Task A_long_file_is_tried_on_its_first_ten_thousand_rows()
    {
        var trial = await TryAsync("when,what\n" + string.Concat(Enumerable.Range(0, 10_001).Select(i => $"2024-03-01 {i / 60 % 24:00}:{i % 60:00},theft {i % 5}\n")), "occurred=when,category=what");

        Assert.Equal((10_000, false), (trial.Rows, trial.Whole));
    }

    private Task<ImportTrial> TryAsync(string text, string map, string zone = "America/Denver") =>
        new ImportTrials(database.Database).RunAsync(new ImportRequest(folder.Write("some.csv", text), Profile(map, zone), city), CancellationToken.None);

    private static SourceProfile Profile(string map, string zone = "America/Denver") => MappedProfile.Parse(map, "mapped", zone);

    public void Dispose() => folder.Dispose();
}
