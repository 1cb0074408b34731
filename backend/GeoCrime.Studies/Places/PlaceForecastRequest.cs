using GeoCrime.Domain;

namespace GeoCrime.Studies.Places;

/// <summary>What a prediction of places is asked with.</summary>
/// <param name="Filter">Its window ends the history; without an end, the last complete day does.</param>
/// <param name="CellMetres">Side of the square cells.</param>
/// <param name="HorizonDays">How far ahead.</param>
public sealed record PlaceForecastRequest(IncidentFilter Filter, double CellMetres = 250, int HorizonDays = 28)
{
    /// <exception cref="ArgumentException">A parameter is out of its range.</exception>
    public void Check()
    {
        if (CellMetres is not (>= 100 and <= 5000))
            throw new ArgumentException($"cellMetres is {CellMetres}; 100…5000 is allowed.");
        if (HorizonDays is < 1 or > 90)
            throw new ArgumentException($"horizonDays is {HorizonDays}; 1…90 is allowed.");
    }
}
