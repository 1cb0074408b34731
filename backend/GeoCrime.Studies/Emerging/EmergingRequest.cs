using GeoCrime.Domain;

namespace GeoCrime.Studies.Emerging;

/// <summary>What emerging hot spots are asked with.</summary>
/// <param name="CellMetres">Side of the square that has a hexagon's area.</param>
/// <param name="StepDays">Length of a step; steps end at the last complete day.</param>
public sealed record EmergingRequest(IncidentFilter Filter, double CellMetres = 400, int StepDays = 28)
{
    private const double LeastCell = 50;
    private const double MostCell = 5000;
    private const int MostDays = 366;

    /// <exception cref="ArgumentException">A parameter is out of its range.</exception>
    public void Check()
    {
        if (CellMetres is not (>= LeastCell and <= MostCell))
            throw new ArgumentException($"cellMetres is {CellMetres}; {LeastCell}…{MostCell} is allowed.");
        if (StepDays is < 1 or > MostDays)
            throw new ArgumentException($"stepDays is {StepDays}; 1…{MostDays} is allowed.");
    }
}
