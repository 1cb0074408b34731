namespace GeoCrime.Studies.SampleCity;

/// <summary>A point of interest.</summary>
/// <param name="Id">Unique in the city.</param>
/// <param name="Name">Its name.</param>
/// <param name="Category">bar, shop, transit-stop, school, hospital or stadium.</param>
/// <param name="Point">Metres from the city's centre.</param>
/// <param name="Precinct">Index of the precinct that holds it.</param>
public sealed record SamplePlace(string Id, string Name, string Category, PlanePoint Point, int Precinct);
