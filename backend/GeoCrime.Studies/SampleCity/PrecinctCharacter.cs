namespace GeoCrime.Studies.SampleCity;

/// <summary>What sets one precinct apart.</summary>
/// <param name="Name">Its name.</param>
/// <param name="District">Index of its district.</param>
/// <param name="Fabric">How it is built.</param>
/// <param name="Density">Residents per km².</param>
/// <param name="Level">Incidents per resident relative to the city, before nightlife and retail.</param>
/// <param name="Nightlife">Weight of its bars and venues; the city's mean is near 1.</param>
/// <param name="Retail">Weight of its shops; the city's mean is near 1.</param>
/// <param name="YearlyDrift">Growth of its level a year, as a logarithm.</param>
public sealed record PrecinctCharacter(
    string Name, int District, CityFabric Fabric, double Density, double Level, double Nightlife, double Retail, double YearlyDrift);
