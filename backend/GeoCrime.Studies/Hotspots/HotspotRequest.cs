using GeoCrime.Domain;

namespace GeoCrime.Studies.Hotspots;

public enum HotspotUnit
{
    Hexagon,
    Square,
    Area,
}

/// <summary>What hot spots are asked with.</summary>
/// <param name="CellMetres">Side of the square that has a cell's area.</param>
/// <param name="Permutations">Draws of the conditional permutation test; 0 leaves it out.</param>
/// <param name="AreaKind">With areas as units: which.</param>
/// <param name="PerResident">With areas: rates by empirical Bayes in place of counts.</param>
public sealed record HotspotRequest(
    IncidentFilter Filter,
    HotspotUnit Unit = HotspotUnit.Hexagon,
    double CellMetres = 250,
    int Permutations = 999,
    int Seed = 1,
    string? AreaKind = null,
    bool PerResident = false)
{
    private const double LeastCell = 50;
    private const double MostCell = 5000;
    private const int MostPermutations = 99_999;

    /// <exception cref="ArgumentException">A parameter is out of its range, missing or not the unit's.</exception>
    public void Check()
    {
        if (CellMetres is not (>= LeastCell and <= MostCell))
            throw new ArgumentException($"cellMetres is {CellMetres}; {LeastCell}…{MostCell} is allowed.");
        if (Permutations is < 0 or > MostPermutations)
            throw new ArgumentException($"permutations is {Permutations}; 0…{MostPermutations} is allowed.");
        if (Unit == HotspotUnit.Area && AreaKind is null)
            throw new ArgumentException("areaKind is missing; unit AREA needs one.");
        if (Unit != HotspotUnit.Area && (AreaKind is not null || PerResident))
            throw new ArgumentException("areaKind and perResident belong to unit AREA alone.");
        if (PerResident && Permutations == 0)
            throw new ArgumentException("permutations is 0; rates are tested by permutation and need some.");
    }
}
