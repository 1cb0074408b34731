using System.Buffers.Binary;
using System.Text.Json;

namespace GeoCrime.Analytics.Learning;

/// <summary>Named single-precision matrices and text metadata in the public safetensors format: header length, JSON header, data.</summary>
/// <param name="Metadata">Text by name.</param>
/// <param name="Tensors">Row-major values with their shape, by name, in file order.</param>
/// <remarks>Format: huggingface.co/docs/safetensors. Only the data type F32 is read and written. Equal content gives equal bytes.</remarks>
public sealed record TensorFile(
    IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<(string Name, int[] Shape, float[] Values)> Tensors)
{
    private const int LengthBytes = 8;
    private const int Alignment = 8;

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes()
    {
        var header = Header();
        var dataBytes = Tensors.Sum(t => t.Values.Length) * sizeof(float);
        var bytes = new byte[LengthBytes + header.Length + dataBytes];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, header.Length);
        header.CopyTo(bytes, LengthBytes);
        var at = LengthBytes + header.Length;
        foreach (var (_, _, values) in Tensors)
            foreach (var value in values)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(at), value);
                at += sizeof(float);
            }
        return bytes;
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <exception cref="InvalidDataException">They are no such file, or not all of it; the message says what is wrong.</exception>
    public static TensorFile FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < LengthBytes)
            throw new InvalidDataException($"the model file has {bytes.Length} bytes; its header alone takes more: it is truncated or not a model");
        var headerLength = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        if (headerLength < 2 || headerLength > bytes.Length - LengthBytes)
            throw new InvalidDataException(
                $"the model file names a header of {headerLength} bytes but has {bytes.Length - LengthBytes} left: it is truncated or not a model");
        var data = bytes[(LengthBytes + (int)headerLength)..];
        try
        {
            using var document = JsonDocument.Parse(bytes.Slice(LengthBytes, (int)headerLength).ToArray());
            return Read(document.RootElement, data);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new InvalidDataException($"the model file's header is not a safetensors header: {e.Message}", e);
        }
    }

    /// <summary>The same with further texts; those of the same name are replaced.</summary>
    public TensorFile With(params (string Name, string Text)[] labels)
    {
        var metadata = new Dictionary<string, string>(Metadata);
        foreach (var (name, text) in labels)
            metadata[name] = text;
        return this with { Metadata = metadata };
    }

    /// <summary>A text of the metadata.</summary>
    /// <exception cref="InvalidDataException">It is missing.</exception>
    public string Text(string name) => Metadata.GetValueOrDefault(name) ?? throw new InvalidDataException($"the model file's {name} is missing");

    /// <summary>Checks what the file says it is.</summary>
    /// <exception cref="InvalidDataException">It is of another format or version.</exception>
    public void Require(string format, string version)
    {
        var (ownFormat, ownVersion) = (Metadata.GetValueOrDefault("format"), Metadata.GetValueOrDefault("version"));
        if (ownFormat != format)
            throw new InvalidDataException($"the file is a {ownFormat ?? "safetensors file without a format name"}, not a {format} model");
        if (ownVersion != version)
            throw new InvalidDataException($"the model file has version {ownVersion}; this program reads version {version}: train again");
    }

    private static TensorFile Read(JsonElement root, ReadOnlySpan<byte> data)
    {
        var metadata = new Dictionary<string, string>();
        var tensors = new List<(string, int[], float[])>();
        var end = 0;
        foreach (var entry in root.EnumerateObject())
        {
            if (entry.Name == "__metadata__")
            {
                foreach (var item in entry.Value.EnumerateObject())
                    metadata[item.Name] = item.Value.GetString() ?? "";
                continue;
            }
            var type = entry.Value.GetProperty("dtype").GetString();
            if (type != "F32")
                throw new InvalidDataException($"tensor {entry.Name} has the data type {type}; only F32 is read");
            var shape = entry.Value.GetProperty("shape").EnumerateArray().Select(d => d.GetInt32()).ToArray();
            var offsets = entry.Value.GetProperty("data_offsets").EnumerateArray().Select(o => o.GetInt32()).ToArray();
            var length = shape.Aggregate(1L, (product, d) => product * d);
            if (offsets.Length != 2 || offsets[0] != end || shape.Any(d => d < 0) || offsets[1] - offsets[0] != length * sizeof(float))
                throw new InvalidDataException($"tensor {entry.Name} does not follow the one before it or does not have the size of its shape");
            end = offsets[1];
            if (end > data.Length)
                throw new InvalidDataException($"the model file ends within tensor {entry.Name}: it is truncated");
            var values = new float[length];
            for (var i = 0; i < values.Length; i++)
                values[i] = BinaryPrimitives.ReadSingleLittleEndian(data[(offsets[0] + i * sizeof(float))..]);
            tensors.Add((entry.Name, shape, values));
        }
        if (end != data.Length)
            throw new InvalidDataException($"the model file has {data.Length - end} bytes after its last tensor");
        return new TensorFile(metadata, tensors);
    }

    private byte[] Header()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            foreach (var (name, text) in Metadata.OrderBy(m => m.Key, StringComparer.Ordinal))
                json.WriteString(name, text);
            json.WriteEndObject();
            var at = 0;
            foreach (var (name, shape, values) in Tensors)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", "F32");
                json.WriteStartArray("shape");
                foreach (var size in shape)
                    json.WriteNumberValue(size);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(at);
                at += values.Length * sizeof(float);
                json.WriteNumberValue(at);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        while (stream.Length % Alignment != 0)
            stream.WriteByte((byte)' ');
        return stream.ToArray();
    }
}
