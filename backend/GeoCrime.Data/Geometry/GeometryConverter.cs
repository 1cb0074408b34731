using NetTopologySuite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql.Internal;
using Npgsql.Internal.Postgres;
using NtsGeometry = NetTopologySuite.Geometries.Geometry;

#pragma warning disable NPG9001 // Npgsql's type plugin interface is marked experimental; it is the supported way to add a type.

namespace GeoCrime.Data.Geometry;

/// <summary>Reads and writes PostGIS <c>geometry</c> as extended well-known binary, spatial reference included.</summary>
internal sealed class GeometryConverter<T> : PgStreamingConverter<T>
    where T : NtsGeometry
{
    /// <summary>A geometry without a spatial reference has 0, as in PostGIS; by default it would have −1.</summary>
    private static readonly NtsGeometryServices Services = new(PrecisionModel.Floating.Value, srid: 0);

    public override T Read(PgReader reader)
    {
        using var stream = reader.GetStream();
        return (T)new WKBReader(Services).Read(stream);
    }

    public override async ValueTask<T> ReadAsync(PgReader reader, CancellationToken cancellationToken = default)
    {
        var bytes = new byte[reader.CurrentRemaining];
        await using var stream = reader.GetStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return (T)new WKBReader(Services).Read(bytes);
    }

    public override Size GetSize(SizeContext context, T value, ref object? writeState)
    {
        var bytes = GeometryBytes.Write(value);
        writeState = bytes;
        return bytes.Length;
    }

    public override void Write(PgWriter writer, T value) =>
        writer.WriteBytes((byte[])writer.Current.WriteState!);

    public override async ValueTask WriteAsync(PgWriter writer, T value, CancellationToken cancellationToken = default) =>
        await writer.WriteBytesAsync((byte[])writer.Current.WriteState!, cancellationToken);
}
