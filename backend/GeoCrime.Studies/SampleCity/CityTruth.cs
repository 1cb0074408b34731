namespace GeoCrime.Studies.SampleCity;

/// <summary>What was planted, for tests to ask whether analysis finds it.</summary>
/// <param name="Offences">The profiles that incidents were drawn from.</param>
/// <param name="ExpectedCounts">Expected incidents over the period, reported or not; shape [offence, precinct].</param>
/// <param name="HotSpots">The three planted hot spots.</param>
/// <param name="NearRepeats">The planted contagion.</param>
/// <param name="Holidays">Holidays with their mood.</param>
/// <param name="NotYetReported">Incidents that no one had reported when the file was drawn.</param>
/// <param name="Dirt">Defects in the file.</param>
public sealed record CityTruth(
    Offence[] Offences, double[,] ExpectedCounts, PlantedHotSpot[] HotSpots, NearRepeatRule NearRepeats,
    SampleHoliday[] Holidays, int NotYetReported, DirtCounts Dirt);
