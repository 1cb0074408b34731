using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Studies.Hotspots;

/// <summary>The cells of a city: those whose centre lies in it, and which of them are neighbours.</summary>
/// <param name="Weights">Contiguous units and each unit itself, binary.</param>
/// <param name="Count">Points in each unit; points in none are left out.</param>
/// <param name="UnitAt">The unit that holds a position, or −1.</param>
public sealed record HotspotGrid(
    ICellGrid Grid,
    IReadOnlyList<GridCell> Cells,
    SpatialWeights Weights,
    Func<double[], double[], double[]> Count,
    Func<double, double, int> UnitAt)
{
    public static HotspotGrid Of<TGrid>(TGrid grid, IReadOnlyList<GridCell> cells)
        where TGrid : struct, ICellGrid
    {
        var units = new CellUnits<TGrid>(grid, cells);
        return new HotspotGrid(grid, cells, units.Contiguity().WithSelf(), (x, y) => units.Sum(x, y), units.UnitAt);
    }
}
