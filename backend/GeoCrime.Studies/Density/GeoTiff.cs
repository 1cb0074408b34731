using System.IO.Compression;
using System.Text;
using GeoCrime.Analytics.Density;

namespace GeoCrime.Studies.Density;

/// <summary>Writes a surface as a GeoTIFF 1.1 (OGC 19-008): bands of float32, north up, deflated in strips.</summary>
public static class GeoTiff
{
    private const int RowsPerStrip = 64;
    private const ushort Short = 3, Long = 4, Double = 12, Ascii = 2;

    /// <param name="bands">Each of shape [rows × columns], row 0 northmost; NaN is no data.</param>
    /// <param name="epsg">Projected CRS in metres; null writes no CRS.</param>
    /// <param name="description">What the values are, with their unit.</param>
    public static byte[] Encode(Grid grid, IReadOnlyList<float[]> bands, int? epsg, string description)
    {
        if (bands.FirstOrDefault(band => band.Length != grid.Cells) is { } odd)
            throw new ArgumentException($"There are {odd.Length} values for {grid.Cells} cells.", nameof(bands));
        var strips = bands.SelectMany(band => Enumerable.Range(0, (grid.Rows + RowsPerStrip - 1) / RowsPerStrip).Select(strip => Deflate(band.AsSpan(
            strip * RowsPerStrip * grid.Columns, Math.Min(RowsPerStrip, grid.Rows - (strip * RowsPerStrip)) * grid.Columns)))).ToArray();
        ushort[] keys = epsg is { } code
            ? [1, 1, 1, 3, /* projected */ 1024, 0, 1, 1, /* a value stands for its cell */ 1025, 0, 1, 1, 3072, 0, 1, (ushort)code]
            : [1, 1, 0, 1, 1025, 0, 1, 1];
        var tags = new List<Tag>
        {
            new(256, Long, Of((uint)grid.Columns)),
            new(257, Long, Of((uint)grid.Rows)),
            new(258, Short, [.. bands.SelectMany(_ => Of((ushort)32))]),
            new(259, Short, Of(/* deflate */ (ushort)8)),
            new(262, Short, Of((ushort)1)),
            new(270, Ascii, Text(description)),
            new(273, Long, new byte[4 * strips.Length]),
            new(277, Short, Of((ushort)bands.Count)),
            new(278, Long, Of((uint)RowsPerStrip)),
            new(279, Long, [.. strips.SelectMany(strip => Of((uint)strip.Length))]),
            new(284, Short, Of(/* band after band */ (ushort)2)),
            new(305, Ascii, Text("GeoCrime")),
            new(339, Short, [.. bands.SelectMany(_ => Of(/* floating point */ (ushort)3))]),
            new(33550, Double, [.. Of(grid.CellMetres), .. Of(grid.CellMetres), .. Of(0.0)]),
            new(33922, Double, [.. Of(0.0), .. Of(0.0), .. Of(0.0), .. Of(grid.OriginX), .. Of(grid.OriginY), .. Of(0.0)]),
            new(34735, Short, [.. keys.SelectMany(Of)]),
            new(42113, Ascii, Text("nan")),
        };
        return Assemble(tags, strips);
    }

    private static byte[] Assemble(List<Tag> tags, byte[][] strips)
    {
        const int header = 8;
        var directory = 2 + (12 * tags.Count) + 4;
        // Values of more than four bytes lie behind the directory, the strips behind them.
        var data = header + directory + tags.Sum(tag => tag.OutOfLine);
        var offset = (uint)data;
        tags[tags.FindIndex(tag => tag.Number == 273)] = new Tag(273, Long, [.. strips.SelectMany(strip =>
        {
            var here = offset;
            offset += (uint)strip.Length;
            return Of(here);
        })]);
        using var file = new MemoryStream((int)offset);
        using var writer = new BinaryWriter(file);
        writer.Write("II*\0"u8);
        writer.Write((uint)header);
        writer.Write((ushort)tags.Count);
        var next = (uint)(header + directory);
        foreach (var tag in tags)
        {
            writer.Write(tag.Number);
            writer.Write(tag.Type);
            writer.Write((uint)(tag.Bytes.Length / tag.Size));
            if (tag.OutOfLine == 0)
                writer.Write([.. tag.Bytes, .. new byte[4 - tag.Bytes.Length]]);
            else
                writer.Write(next);
            next += (uint)tag.OutOfLine;
        }
        writer.Write(0u);
        foreach (var tag in tags.Where(tag => tag.OutOfLine > 0))
            writer.Write([.. tag.Bytes, .. new byte[tag.OutOfLine - tag.Bytes.Length]]);
        foreach (var strip in strips)
            writer.Write(strip);
        return file.ToArray();
    }

    private static byte[] Deflate(ReadOnlySpan<float> values)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
            foreach (var value in values)
                zlib.Write(BitConverter.GetBytes(value));
        return packed.ToArray();
    }

    private static byte[] Text(string text) => [.. Encoding.ASCII.GetBytes(text.Replace('²', '2')), 0];

    private static byte[] Of(ushort value) => BitConverter.GetBytes(value);

    private static byte[] Of(uint value) => BitConverter.GetBytes(value);

    private static byte[] Of(double value) => BitConverter.GetBytes(value);

    private sealed record Tag(ushort Number, ushort Type, byte[] Bytes)
    {
        public int Size => Type switch { Ascii => 1, Short => 2, Long => 4, _ => 8 };

        /// <summary>Bytes behind the directory, rounded up to a word; 0 where the value lies in it.</summary>
        public int OutOfLine => Bytes.Length <= 4 ? 0 : (Bytes.Length + 1) / 2 * 2;
    }
}
