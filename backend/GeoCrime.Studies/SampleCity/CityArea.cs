namespace GeoCrime.Studies.SampleCity;

/// <summary>A precinct or a district.</summary>
/// <param name="Code">P01…P24 or D1…D4.</param>
/// <param name="Name">Its name.</param>
/// <param name="District">Code of the district that holds it; its own for a district.</param>
/// <param name="Population">Residents.</param>
/// <param name="SquareKilometres">Area in the metric CRS.</param>
/// <param name="Ring">Closed outer ring, counter-clockwise.</param>
public sealed record CityArea(string Code, string Name, string District, int Population, double SquareKilometres, PlanePoint[] Ring);
