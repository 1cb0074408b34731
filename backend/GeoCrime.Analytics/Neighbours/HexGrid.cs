namespace GeoCrime.Analytics.Neighbours;

/// <summary>
/// Regular hexagons that stand on a corner, each with the area of a square of the given side. Rows are 1.5 edges apart; odd rows are
/// shifted half a cell to the east. Cell (0, 0) is centred on (0, 0).
/// </summary>
public readonly record struct HexGrid : ICellGrid
{
    /// <param name="cellMetres">Side of the square with the same area, &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The side is not finite and positive.</exception>
    public HexGrid(double cellMetres)
    {
        CellMetres = Metres.RequirePositive(cellMetres);
        // The area of a hexagon is 3√3/2 edges².
        EdgeMetres = cellMetres * Math.Sqrt(2 / (3 * Math.Sqrt(3)));
    }

    public double CellMetres { get; }

    /// <summary>Length of an edge, which is also the distance from the centre to a corner.</summary>
    public double EdgeMetres { get; }

    /// <summary>Distance between neighbours in a row.</summary>
    public double WidthMetres => Math.Sqrt(3) * EdgeMetres;

    /// <summary>The cell whose centre is nearest; on an edge the southern, then the eastern one.</summary>
    public GridCell CellAt(double x, double y)
    {
        var row = checked((int)Math.Floor(y / (1.5 * EdgeMetres)));
        GridCell below = NearestInRow(x, row), above = NearestInRow(x, row + 1);
        return Squared(below, x, y) <= Squared(above, x, y) ? below : above;
    }

    public (double X, double Y) Centre(GridCell cell) =>
        ((cell.Column + 0.5 * (cell.Row & 1)) * WidthMetres, cell.Row * 1.5 * EdgeMetres);

    public (double X, double Y)[] Corners(GridCell cell)
    {
        var (x, y) = Centre(cell);
        double half = WidthMetres / 2, edge = EdgeMetres;
        return
        [
            (x, y - edge), (x + half, y - edge / 2), (x + half, y + edge / 2),
            (x, y + edge), (x - half, y + edge / 2), (x - half, y - edge / 2),
        ];
    }

    public GridCell[] Neighbours(GridCell cell)
    {
        var (c, r) = (cell.Column, cell.Row);
        var west = c - 1 + (r & 1);
        return [new(west, r - 1), new(west + 1, r - 1), new(c - 1, r), new(c + 1, r), new(west, r + 1), new(west + 1, r + 1)];
    }

    public IEnumerable<GridCell> CentredIn(double minX, double minY, double maxX, double maxY)
    {
        double height = 1.5 * EdgeMetres, width = WidthMetres;
        var last = checked((int)Math.Floor(maxY / height));
        for (var row = checked((int)Math.Ceiling(minY / height)); row <= last; row++)
        {
            var shift = 0.5 * (row & 1);
            var end = checked((int)Math.Floor(maxX / width - shift));
            for (var column = checked((int)Math.Ceiling(minX / width - shift)); column <= end; column++)
                yield return new GridCell(column, row);
        }
    }

    private GridCell NearestInRow(double x, int row) =>
        new(checked((int)Math.Floor(x / WidthMetres - 0.5 * (row & 1) + 0.5)), row);

    private double Squared(GridCell cell, double x, double y)
    {
        var (cx, cy) = Centre(cell);
        return (x - cx) * (x - cx) + (y - cy) * (y - cy);
    }
}
