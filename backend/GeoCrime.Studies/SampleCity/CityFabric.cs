namespace GeoCrime.Studies.SampleCity;

/// <summary>How a precinct is built, which sets its block size and street pattern.</summary>
public enum CityFabric
{
    /// <summary>Old centre: small blocks, full grid.</summary>
    Core,

    /// <summary>Inner city: long blocks, staggered cross streets.</summary>
    Inner,

    /// <summary>Outskirts: large blocks, curved streets, dead ends.</summary>
    Suburb,

    /// <summary>Docks and works: few wide streets.</summary>
    Works,
}
