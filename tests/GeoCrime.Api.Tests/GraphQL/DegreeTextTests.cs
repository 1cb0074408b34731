using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck.Fluent;
using NetTopologySuite.IO;

namespace GeoCrime.Api.Tests.GraphQL;

public partial class DegreeTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.00000001, "0")]
    [InlineData(-104.98, "-104.98")]
    [InlineData(39.7392358, "39.7392358")]
    [InlineData(0.0000001, "0.0000001")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(9.99999999, "10")]
    [InlineData(180, "180")]
    [InlineData(1234567.25, "1234567.25")]
    [InlineData(1e15, "1000000000000000")]
    public void Coordinate_has_at_most_seven_decimals_and_no_trailing_zeros(double value, string text) => Assert.Equal(text, Text(value));

    [Fact]
    public void Text_reads_back_as_the_rounded_number()
    {
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<FsCheck.NormalFloat>(), given =>
        {
            var value = given.Get % 1000;
            var text = Text(value);
            return Digits().IsMatch(text) && double.Parse(text, CultureInfo.InvariantCulture) == Math.Round(value, 7);
        }));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_not_finite_is_no_coordinate(double value) =>
        Assert.StartsWith($"{value} is no coordinate.", Assert.Throws<ArgumentException>(() => Text(value)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("POINT (1.5 -2)", """{"type":"Point","coordinates":[1.5,-2]}""")]
    [InlineData("LINESTRING (0 0, 1 1)", """{"type":"LineString","coordinates":[[0,0],[1,1]]}""")]
    [InlineData("POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))", """{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}""")]
    [InlineData("MULTIPOINT ((0 0), (1 1))", """{"type":"MultiPoint","coordinates":[[0,0],[1,1]]}""")]
    [InlineData("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))", """{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}""")]
    [InlineData("GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))", """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[0,0],[1,1]]}]}""")]
    public void Every_kind_of_geometry_is_written(string wkt, string json) => Assert.Equal(json, Json(wkt));

    [Fact]
    public void Long_line_outgrows_the_first_buffer()
    {
        var wkt = $"LINESTRING ({string.Join(", ", Enumerable.Range(0, 5000).Select(step => $"{-100 - (step / 10000.0)} {step / 10000.0}"))})";

        Assert.Equal(5000, JsonDocument.Parse(Json(wkt)).RootElement.GetProperty("coordinates").GetArrayLength());
    }

    private static string Text(double value)
    {
        var bytes = new byte[DegreeText.MostBytes];
        return Encoding.UTF8.GetString(bytes, 0, DegreeText.Write(bytes, value));
    }

    private static string Json(string wkt)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            GeoJsonWriter.Write(json, new WKTReader().Read(wkt));
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [GeneratedRegex(@"^-?\d+(\.\d{0,6}[1-9])?$")]
    private static partial Regex Digits();
}
