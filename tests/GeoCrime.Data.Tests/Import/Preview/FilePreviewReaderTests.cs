using System.Text;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Preview;
using GeoCrime.Data.Import.Reading;
using GeoCrime.Tests;

namespace GeoCrime.Data.Tests.Import.Preview;

public sealed class FilePreviewReaderTests : IDisposable
{
    private static readonly string Profiles = Path.Combine(RepositoryFiles.Root, "gis-data", "sources");
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Odd_names_are_guessed_by_their_values()
    {
        var preview = await ReadAsync("Wann;Was;Breite;Laenge;Aktenzeichen;Bemerkung\n" + Rows(60, i => $"{1 + (i % 28)}.3.2024 14:{i:00};{(i % 3 == 0 ? "Diebstahl" : "Raub")};48,2{i:000};16,3{i:000};AZ{i};frei {i}"));

        Assert.Equal((SourceFormat.Csv, ';', "utf-8", 60, true), (preview.Format, preview.Delimiter, preview.Encoding, preview.RowsLookedAt, preview.Whole));
        Assert.Equal([ColumnRole.Occurred, ColumnRole.Category, ColumnRole.Y, ColumnRole.X, ColumnRole.Id, null], preview.Columns.Select(column => column.Role));
        Assert.Equal(["d.M.yyyy H:mm"], preview.Dates!.Formats);
        Assert.Empty(preview.Dates.Turned);
        Assert.Equal(20, preview.Rows.Count);
        Assert.Equal(["1.3.2024 14:00", "Diebstahl", "48,2000", "16,3000", "AZ0", "frei 0"], preview.Rows[0]);
    }

    [Theory]
    [InlineData("3/4/2024", "4/3/2024", true, false)]
    [InlineData("3/4/2024", "3/25/2024", false, false)]
    [InlineData("3/4/2024", "25/3/2024", false, false)]
    [InlineData("13/4/2024", "4/13/2024", false, true)]
    public async Task Order_of_day_and_month_is_known_doubtful_or_mixed(string first, string second, bool ambiguous, bool mixed)
    {
        var preview = await ReadAsync($"date,offense\n{first},theft\n{second},robbery\n");

        Assert.Equal((ambiguous, mixed), (preview.Dates!.Ambiguous, preview.Dates.Mixed));
    }

    [Fact]
    public async Task Date_that_is_shown_as_example_is_one_that_can_be_read()
    {
        var preview = await ReadAsync("date,offense\nunknown,theft\n" + string.Concat(Enumerable.Range(13, 9).Select(day => $"{day}.4.2024,robbery\n")));

        Assert.Equal(("13.4.2024", new DateTime(2024, 4, 13)), (preview.Dates!.Example, preview.Dates.Reading));
    }

    [Fact]
    public async Task A_date_beyond_the_twelfth_decides_for_all_columns()
    {
        // The first column alone could be either way; the second cannot.
        var preview = await ReadAsync("occurred,reported,offense\n3/4/2024,25/4/2024,theft\n5/6/2024,26/6/2024,robbery\n");

        Assert.False(preview.Dates!.Ambiguous);
        Assert.Equal(["d/M/yyyy"], preview.Dates.Formats);
        Assert.Equal(new DateTime(2024, 4, 3), preview.Dates.Reading);
        Assert.Equal(new DateTime(2024, 3, 4), preview.Dates.TurnedReading);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("windows-1252")]
    public async Task Encoding_is_seen_and_umlauts_are_read(string encoding)
    {
        var code = encoding == "windows-1252" ? TextEncodings.Of(encoding) : Encoding.GetEncoding(encoding);
        byte[] bytes = [.. code.GetPreamble(), .. code.GetBytes("Datum,Straftat\n2024-03-01,Körperverletzung\n2024-03-02,Diebstahl\n")];

        var preview = await FilePreviewReader.ReadAsync(folder.Write("bericht.csv", bytes), Profiles, CancellationToken.None);

        Assert.Equal(encoding, preview.Encoding, ignoreCase: true);
        Assert.Equal("Körperverletzung", preview.Rows[0][1]);
        Assert.Equal("Datum", preview.Columns[0].Name);
    }

    [Fact]
    public async Task Byte_order_mark_quotes_and_line_breaks_are_no_part_of_values()
    {
        var preview = await FilePreviewReader.ReadAsync(
            folder.Write("a.csv", Encoding.UTF8.GetPreamble().Concat("when,\"what, exactly\"\n2024-03-01 10:00,\"theft\nof a \"\"bike\"\"\"\n"u8.ToArray()).ToArray()), Profiles, CancellationToken.None);

        Assert.Equal(["when", "what, exactly"], preview.Columns.Select(column => column.Name));
        Assert.Equal("theft\nof a \"bike\"", preview.Rows.Single()[1]);
    }

    [Fact]
    public async Task One_row_is_enough_for_guesses()
    {
        var preview = await ReadAsync("date,offense,lon,lat\n2024-03-01,theft,-104.9,39.7\n");

        Assert.Equal([ColumnRole.Occurred, ColumnRole.Category, ColumnRole.X, ColumnRole.Y], preview.Columns.Select(column => column.Role));
        Assert.True(preview.Whole);
    }

    [Fact]
    public async Task A_header_without_rows_has_columns_and_no_guess_of_dates()
    {
        var preview = await ReadAsync("date,offense\n");

        Assert.Equal((0, true), (preview.RowsLookedAt, preview.Whole));
        Assert.Null(preview.Dates);
        Assert.All(preview.Columns, column => Assert.Null(column.Role));
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData(" \n\n", "the file is empty")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", "the file has no features")]
    [InlineData("{\"features\":[{\"attributes\":{\"a\":1}}]}", "this is Esri JSON; it becomes GeoJSON with: ogr2ogr -f GeoJSON out.geojson in.json")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}]}", "its features have no properties")]
    public async Task What_holds_nothing_is_named(string text, string reason)
    {
        var error = await Assert.ThrowsAsync<ImportException>(() => ReadAsync(text));

        Assert.Equal(reason, error.Reason);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4, 1, 2 }, "this is a zip archive; unpack it")]
    [InlineData(new byte[] { 0, 1, 2, 3, 0, 0, 1, 5 }, "the file is binary, neither CSV nor GeoJSON")]
    public async Task What_is_no_text_is_named(byte[] bytes, string reason)
    {
        var error = await Assert.ThrowsAsync<ImportException>(() => FilePreviewReader.ReadAsync(folder.Write("a.bin", bytes), Profiles, CancellationToken.None));

        Assert.StartsWith(reason, error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_off_gzip_shows_the_rows_before_the_break_and_says_where_it_is()
    {
        var whole = TemporaryFolder.Gzip("date,offense,remark\n" + Rows(1000, i => $"2024-03-{1 + (i % 28):00},{(i % 2 == 0 ? "theft" : "robbery")},{Random.Shared.NextInt64()}"));

        var preview = await FilePreviewReader.ReadAsync(folder.Write("cut.csv.gz", whole[..(whole.Length / 2)]), Profiles, CancellationToken.None);

        Assert.InRange(preview.RowsLookedAt, 1, 999);
        Assert.False(preview.Whole);
        Assert.Matches(@"^Row \d+: the gzip data are cut off", preview.Break);
    }

    [Fact]
    public async Task Integers_are_dates_only_where_the_name_says_so()
    {
        var preview = await ReadAsync("case_no,stamp,created_date,offense\n" + Rows(30, i => $"17{i:00}000000,{1_700_000_000_000L + (i * 3_600_000L)},202403{1 + (i % 28):00},{(i % 2 == 0 ? "theft" : "robbery")}"));

        Assert.Equal([ColumnRole.Id, null, ColumnRole.Occurred, ColumnRole.Category], preview.Columns.Select(column => column.Role));
    }

    [Theory]
    [InlineData("V-", ColumnRole.Id)]
    [InlineData("", null)]
    [InlineData("some words ", null)]
    public async Task A_first_column_of_codes_is_an_id_but_row_numbers_are_none(string before, ColumnRole? role)
    {
        var preview = await ReadAsync("Vorgang,date,offense\n" + Rows(30, i => $"{before}{i},2024-03-{1 + (i % 28):00},{(i % 2 == 0 ? "theft" : "robbery")}"));

        Assert.Equal(role, preview.Columns[0].Role);
    }

    [Theory]
    [InlineData("denver_crime_2019_2024.csv.gz", "denver")]
    [InlineData("la_lapd_crime_sample.csv.gz", "los-angeles")]
    [InlineData("chicago_carjackings_2020.geojson", "chicago-carjackings")]
    [InlineData("sf_sfpd_incidents_2003_2008.csv.gz", "san-francisco")]
    public async Task Published_files_are_recognised_and_their_columns_guessed(string file, string profile)
    {
        var preview = await FilePreviewReader.ReadAsync(RepositoryFiles.OpenData(file), Profiles, CancellationToken.None);
        var known = ImportDatabase.Profile(profile);
        string? Column(ColumnRole role) => preview.Columns.FirstOrDefault(column => column.Role == role)?.Name;

        Assert.Equal(profile, preview.Profiles[0].Code);
        Assert.Equal(known.OccurredFrom.Column, Column(ColumnRole.Occurred));
        Assert.Equal(known.OccurredFrom.TimeColumn, Column(ColumnRole.Time));
        Assert.Equal(known.ReportedAt?.Column, Column(ColumnRole.Reported));
        Assert.Equal(known.Category.Column, Column(ColumnRole.Category));
        Assert.Equal(known.Id, Column(ColumnRole.Id));
        if (known.Position is { } position)
            Assert.Equal((position.X, position.Y), (Column(ColumnRole.X), Column(ColumnRole.Y)));
    }

    private Task<FilePreview> ReadAsync(string text) => FilePreviewReader.ReadAsync(folder.Write("some.csv", text), Profiles, CancellationToken.None);

    private static string Rows(int count, Func<int, string> row) => string.Concat(Enumerable.Range(0, count).Select(i => row(i) + "\n"));

    public void Dispose() => folder.Dispose();
}
