using GeoCrime.Data.Import.Profiles;
using GeoCrime.Data.Import.Reading;
using GeoCrime.Data.Import.Rows;

namespace GeoCrime.Data.Tests.Import.Rows;

public sealed class RowConverterTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly SourceProfile Plain = new()
    {
        Code = "plain",
        Title = "Plain",
        TimeZone = "America/Denver",
        OccurredFrom = new TimeField("from", ["yyyy-MM-dd HH:mm", "M/d/yyyy h:mm:ss tt"]),
        Category = new CategoryField("what"),
        Position = new PositionField("x", "y", Sentinels: [new(0, 0, 0.01), new(-120.5, 90, 0.001)]),
    };

    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("2020-01-02 03:04", "theft", null)]
    [InlineData("7/26/2020 4:00:00 PM", "theft", null)]
    [InlineData("", "theft", "no-date")]
    [InlineData("26/7/2020", "theft", "unparseable-date")]
    [InlineData("2020-02-30 00:00", "theft", "unparseable-date")]
    [InlineData("1899-12-31 23:59", "theft", "date-out-of-range")]
    [InlineData("1900-01-01 00:00", "theft", null)]
    [InlineData("2026-11-21 04:59", "theft", null)]
    [InlineData("2026-11-21 05:01", "theft", "date-out-of-range")]
    [InlineData("2020-01-02 03:04", "", "no-category")]
    public async Task Rows_are_kept_aside_for_a_reason(string from, string what, string? reason)
    {
        var (rows, _) = await ConvertAsync(Plain, $"from,what,x,y\n{from},{what},-105,39.7\n");
        Assert.Equal(reason, rows[0].Reason?.Code);
        Assert.Equal(reason is null, rows[0].Raw is null);
    }

    [Theory]
    [InlineData("-105.2064", "39.6654", true, null)]
    [InlineData("-1.052064E+02", "3.96654E1", true, null)]
    [InlineData("", "", false, null)]
    [InlineData("-105.2", "", false, null)]
    [InlineData("-2.38E-06", "1.19E-06", false, Notes.SentinelPosition)]
    [InlineData("0", "0", false, Notes.SentinelPosition)]
    [InlineData("-120.5", "90", false, Notes.SentinelPosition)]
    [InlineData("NaN", "39", false, Notes.ImpossiblePosition)]
    [InlineData("Infinity", "39", false, Notes.ImpossiblePosition)]
    [InlineData("-105", "91", false, Notes.ImpossiblePosition)]
    [InlineData("181", "39", false, Notes.ImpossiblePosition)]
    [InlineData("west", "39", false, Notes.ImpossiblePosition)]
    public async Task Positions_are_located_unlocated_or_noted(string x, string y, bool located, string? note)
    {
        var (rows, notes) = await ConvertAsync(Plain, $"from,what,x,y\n2020-01-02 03:04,theft,{x},{y}\n");
        Assert.Null(rows[0].Reason);
        Assert.Equal(located, rows[0].Position is not null);
        Assert.Equal(note is null ? 0 : 1, note is null ? notes.Counts.Keys.Count(key => key.EndsWith("position", StringComparison.Ordinal)) : notes.Counts[note]);
    }

    [Fact]
    public async Task A_letter_Z_that_is_not_utc_is_read_as_a_letter()
    {
        var profile = Plain with { TimeZone = "America/Chicago", OccurredFrom = new TimeField("from", ["yyyy-MM-dd'T'HH:mm:ss'Z'"]) };
        var (rows, _) = await ConvertAsync(profile, "from,what,x,y\n2010-01-01T00:05:00Z,assault,,\n");
        Assert.Equal(new DateTime(2010, 1, 1, 0, 5, 0), rows[0].OccurredFrom.Local);
        Assert.Equal(new DateTime(2010, 1, 1, 6, 5, 0), rows[0].OccurredFrom.Instant);
    }

    [Fact]
    public async Task An_offset_that_is_meant_is_honoured_and_its_absence_means_civil_time()
    {
        var profile = Plain with { OccurredFrom = new TimeField("from", ["yyyy-MM-dd'T'HH:mm:ssK"]) };
        var (rows, _) = await ConvertAsync(profile, "from,what,x,y\n2020-07-01T06:00:00Z,a,,\n2020-07-01T06:00:00-04:00,a,,\n2020-07-01T06:00:00,a,,\n");
        Assert.Equal([new DateTime(2020, 7, 1, 0, 0, 0), new DateTime(2020, 7, 1, 4, 0, 0), new DateTime(2020, 7, 1, 6, 0, 0)], rows.Select(row => row.OccurredFrom.Local));
        Assert.Equal([6, 10, 12], rows.Select(row => row.OccurredFrom.Instant.Hour));
    }

    [Theory]
    [InlineData("2000", "20:00", null)]
    [InlineData("100", "01:00", null)]
    [InlineData("5", "00:05", null)]
    [InlineData("2400", null, "unparseable-date")]
    [InlineData("1160", null, "unparseable-date")]
    [InlineData("", null, "unparseable-date")]
    public async Task A_time_column_holds_hours_and_minutes_without_padding(string time, string? local, string? reason)
    {
        var profile = Plain with { OccurredFrom = new TimeField("from", ["M/d/yyyy H:mm"], TimeColumn: "time") };
        var (rows, _) = await ConvertAsync(profile, $"from,time,what,x,y\n10/15/2020 0:00,{time},theft,,\n");
        Assert.Equal(reason, rows[0].Reason?.Code);
        if (local is not null)
            Assert.Equal(DateTime.Parse($"2020-10-15 {local}"), rows[0].OccurredFrom.Local);
    }

    [Fact]
    public async Task Midnight_skipped_hours_early_reports_and_unreadable_ends_are_noted()
    {
        var profile = Plain with { OccurredTo = new TimeField("to", ["yyyy-MM-dd HH:mm"]), ReportedAt = new TimeField("told", ["yyyy-MM-dd HH:mm"]) };
        var (rows, notes) = await ConvertAsync(profile, """
            from,to,told,what,x,y
            2020-01-01 00:00,,2019-12-31 10:00,theft,,
            2024-03-10 02:30,yesterday,2024-03-10 00:00,theft,,
            2024-03-11 02:30,2024-03-11 05:00,,theft,,

            """);
        Assert.Equal(1, notes.Counts[Notes.Midnight]);
        Assert.Equal(1, notes.Counts[Notes.SkippedHour]);
        Assert.Equal(1, notes.Counts[Notes.UnreadableSecondDate]);
        // The report at exactly midnight of the same day has no time of day.
        Assert.Equal(1, notes.Counts[Notes.ReportedEarly]);
        Assert.Equal(new DateTime(2024, 3, 11, 5, 0, 0), rows[2].OccurredTo!.Value.Local);
        Assert.Null(rows[1].OccurredTo);
    }

    [Fact]
    public async Task Stated_areas_and_attributes_are_kept_without_blanks()
    {
        var profile = Plain with { StatedAreas = new Dictionary<string, string> { ["precinct"] = "p", ["beat"] = "b" }, Attributes = ["street"] };
        var (rows, _) = await ConvertAsync(profile, "from,what,x,y,p,b,street\n2020-01-01 10:00,theft,,,522,,\"5TH ST \"\"A\"\" / ÉCOLE\"\n2020-01-01 10:00,theft,,,,,\n");
        Assert.Equal(("""{"precinct":"522"}""", """{"street":"5TH ST \"A\" / ÉCOLE"}"""), (rows[0].StatedAreas, rows[0].Attributes));
        Assert.Equal((null, null), (rows[1].StatedAreas, rows[1].Attributes));
    }

    [Fact]
    public async Task Without_an_id_equal_rows_differ_by_their_occurrence()
    {
        var (rows, _) = await ConvertAsync(Plain, "from,what,x,y\n2020-01-01 10:00,a,,\n2020-01-01 10:00,b,,\n2020-01-01 10:00,a,,\n");
        Assert.Equal(["#0", "#0", "#1"], rows.Select(row => row.SourceKey[^2..]));
        Assert.Equal(rows[0].ContentHash, rows[2].ContentHash);
        Assert.NotEqual(rows[0].ContentHash, rows[1].ContentHash);
        Assert.All(rows, row => Assert.Equal(Standing.First, row.Standing));
    }

    [Fact]
    public async Task Borders_of_fields_count_in_the_hash()
    {
        var (rows, _) = await ConvertAsync(Plain, "from,what,x,y,a,b\n2020-01-01 10:00,t,,,xy,z\n2020-01-01 10:00,t,,,x,yz\n");
        Assert.NotEqual(rows[0].SourceKey, rows[1].SourceKey);
    }

    [Fact]
    public async Task With_an_id_the_content_is_what_the_profile_reads()
    {
        var profile = Plain with { Id = "id" };
        var (rows, notes) = await ConvertAsync(profile, """
            row,id,from,what,x,y
            1,A,2020-01-01 10:00,theft,,
            2,A,2020-01-01 10:00,theft,,
            3,A,2020-01-01 11:00,theft,,
            4,,2020-01-01 11:00,theft,,

            """);
        Assert.Equal(["A", "A", "A"], rows.Take(3).Select(row => row.SourceKey));
        Assert.Equal([Standing.First, Standing.Repeat, Standing.OtherContent, Standing.First], rows.Select(row => row.Standing));
        Assert.EndsWith("#0", rows[3].SourceKey);
        Assert.Equal(1, notes.Counts[Notes.NoId]);
    }

    [Fact]
    public async Task Source_values_without_a_rule_are_noted_by_name()
    {
        var (rows, notes) = await ConvertAsync(Plain, "from,what,x,y\n2020-01-01 10:00,TREA,,\n");
        Assert.Equal("trea", rows[0].Category!.Code);
        Assert.Equal(1, notes.Counts["unmapped-category: TREA"]);
    }

    private async Task<(IReadOnlyList<ImportRow> Rows, Notes Notes)> ConvertAsync(SourceProfile profile, string text)
    {
        using var rows = SourceRows.Open(await folder.SourceAsync("f.csv", text), profile.Columns(), profile.NeededColumns());
        var reader = new ChunkReader(rows, new RowConverter(profile, profile.Columns(), 4326, Now, "f.csv"), 1000, 0);
        var chunk = Assert.Single(reader.Read(CancellationToken.None));
        return (chunk.Rows, chunk.Notes);
    }

    public void Dispose() => folder.Dispose();
}
