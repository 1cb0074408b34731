namespace GeoCrime.Studies.SampleCity;

/// <summary>The kind of place where an offence happens, which sets how its incidents spread over precincts and anchors.</summary>
public enum LocationKind
{
    /// <summary>Where people live.</summary>
    Homes,

    /// <summary>Near bars and venues.</summary>
    Nightlife,

    /// <summary>Near shops.</summary>
    Shops,

    /// <summary>Parked cars: homes, bars and shops alike.</summary>
    Kerb,

    /// <summary>Streets in general, arterials more.</summary>
    Streets,
}
