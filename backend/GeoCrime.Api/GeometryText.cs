using System.Buffers;
using System.Text;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace GeoCrime.Api;

/// <summary>Builds one GeoJSON geometry as UTF-8 in a pooled buffer and hands it to the JSON writer in one piece.</summary>
/// <remarks>A layer is nearly all coordinates: written one by one through the JSON writer they cost several times as much.</remarks>
internal sealed class GeometryText : IDisposable
{
    /// <summary>Two numbers and what stands around them: <c>,[x,y]</c>.</summary>
    private const int PositionBytes = (2 * DegreeText.MostBytes) + 4;

    private readonly Func<double, double, (double Longitude, double Latitude)>? toDegrees;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(512);
    private int length;
    private bool needsComma;

    /// <param name="type">As RFC 7946 names it.</param>
    /// <param name="toDegrees">Applied to each position; null where positions are degrees.</param>
    public GeometryText(string type, Func<double, double, (double Longitude, double Latitude)>? toDegrees)
    {
        this.toDegrees = toDegrees;
        Append("{\"type\":\""u8);
        length += Encoding.ASCII.GetBytes(type, buffer.AsSpan(length));
        Append("\",\"coordinates\":"u8);
    }

    public void Open()
    {
        Room(PositionBytes);
        if (needsComma)
            buffer[length++] = (byte)',';
        buffer[length++] = (byte)'[';
        needsComma = false;
    }

    public void Close()
    {
        Room(PositionBytes);
        buffer[length++] = (byte)']';
        needsComma = true;
    }

    /// <exception cref="ArgumentException">A coordinate is not finite.</exception>
    public void Position(double x, double y)
    {
        var (longitude, latitude) = toDegrees is null ? (x, y) : toDegrees(x, y);
        Room(PositionBytes);
        var to = buffer.AsSpan(length);
        var written = 0;
        if (needsComma)
            to[written++] = (byte)',';
        to[written++] = (byte)'[';
        written += DegreeText.Write(to[written..], longitude);
        to[written++] = (byte)',';
        written += DegreeText.Write(to[written..], latitude);
        to[written++] = (byte)']';
        length += written;
        needsComma = true;
    }

    public void Positions(CoordinateSequence positions)
    {
        Open();
        for (var index = 0; index < positions.Count; index++)
            Position(positions.GetX(index), positions.GetY(index));
        Close();
    }

    public void WriteTo(Utf8JsonWriter json)
    {
        Room(1);
        buffer[length] = (byte)'}';
        json.WriteRawValue(buffer.AsSpan(0, length + 1), skipInputValidation: true);
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    private void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(buffer.AsSpan(length));
        length += text.Length;
    }

    private void Room(int bytes)
    {
        if (buffer.Length - length >= bytes)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(2 * buffer.Length);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
