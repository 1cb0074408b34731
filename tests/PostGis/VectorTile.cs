using System.Buffers.Binary;
using System.Text;

namespace GeoCrime.Tests;

/// <summary>A decoded Mapbox vector tile (version 2): layers, attributes and the first position of each geometry.</summary>
public sealed record VectorTile(IReadOnlyList<VectorTile.Layer> Layers)
{
    public sealed record Layer(string Name, IReadOnlyList<Feature> Features);

    /// <param name="Kind">1 point, 2 line, 3 polygon.</param>
    /// <param name="X">0…4096 from the tile's west edge; the first position.</param>
    /// <param name="Y">0…4096 from the tile's north edge.</param>
    public sealed record Feature(int Kind, int X, int Y, IReadOnlyDictionary<string, object> Attributes);

    public static VectorTile Read(byte[] bytes) =>
        new([.. Fields(bytes).Where(field => field.Number == 3).Select(field => ReadLayer(field.Bytes))]);

    private static Layer ReadLayer(byte[] bytes)
    {
        var fields = Fields(bytes).ToList();
        var keys = fields.Where(field => field.Number == 3).Select(field => Encoding.UTF8.GetString(field.Bytes)).ToArray();
        var values = fields.Where(field => field.Number == 4).Select(field => ReadValue(field.Bytes)).ToArray();
        var name = Encoding.UTF8.GetString(fields.Single(field => field.Number == 1).Bytes);
        return new Layer(name, [.. fields.Where(field => field.Number == 2).Select(field => ReadFeature(field.Bytes, keys, values))]);
    }

    private static Feature ReadFeature(byte[] bytes, string[] keys, object[] values)
    {
        var fields = Fields(bytes).ToList();
        var tags = fields.Where(field => field.Number == 2).SelectMany(field => Numbers(field.Bytes)).ToArray();
        var geometry = fields.Where(field => field.Number == 4).SelectMany(field => Numbers(field.Bytes)).ToArray();
        var kind = fields.Where(field => field.Number == 3).Select(field => (int)field.Value).SingleOrDefault();
        return new Feature(kind, Signed(geometry[1]), Signed(geometry[2]), tags.Chunk(2).ToDictionary(pair => keys[pair[0]], pair => values[pair[1]]));
    }

    private static object ReadValue(byte[] bytes)
    {
        var field = Fields(bytes).Single();
        return field.Number switch
        {
            1 => Encoding.UTF8.GetString(field.Bytes),
            2 => (double)BitConverter.UInt32BitsToSingle((uint)field.Value),
            3 => BitConverter.UInt64BitsToDouble(field.Value),
            6 => (long)(field.Value >> 1) ^ -(long)(field.Value & 1),
            7 => field.Value != 0,
            _ => (long)field.Value,
        };
    }

    private static int Signed(ulong value) => (int)(value >> 1) ^ -(int)(value & 1);

    private static IEnumerable<ulong> Numbers(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
            yield return Number(bytes, ref at);
    }

    private static List<(int Number, ulong Value, byte[] Bytes)> Fields(byte[] bytes)
    {
        var fields = new List<(int, ulong, byte[])>();
        for (var at = 0; at < bytes.Length;)
        {
            var key = Number(bytes, ref at);
            var (value, content) = (0UL, Array.Empty<byte>());
            switch (key & 7)
            {
                case 0:
                    value = Number(bytes, ref at);
                    break;
                case 1:
                    value = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));
                    at += 8;
                    break;
                case 2:
                    var length = (int)Number(bytes, ref at);
                    content = bytes[at..(at + length)];
                    at += length;
                    break;
                case 5:
                    value = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
                    at += 4;
                    break;
                default:
                    throw new FormatException($"Wire type {key & 7} at byte {at}.");
            }
            fields.Add(((int)(key >> 3), value, content));
        }
        return fields;
    }

    private static ulong Number(byte[] bytes, ref int at)
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var each = bytes[at++];
            value |= (ulong)(each & 0x7f) << shift;
            if (each < 0x80)
                return value;
            shift += 7;
        }
    }
}
