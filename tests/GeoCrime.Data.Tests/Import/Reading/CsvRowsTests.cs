using System.Text;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Reading;

namespace GeoCrime.Data.Tests.Import.Reading;

public sealed class CsvRowsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Byte_order_mark_carriage_returns_and_spaces_in_the_header_do_not_matter()
    {
        var rows = await ReadAsync("\uFEFFDate ,PER CAPITA INCOME \r\n2020-01-01, 5 \r\n", ["Date", "PER CAPITA INCOME"]);
        Assert.Equal([["2020-01-01", "5"]], rows.Select(row => row.Fields));
    }

    [Fact]
    public async Task Quoted_fields_may_hold_commas_quotes_and_line_breaks()
    {
        var rows = await ReadAsync("a,b\n\"x,1\",\"he said \"\"no\"\"\nand left\"\n2,3\n", ["a", "b"]);
        Assert.Equal([["x,1", "he said \"no\"\nand left"], ["2", "3"]], rows.Select(row => row.Fields));
        Assert.All(rows, row => Assert.Null(row.Defect));
    }

    [Fact]
    public async Task The_second_of_two_equal_names_is_addressed_by_number()
    {
        var rows = await ReadAsync("DATE OCC,DATE OCC,x\n10/15/2020,44119,1\n", ["DATE OCC#2", "DATE OCC"]);
        Assert.Equal(["44119", "10/15/2020"], rows[0].Fields);
    }

    [Fact]
    public async Task A_row_that_ends_behind_the_needed_columns_is_whole()
    {
        var rows = await ReadAsync("id,date,x,y\n1,2020\n", ["id", "date", "y"], needed: ["id", "date"]);
        Assert.Null(rows[0].Defect);
        Assert.True(rows[0].EndsEarly);
        Assert.Equal(["1", "2020", ""], rows[0].Fields);
    }

    [Theory]
    [InlineData("1\n", "too-few-fields")]
    [InlineData("1,2020,3,4,5\n", "too-many-fields")]
    [InlineData("1,2020,3,4,,\n", null)]
    [InlineData("1,\"2020,3,4\n2,2021,5,6\n", "unclosed-quote")]
    public async Task Rows_of_another_length_are_judged(string text, string? reason)
    {
        var rows = await ReadAsync("id,date,x,y\n" + text, ["id"], needed: ["id", "date"]);
        Assert.Equal(reason, rows[0].Defect?.Code);
    }

    [Fact]
    public async Task A_quote_that_swallows_the_file_is_an_error_with_its_row()
    {
        var text = "a,b\n1,2\n3,\"open\n" + string.Concat(Enumerable.Repeat("some row or other,5\n", 20_000));
        var error = await Assert.ThrowsAsync<ImportException>(() => ReadAsync(text, ["a"]));
        Assert.Equal((2, "a field is longer than 262,144 characters; is a quote not closed?"), (error.Row, error.Reason));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_replaced_and_noted()
    {
        byte[] bytes = [.. "a,b\nCaf"u8, 0xE9, .. ",x\0y\nCafé,z\n"u8, .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("plain,row\n", 100)))];
        var rows = await ReadAsync(bytes, ["a", "b"]);
        Assert.Equal([["Caf\uFFFD", "x\uFFFDy"], ["Café", "z"]], rows.Take(2).Select(row => row.Fields));
        Assert.Equal([true, false], rows.Take(2).Select(row => row.Mangled));
    }

    [Fact]
    public async Task Sixteen_bit_text_is_known_by_its_mark()
    {
        var rows = await ReadAsync([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a,b\n1,ü\n")], ["b"]);
        Assert.Equal(["ü"], rows[0].Fields);
    }

    [Fact]
    public async Task Blank_lines_are_no_rows_and_a_header_alone_has_none()
    {
        Assert.Equal(2, (await ReadAsync("a,b\n\n1,2\n\n\n3,4\n", ["a"])).Count);
        Assert.Empty(await ReadAsync("a,b\n", ["a"]));
    }

    [Fact]
    public async Task A_missing_column_is_named_with_those_present()
    {
        var error = await Assert.ThrowsAsync<ImportException>(() => ReadAsync("Date,Category \n1,2\n", ["OFFENSE_ID"]));
        Assert.Equal("f.csv: the column 'OFFENSE_ID' is missing; present are 'Date', 'Category'", error.Message);
    }

    [Fact]
    public async Task A_row_is_kept_as_it_stands_in_the_file()
    {
        var rows = await ReadAsync("a,b\r\n1,\"x \"\"y\"\"\"\r\n", ["a"]);
        Assert.Equal("1,\"x \"\"y\"\"\"", rows[0].Raw);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \r\n\n")]
    [InlineData("\uFEFF")]
    public async Task An_empty_file_is_refused(string text)
    {
        var error = await Assert.ThrowsAsync<ImportException>(() => folder.SourceAsync("empty.csv", text));
        Assert.Equal("empty.csv: the file is empty", error.Message);
    }

    [Fact]
    public async Task Binary_a_zip_a_folder_and_nothing_are_refused_by_name()
    {
        var garbage = new byte[10_000];
        new Random(7).NextBytes(garbage);
        garbage[0] = (byte)'x';
        Assert.Equal("g.csv: the file is binary, neither CSV nor GeoJSON", await RefusalAsync(folder.Write("g.csv", garbage)));
        Assert.Equal("g.gz: the file is binary, neither CSV nor GeoJSON", await RefusalAsync(folder.Write("g.gz", TemporaryFolder.Gzip(garbage))));
        Assert.Equal("z.csv: this is a zip archive; unpack it and import the file inside (a shapefile first becomes GeoJSON: ogr2ogr -t_srs EPSG:4326 out.geojson in.shp)", await RefusalAsync(folder.Write("z.csv", [(byte)'P', (byte)'K', 3, 4, 20, 0])));
        Assert.EndsWith("this is a folder, not a file", await RefusalAsync(Path.GetTempPath()));
        Assert.Equal("/nowhere/f.csv: no such file", await RefusalAsync("/nowhere/f.csv"));
    }

    private static async Task<string> RefusalAsync(string path) =>
        (await Assert.ThrowsAsync<ImportException>(() => SourceFile.InspectAsync(path))).Message;

    private Task<List<Read>> ReadAsync(string text, string[] columns, string[]? needed = null) => ReadAsync(Encoding.UTF8.GetBytes(text), columns, needed);

    private async Task<List<Read>> ReadAsync(byte[] bytes, string[] columns, string[]? needed = null)
    {
        using var rows = SourceRows.Open(await SourceFile.InspectAsync(folder.Write("f.csv", bytes)), columns, needed ?? columns);
        var all = new List<Read>();
        while (rows.Read())
        {
            string[] fields = [.. columns.Select((_, index) => rows.Field(index))];
            all.Add(new Read(fields, rows.Defect, rows.EndsEarly, rows.Mangled, rows.Raw));
        }
        return all;
    }

    public void Dispose() => folder.Dispose();

    private sealed record Read(string[] Fields, QuarantineReason? Defect, bool EndsEarly, bool Mangled, string Raw);
}
