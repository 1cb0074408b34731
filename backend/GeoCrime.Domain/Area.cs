using NetTopologySuite.Geometries;

namespace GeoCrime.Domain;

/// <summary>One area of a kind (precinct, neighbourhood …) in its current boundaries.</summary>
/// <param name="Geometry">EPSG:4326, longitude first.</param>
public sealed record Area(int Id, string Kind, string Code, string Name, MultiPolygon Geometry, double SquareKilometres, int? Population);

/// <summary>A kind of area that a jurisdiction has, with the number of areas.</summary>
public sealed record AreaKind(string Code, string Label, int Areas);
