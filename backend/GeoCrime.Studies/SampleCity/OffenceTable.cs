namespace GeoCrime.Studies.SampleCity;

/// <summary>The twelve offence categories.</summary>
internal static class OffenceTable
{
    public static readonly Offence[] All =
    [
        // rate/year, trend, season amplitude and peak day | place, hours | weekend, nights, quiet, lively, interval hours, midnight
        new("theft-from-vehicle", "Theft from vehicle", "property", 6, false, 7600, -0.020, 0.06, 215,
            LocationKind.Kerb, HourShapes.Overnight, 1.04, 0.25, 0.85, 1.05, 7, 0.01),
        new("simple-assault", "Simple assault", "violence", 15, false, 5200, 0.005, 0.13, 196,
            LocationKind.Nightlife, HourShapes.Evening, 1.12, 2.2, 1.05, 1.35, 0, 0),
        new("vandalism", "Vandalism", "property", 4, false, 4800, -0.010, 0.10, 190,
            LocationKind.Streets, HourShapes.Overnight, 1.12, 0.8, 0.95, 1.50, 9, 0.01),
        new("larceny", "Other larceny", "property", 5, false, 4700, 0.000, 0.10, 205,
            LocationKind.Shops, HourShapes.Afternoon, 0.96, 0.3, 0.70, 1.10, 3, 0.03),
        new("auto-theft", "Auto theft", "property", 14, false, 3400, 0.065, 0.07, 240,
            LocationKind.Kerb, HourShapes.Overnight, 1.02, 0.2, 0.95, 1.00, 8, 0.01),
        new("shoplifting", "Shoplifting", "property", 3, false, 3100, 0.050, 0.17, 345,
            LocationKind.Shops, HourShapes.ShopHours, 1.08, 0, 0.25, 0.85, 0, 0),
        new("burglary", "Burglary", "property", 25, false, 3000, -0.045, 0.13, 200,
            LocationKind.Homes, HourShapes.WorkingDay, 0.74, 0, 0.80, 1.00, 5, 0.01),
        new("aggravated-assault", "Aggravated assault", "violence", 60, false, 2300, 0.015, 0.17, 199,
            LocationKind.Nightlife, HourShapes.Evening, 1.18, 2.6, 1.05, 1.55, 0, 0),
        new("drug-offence", "Drug offence", "order", 8, true, 2200, -0.030, 0.05, 150,
            LocationKind.Streets, HourShapes.Afternoon, 0.70, 0.5, 0.55, 0.90, 0, 0),
        new("disorder", "Disorder", "order", 2, true, 2100, 0.000, 0.14, 195,
            LocationKind.Nightlife, HourShapes.Evening, 1.25, 3.0, 0.90, 1.80, 0, 0),
        new("fraud", "Fraud", "property", 6, false, 1700, 0.055, 0.04, 60,
            LocationKind.Homes, HourShapes.WorkingDay, 0.55, 0, 0.50, 0.80, 30, 0.12),
        new("robbery", "Robbery", "violence", 45, false, 1400, -0.015, 0.06, 300,
            LocationKind.Nightlife, HourShapes.Evening, 1.10, 1.4, 0.90, 1.20, 0, 0),
    ];

    /// <summary>The index of a code.</summary>
    public static int IndexOf(string code) => Array.FindIndex(All, o => o.Code == code);
}
