namespace GeoCrime.Analytics.Neighbours;

/// <summary>The cells of a grid that are units of analysis, for instance those whose centre lies in the city.</summary>
public sealed class CellUnits<TGrid>
    where TGrid : struct, ICellGrid
{
    private readonly Dictionary<GridCell, int> _unitOf;

    /// <exception cref="ArgumentException">A cell is listed twice.</exception>
    public CellUnits(TGrid grid, IReadOnlyList<GridCell> cells)
    {
        Grid = grid;
        Cells = cells;
        _unitOf = new Dictionary<GridCell, int>(cells.Count);
        for (var unit = 0; unit < cells.Count; unit++)
            if (!_unitOf.TryAdd(cells[unit], unit))
                throw new ArgumentException($"Cell {cells[unit]} is listed twice.", nameof(cells));
    }

    public TGrid Grid { get; }

    /// <summary>Shape [units].</summary>
    public IReadOnlyList<GridCell> Cells { get; }

    /// <summary>The unit that a point belongs to, or −1.</summary>
    public int UnitAt(double x, double y) => _unitOf.TryGetValue(Grid.CellAt(x, y), out var unit) ? unit : -1;

    /// <summary>Weight of the points in each unit; points in none are left out. Shape [units]; O(n).</summary>
    /// <param name="x">Shape [n]; finite.</param>
    /// <param name="y">Shape [n]; finite.</param>
    /// <param name="weights">Shape [n], or null for counts.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite.</exception>
    /// <exception cref="OverflowException">A point lies more than 2³¹ cells from (0, 0).</exception>
    public double[] Sum(double[] x, double[] y, double[]? weights = null)
    {
        PlanarPoints.Require(x, y);
        PlanarPoints.RequireWeights(weights, x.Length);
        var sums = new double[Cells.Count];
        for (var i = 0; i < x.Length; i++)
            if (UnitAt(x[i], y[i]) is var unit and >= 0)
                sums[unit] += weights?[i] ?? 1;
        return sums;
    }

    /// <summary>Neighbouring cells that are units too, each row in rising order; weights of 1, without the unit itself.</summary>
    public SpatialWeights Contiguity()
    {
        var offsets = new int[Cells.Count + 1];
        var neighbours = new List<int>(Cells.Count * 8);
        for (var unit = 0; unit < Cells.Count; unit++)
        {
            foreach (var cell in Grid.Neighbours(Cells[unit]))
                if (_unitOf.TryGetValue(cell, out var neighbour))
                    neighbours.Add(neighbour);
            neighbours.Sort(offsets[unit], neighbours.Count - offsets[unit], null);
            offsets[unit + 1] = neighbours.Count;
        }
        return new SpatialWeights(offsets, [.. neighbours]);
    }
}
