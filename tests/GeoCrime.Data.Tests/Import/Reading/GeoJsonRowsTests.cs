using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GeoCrime.Data.Import;
using GeoCrime.Data.Import.Reading;

namespace GeoCrime.Data.Tests.Import.Reading;

public sealed class GeoJsonRowsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Properties_are_columns_and_the_point_is_the_position()
    {
        var file = await folder.SourceAsync("f.geojson", Collection("""
            {"type":"Feature","properties":{"Case _mber":"JD1","n":3,"flag":true,"gone":null},"geometry":{"type":"Point","coordinates":[-87.6,41.8,5]}},
            {"type":"Feature","properties":{"n":4.5},"geometry":null},
            {"type":"Feature","geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}
            """));
        using var rows = SourceRows.Open(file, ["Case _mber", "n", "flag", "gone"], ["n"]);

        Assert.True(rows.Read());
        Assert.Equal(["JD1", "3", "true", ""], Enumerable.Range(0, 4).Select(rows.Field));
        Assert.Equal((-87.6, 41.8), rows.Geometry);
        Assert.True(rows.Read());
        Assert.Equal(["", "4.5"], [rows.Field(0), rows.Field(1)]);
        Assert.Null(rows.Geometry);
        Assert.True(rows.Read());
        Assert.Equal(QuarantineReason.Malformed, rows.Defect);
        Assert.Null(rows.Geometry);
        Assert.False(rows.Read());
        Assert.Equal(3, rows.Number);
    }

    [Theory]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", 4326)]
    [InlineData("urn:ogc:def:crs:EPSG::2232", 2232)]
    [InlineData("EPSG:2227", 2227)]
    public async Task The_crs_is_read_even_where_it_stands_behind_the_features(string name, int srid)
    {
        var file = await folder.SourceAsync("f.geojson", """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":null}],"crs":{"type":"name","properties":{"name":"NAME"}}}
            """.Replace("NAME", name));
        using var rows = SourceRows.Open(file, ["a"], []);
        Assert.Equal(srid, rows.Srid);
    }

    [Fact]
    public async Task A_crs_without_an_epsg_code_is_refused()
    {
        var file = await folder.SourceAsync("f.geojson", """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"local grid"}},"features":[{"type":"Feature","properties":{"a":1},"geometry":null}]}
            """);
        var error = Assert.Throws<ImportException>(() => SourceRows.Open(file, ["a"], []));
        Assert.Equal("f.geojson: unknown coordinate reference system 'local grid'; name one as EPSG:4326", error.Message);
    }

    [Fact]
    public async Task Text_that_is_no_text_is_replaced()
    {
        byte[] start = Encoding.UTF8.GetBytes("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":"x\u0000y","b":"Caf""");
        var path = folder.Write("f.geojson", [.. start, 0xE9, .. "\",\"c\":\"\\ud800\"},\"geometry\":null}]}"u8]);
        using var rows = SourceRows.Open(await SourceFile.InspectAsync(path), ["a", "b", "c"], []);
        Assert.True(rows.Read());
        Assert.Equal(["x\uFFFDy", "Caf\uFFFD", "\\ud800"], Enumerable.Range(0, 3).Select(rows.Field));
        Assert.True(rows.Mangled);
    }

    [Fact]
    public async Task Json_that_breaks_off_is_refused_at_its_byte_before_any_row()
    {
        var text = Collection("""{"type":"Feature","properties":{"a":1},"geometry":null},{"type":"Feature","prop""")[..^2];
        var file = await folder.SourceAsync("f.geojson", text);
        var error = Assert.Throws<ImportException>(() => SourceRows.Open(file, ["a"], []));
        Assert.Equal(2, error.Row);
        Assert.StartsWith("unreadable JSON at byte ", error.Reason);
    }

    [Theory]
    [InlineData("""{"type":"Feature","properties":{}}""", "the JSON is no GeoJSON FeatureCollection (type is Feature)")]
    [InlineData("""{"features":[{"attributes":{"crime_id":1}}]}""", "the JSON is no GeoJSON FeatureCollection (type is not given)")]
    [InlineData("""{"type":"FeatureCollection"}""", "the JSON is no GeoJSON FeatureCollection (type is FeatureCollection)")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "the file has no features")]
    public async Task Other_json_is_refused(string text, string reason)
    {
        var file = await folder.SourceAsync("f.geojson", text);
        Assert.Equal(reason, Assert.Throws<ImportException>(() => SourceRows.Open(file, [], [])).Reason);
    }

    [Fact]
    public async Task A_missing_property_is_named_with_those_present()
    {
        var file = await folder.SourceAsync("f.geojson", Collection("""{"properties":{"a":1}},{"properties":{"b":1}}"""));
        Assert.Equal("the column 'c' is missing; present are 'a', 'b'", Assert.Throws<ImportException>(() => SourceRows.Open(file, ["c"], [])).Reason);
    }

    /// <summary>Features of up to 100 kB, so that they lie across the borders of the reader's buffer.</summary>
    [Fact]
    public void Features_of_any_size_come_whole_and_in_order() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ArrayOf().Resize(12).ToArbitrary(), lengths =>
        {
            var text = "{\"type\": \"FeatureCollection\",\"other\":{\"features\":[1]},\"features\":["
                + string.Join(",\n", lengths.Select(length => $"{{\"properties\":{{\"a\":\"{new string('x', length)}\"}}}}")) + "]}";
            using var reader = new FeatureReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), "f");
            var read = new List<int>();
            while (reader.Read())
                read.Add(reader.Feature.GetProperty("properties").GetProperty("a").GetString()!.Length);
            return read.SequenceEqual(lengths) && reader.Count == lengths.Length;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static string Collection(string features) => $"{{\"type\":\"FeatureCollection\",\"features\":[{features}]}}";

    public void Dispose() => folder.Dispose();
}
