using System.Buffers.Binary;
using System.IO.Compression;
using GeoCrime.Analytics.Density;
using GeoCrime.Domain;
using GeoCrime.Studies.Density;

namespace GeoCrime.Studies.Tests.Density;

public class RasterFileTests
{
    private static readonly Grid Grid = new(500_000, 4_400_100, 50, 3, 70);
    private static readonly float[] Values = [.. Enumerable.Range(0, 210).Select(number => number == 7 ? float.NaN : number / 4f)];

    [Fact]
    public void GeoTiff_holds_the_values_their_place_and_their_CRS()
    {
        var file = GeoTiff.Encode(Grid, [Values, [.. Values.Select(value => -value)]], 32613, "Reported incidents per km²");
        var tags = Tags(file);
        Assert.Equal((3u, 70u, 2u), (Number(tags[256]), Number(tags[257]), Number(tags[277])));
        Assert.Equal([50, 50, 0], Doubles(tags[33550]));
        Assert.Equal([0, 0, 0, 500_000, 4_400_100, 0], Doubles(tags[33922]));
        var keys = tags[34735].Chunk(2).Select(pair => BinaryPrimitives.ReadUInt16LittleEndian(pair)).ToArray();
        Assert.Equal([1, 1, 1, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 32613], keys.Select(key => (int)key));
        Assert.Equal("Reported incidents per km2\0", System.Text.Encoding.ASCII.GetString(tags[270]));
        Assert.Equal([.. Values, .. Values.Select(value => -value)], Pixels(file, tags));
    }

    [Fact]
    public void GeoTiff_without_a_CRS_says_none() =>
        Assert.Equal(16, Tags(GeoTiff.Encode(new Grid(0, 1, 1, 1, 1), [[1]], null, "x"))[34735].Length);

    [Fact]
    public void GeoTiff_refuses_a_band_of_another_size() =>
        Assert.Contains("5 values for 210 cells", Assert.Throws<ArgumentException>(() => GeoTiff.Encode(Grid, [new float[5]], null, "x")).Message);

    [Fact]
    public void Ascii_grid_starts_with_its_corner_and_lists_rows_from_the_north()
    {
        using var text = new StringWriter();
        AsciiGrid.Write(text, new Grid(100, 300, 10, 2, 2), [1.5f, 2, float.NaN, 4]);
        Assert.Equal("ncols 2\nnrows 2\nxllcorner 100\nyllcorner 280\ncellsize 10\nNODATA_value -9999\n1.5 2\n-9999 4\n", text.ToString());
    }

    [Fact]
    public void Contours_are_valid_polygons_with_their_holes()
    {
        // A ring of density around an empty middle.
        var grid = new Grid(SmallCity.West, SmallCity.South + 2000, 100, 20, 20);
        var values = Enumerable.Range(0, 400).Select(cell => Math.Sqrt(Math.Pow(cell % 20 - 9.5, 2) + Math.Pow(cell / 20 - 9.5, 2)) is > 3 and < 7 ? 10f : 0).ToArray();
        var band = Assert.Single(ContourBands.Of(SmallCity.Columns([]), new DensitySurface(grid, values, 10), [95]));
        Assert.True(band.Region.IsValid);
        var polygon = Assert.IsType<NetTopologySuite.Geometries.Polygon>(Assert.Single(band.Region.Geometries));
        Assert.Equal(1, polygon.NumInteriorRings);
        Assert.Equal((95, 10), (band.Volume, band.Level));
    }

    [Fact]
    public void Contours_count_and_show_the_city_alone()
    {
        // Twice as dense west of the city as in it: were that counted, half the volume would lie outside.
        var grid = new Grid(SmallCity.West - 1000, SmallCity.South + 2000, 100, 30, 20);
        var values = Enumerable.Range(0, 600).Select(cell => cell % 30 < 10 ? 20f : cell % 30 < 20 ? 10f : 0).ToArray();
        var band = Assert.Single(ContourBands.Of(SmallCity.Columns([]), new DensitySurface(grid, values, 20), [60]));
        Assert.Equal(10, band.Level);
        // The west half of the city, to where the density falls off half a cell later.
        Assert.Equal(2e6, SmallCity.Jurisdiction.Projection.ToMetres(band.Region).Area, 2e5);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(double.NaN)]
    public void Contours_take_per_cents(double volume) =>
        Assert.Contains("between 0 and 100", Assert.Throws<ArgumentException>(() => ContourBands.Of(SmallCity.Columns([]), new DensitySurface(Grid, Values, 52), [volume])).Message);

    private static Dictionary<int, byte[]> Tags(byte[] file)
    {
        Assert.Equal("II*\0"u8, file.AsSpan(0, 4));
        var at = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4));
        var tags = new Dictionary<int, byte[]>();
        for (var index = 0; index < BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at)); index++)
        {
            var entry = file.AsSpan(at + 2 + (12 * index), 12);
            var size = BinaryPrimitives.ReadUInt16LittleEndian(entry[2..]) switch { 2 => 1, 3 => 2, 4 => 4, _ => 8 } * BinaryPrimitives.ReadInt32LittleEndian(entry[4..]);
            var offset = size <= 4 ? at + 2 + (12 * index) + 8 : BinaryPrimitives.ReadInt32LittleEndian(entry[8..]);
            tags.Add(BinaryPrimitives.ReadUInt16LittleEndian(entry), file[offset..(offset + size)]);
        }
        // A reader may stop at a tag out of order.
        Assert.Equal(tags.Keys.Order(), tags.Keys);
        return tags;
    }

    private static float[] Pixels(byte[] file, Dictionary<int, byte[]> tags)
    {
        var (offsets, lengths) = (Numbers(tags[273]), Numbers(tags[279]));
        using var pixels = new MemoryStream();
        for (var strip = 0; strip < offsets.Length; strip++)
        {
            using var zlib = new ZLibStream(new MemoryStream(file, (int)offsets[strip], (int)lengths[strip]), CompressionMode.Decompress);
            zlib.CopyTo(pixels);
        }
        return [.. pixels.ToArray().Chunk(4).Select(bytes => BitConverter.ToSingle(bytes))];
    }

    private static uint Number(byte[] tag) => tag.Length == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(tag) : BinaryPrimitives.ReadUInt32LittleEndian(tag);

    private static uint[] Numbers(byte[] tag) => [.. tag.Chunk(4).Select(bytes => BinaryPrimitives.ReadUInt32LittleEndian(bytes))];

    private static double[] Doubles(byte[] tag) => [.. tag.Chunk(8).Select(bytes => BitConverter.ToDouble(bytes))];
}
