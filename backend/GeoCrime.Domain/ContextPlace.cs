namespace GeoCrime.Domain;

/// <summary>A place that is no incident but may draw some: a bar, a licence, a transit stop.</summary>
/// <param name="Kind">Code of its kind.</param>
/// <param name="KindLabel">The kind in words.</param>
/// <param name="SourceId">Unique within the kind.</param>
/// <param name="Name">As published; null where the source has none.</param>
/// <param name="Longitude">Degrees, EPSG:4326.</param>
public sealed record ContextPlace(string Kind, string KindLabel, string SourceId, string? Name, double Longitude, double Latitude);
