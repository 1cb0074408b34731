using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NtsGeometry = NetTopologySuite.Geometries.Geometry;

namespace GeoCrime.Data.Geometry;

/// <summary>Extended well-known binary as PostGIS reads it: little-endian, spatial reference included.</summary>
internal static class GeometryBytes
{
    /// <summary>Z and M are written only where the first coordinate has them.</summary>
    public static byte[] Write(NtsGeometry geometry)
    {
        var first = geometry.Coordinate;
        var emitZ = first is not null && !double.IsNaN(first.Z);
        var emitM = first is not null && !double.IsNaN(first.M);
        return new WKBWriter(ByteOrder.LittleEndian, handleSRID: true, emitZ, emitM).Write(geometry);
    }
}
