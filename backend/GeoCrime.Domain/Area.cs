using NetTopologySuite.Geometries;

namespace GeoCrime.Domain;

/// <summary>One area of a kind (precinct, neighbourhood …) in its current boundaries.</summary>
/// <param name="Geometry">EPSG:4326, longitude first.</param>
public sealed record Area(int Id, string Kind, string Code, string Name, MultiPolygon Geometry, double SquareKilometres, int? Population);

