namespace GeoCrime.Domain.Ports;

/// <summary>Encodes Mapbox vector tiles; an empty array is an empty tile.</summary>
public interface ITiles
{
    /// <summary>Current areas of a kind: code, name.</summary>
    Task<byte[]> AreasAsync(Jurisdiction jurisdiction, string kind, TileAddress tile, AccessPolicy policy, CancellationToken cancellationToken);

    /// <summary>Single located incidents: id, category, severity, occurred (local, ISO 8601).</summary>
    Task<byte[]> IncidentsAsync(Jurisdiction jurisdiction, IncidentFilter filter, TileAddress tile, AccessPolicy policy, CancellationToken cancellationToken);

    /// <summary>Features computed elsewhere.</summary>
    /// <param name="geometries">EPSG:3857.</param>
    /// <param name="properties">One JSON object a feature; numbers stay numbers.</param>
    Task<byte[]> FeaturesAsync(string layer, IReadOnlyList<NetTopologySuite.Geometries.Geometry> geometries, IReadOnlyList<string> properties, TileAddress tile, CancellationToken cancellationToken);
}
