namespace GeoCrime.Data.Import.ContextPlaces;

/// <summary>A row of a file of places as it stands.</summary>
/// <param name="Id">The source's own id; null where it has no such column.</param>
/// <param name="X">Longitude, or easting in the file's CRS.</param>
public sealed record PlaceRecord(string? Id, string? Name, string X, string Y);

/// <summary>What became of a file of places.</summary>
/// <param name="Kind">Code of the kind.</param>
/// <param name="Stored">Places of this kind now.</param>
/// <param name="Before">Places of this kind before.</param>
/// <param name="Unchanged">These very places were stored already; the data version stays.</param>
/// <param name="SetAside">Rows that could not be used, by reason.</param>
public sealed record PlaceSummary(string Jurisdiction, string Kind, int Rows, int Stored, int Before, bool Unchanged, IReadOnlyDictionary<string, int> SetAside);
