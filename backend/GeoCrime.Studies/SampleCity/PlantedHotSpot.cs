namespace GeoCrime.Studies.SampleCity;

/// <summary>Extra incidents inside a circle during a span of days, so that analysis has something known to find.</summary>
/// <param name="Code">appears, moves or fades.</param>
/// <param name="Name">What the place is called.</param>
/// <param name="Start">Its centre on the first day.</param>
/// <param name="End">Its centre on the last day; it moves in a straight line at constant speed.</param>
/// <param name="RadiusMetres">All its incidents lie within; density falls as 1 − (d/r)² of the anchors there.</param>
/// <param name="First">First day.</param>
/// <param name="FadesFrom">First day on which the rate falls, linearly to zero after the last day; later than it where the rate holds.</param>
/// <param name="Last">Last day.</param>
/// <param name="PerDay">Expected extra incidents a day before it fades.</param>
/// <param name="Mix">Offence codes and their shares, which sum to 1.</param>
public sealed record PlantedHotSpot(
    string Code, string Name, PlanePoint Start, PlanePoint End, double RadiusMetres,
    DateOnly First, DateOnly FadesFrom, DateOnly Last, double PerDay, (string Offence, double Share)[] Mix)
{
    /// <summary>Expected extra incidents on a day; 0 outside its span.</summary>
    public double RateOn(DateOnly day)
    {
        if (day < First || day > Last)
            return 0;
        return day < FadesFrom
            ? PerDay
            : PerDay * (Last.DayNumber + 1 - day.DayNumber) / (Last.DayNumber + 1 - FadesFrom.DayNumber);
    }

    /// <summary>The centre on a day of its span.</summary>
    public PlanePoint CentreOn(DateOnly day)
    {
        var share = (double)(day.DayNumber - First.DayNumber) / (Last.DayNumber - First.DayNumber);
        return new PlanePoint(Start.X + share * (End.X - Start.X), Start.Y + share * (End.Y - Start.Y));
    }

    internal static PlantedHotSpot[] Plant(CityWarp warp)
    {
        var station = warp.ToPlane(13.5, 6.5);
        var market = warp.ToPlane(6.6, 6.2);
        return
        [
            new("appears", "Foundry Station", station, station, 320,
                new(2025, 5, 12), new(2026, 1, 1), new(2025, 12, 31), 1.6,
                [("theft-from-vehicle", 0.55), ("auto-theft", 0.25), ("robbery", 0.20)]),
            new("moves", "Bayview to Lantern Hill", warp.ToPlane(2.6, 1.4), warp.ToPlane(5.5, 3.4), 300,
                new(2024, 2, 1), new(2026, 1, 1), new(2025, 12, 31), 1.3,
                [("vandalism", 0.5), ("theft-from-vehicle", 0.5)]),
            new("fades", "Market Hill", market, market, 300,
                new(2020, 1, 1), new(2022, 7, 1), new(2024, 6, 30), 2.0,
                [("drug-offence", 0.45), ("disorder", 0.35), ("simple-assault", 0.20)]),
        ];
    }
}
