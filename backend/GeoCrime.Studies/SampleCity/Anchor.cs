namespace GeoCrime.Studies.SampleCity;

/// <summary>A place to which incidents are geocoded: the middle of a block face or an intersection.</summary>
/// <param name="Point">Metres from the city's centre.</param>
/// <param name="Longitude">Degrees, 7 decimals.</param>
/// <param name="Latitude">Degrees, 7 decimals.</param>
/// <param name="Precinct">Index of the precinct that holds it.</param>
/// <param name="Address">"400 block Alder Avenue" or "Alder Avenue &amp; Elm Street".</param>
/// <param name="IsIntersection">Whether two streets meet here.</param>
/// <param name="IsArterial">Whether it lies on an arterial.</param>
public sealed record Anchor(
    PlanePoint Point, double Longitude, double Latitude, int Precinct, string Address, bool IsIntersection, bool IsArterial);
