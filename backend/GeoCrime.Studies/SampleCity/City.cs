namespace GeoCrime.Studies.SampleCity;

/// <summary>The made-up city of Port Meridian with six years of made-up incidents.</summary>
/// <param name="Seed">The seed it was drawn from.</param>
/// <param name="Layout">Streets, areas and anchors.</param>
/// <param name="Places">Points of interest.</param>
/// <param name="Incidents">Rows of the incident file in order of report.</param>
/// <param name="Truth">What was planted.</param>
public sealed record City(int Seed, CityLayout Layout, SamplePlace[] Places, SampleIncident[] Incidents, CityTruth Truth)
{
    /// <summary>The jurisdiction's code.</summary>
    public const string Code = "sample";

    /// <summary>The city's name.</summary>
    public const string Name = "Port Meridian";

    /// <summary>IANA name of its time zone.</summary>
    public const string TimeZone = "Atlantic/Azores";
}
