namespace GeoCrime.Studies.SampleCity;

/// <summary>Which superblock belongs to which precinct, and what each precinct is like.</summary>
internal static class PrecinctPlan
{
    // North at the top; one letter a superblock, A = P01 … X = P24, lower case = park, '.' = outside the city.
    // The river runs between the 11th and the 12th column, the shore along the bottom.
    private static readonly string[] Map =
    [
        "....AAAABBBCC.....",
        "..EAAAABBbBCCCDD..",
        ".EeEAAFFFBBCCCDDD.",
        ".EEEEFfFFGGHHHDDDI",
        "JEEEFFFGGGGHHHHIiI",
        "JJJKKKLLGGMNNHOIII",
        "JJJKkKLLMMMNnOOOII",
        "JjPKKLLLMMMNNOoOQQ",
        "PPPPRRSSSTTNNOOQQQ",
        "PpPVRRSsSTTUUUWWQQ",
        ".PVVVRRSXTTUUUWWWQ",
        ".VVVVRRXXXTUUUWWW.",
        "..VVVRXXXXTUUUWW..",
    ];

    /// <summary>The four districts, by index.</summary>
    public static readonly (string Code, string Name)[] Districts =
        [("D1", "North"), ("D2", "West"), ("D3", "Central"), ("D4", "East")];

    /// <summary>The 24 precincts in the order of their codes.</summary>
    public static readonly PrecinctCharacter[] Precincts =
    [
        // name, district, fabric, residents/km², risk level, nightlife, retail, yearly drift
        new("Northgate", 0, CityFabric.Suburb, 2600, 0.70, 0.2, 0.6, 0.010),
        new("Kestrel Heights", 0, CityFabric.Suburb, 2300, 0.55, 0.1, 0.3, -0.010),
        new("Millrace", 0, CityFabric.Suburb, 3000, 0.85, 0.3, 0.7, 0.005),
        new("Orchard Rise", 0, CityFabric.Suburb, 2500, 0.60, 0.1, 0.4, 0.000),
        new("Cedar Plateau", 1, CityFabric.Suburb, 2100, 0.50, 0.1, 0.4, -0.015),
        new("Observatory", 0, CityFabric.Inner, 5200, 0.90, 0.5, 0.8, 0.000),
        new("University", 0, CityFabric.Inner, 7100, 1.05, 1.6, 1.2, 0.012),
        new("Three Bridges", 3, CityFabric.Inner, 5600, 1.25, 0.6, 1.0, 0.020),
        new("Eastlea", 3, CityFabric.Suburb, 3100, 0.95, 0.2, 0.8, 0.010),
        new("Longmeadow", 1, CityFabric.Suburb, 2800, 0.75, 0.2, 0.6, 0.000),
        new("Rosemount", 1, CityFabric.Inner, 6300, 0.95, 0.6, 0.9, -0.008),
        new("Market Hill", 2, CityFabric.Inner, 8200, 1.30, 1.3, 1.9, 0.000),
        new("Canal Side", 2, CityFabric.Inner, 7800, 1.35, 1.1, 1.1, -0.045),
        new("Riverbend", 2, CityFabric.Inner, 7400, 1.55, 0.9, 1.0, 0.015),
        new("Foundry", 3, CityFabric.Inner, 6400, 1.75, 0.7, 0.9, 0.055),
        new("Saltmarsh", 1, CityFabric.Suburb, 2700, 0.90, 0.2, 0.5, 0.000),
        new("Larkfield", 3, CityFabric.Suburb, 3300, 1.10, 0.2, 0.7, 0.008),
        new("Lantern Hill", 1, CityFabric.Core, 9800, 1.20, 1.8, 1.3, 0.000),
        new("Old Town", 2, CityFabric.Core, 8900, 1.30, 3.2, 2.2, 0.010),
        new("Exchange", 2, CityFabric.Core, 6200, 1.15, 2.3, 3.4, -0.010),
        new("East Docks", 3, CityFabric.Works, 2600, 1.50, 0.8, 0.6, 0.015),
        new("Bayview", 1, CityFabric.Inner, 5900, 0.80, 0.6, 0.7, 0.000),
        new("Shipyards", 3, CityFabric.Works, 1900, 1.40, 0.4, 0.5, 0.010),
        new("Harbour Front", 2, CityFabric.Core, 7300, 1.10, 3.0, 2.4, 0.020),
    ];

    /// <summary>The precinct index of a superblock, or −1 outside the city (any column and row).</summary>
    public static int PrecinctAt(int column, int row) =>
        Letter(column, row) is var letter && letter == '.' ? -1 : char.ToUpperInvariant(letter) - 'A';

    /// <summary>The district index of a superblock, or −1 outside the city.</summary>
    public static int DistrictAt(int column, int row) =>
        PrecinctAt(column, row) is var precinct && precinct < 0 ? -1 : Precincts[precinct].District;

    /// <summary>Whether a superblock is a park.</summary>
    public static bool IsPark(int column, int row) => char.IsAsciiLetterLower(Letter(column, row));

    private static char Letter(int column, int row) =>
        row < 0 || row >= CityWarp.Rows || column < 0 || column >= CityWarp.Columns ? '.' : Map[CityWarp.Rows - 1 - row][column];
}
