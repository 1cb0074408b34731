namespace GeoCrime.Analytics.Neighbours;

/// <summary>Which squares are neighbours.</summary>
public enum Contiguity
{
    /// <summary>Those that share a side or a corner: 8.</summary>
    Queen,

    /// <summary>Those that share a side: 4.</summary>
    Rook,
}

/// <summary>Squares. A cell holds its south and west side.</summary>
public readonly record struct SquareGrid : ICellGrid
{
    /// <param name="cellMetres">Side, &gt; 0.</param>
    /// <param name="contiguity">Which squares are neighbours.</param>
    /// <exception cref="ArgumentOutOfRangeException">The side is not finite and positive.</exception>
    public SquareGrid(double cellMetres, Contiguity contiguity = Contiguity.Queen)
    {
        CellMetres = Metres.RequirePositive(cellMetres);
        Contiguity = contiguity;
    }

    public double CellMetres { get; }

    public Contiguity Contiguity { get; }

    public GridCell CellAt(double x, double y) =>
        new(checked((int)Math.Floor(x / CellMetres)), checked((int)Math.Floor(y / CellMetres)));

    public (double X, double Y) Centre(GridCell cell) => ((cell.Column + 0.5) * CellMetres, (cell.Row + 0.5) * CellMetres);

    public (double X, double Y)[] Corners(GridCell cell)
    {
        double west = cell.Column * CellMetres, south = cell.Row * CellMetres;
        double east = (cell.Column + 1) * CellMetres, north = (cell.Row + 1) * CellMetres;
        return [(west, south), (east, south), (east, north), (west, north)];
    }

    public GridCell[] Neighbours(GridCell cell)
    {
        var (c, r) = (cell.Column, cell.Row);
        return Contiguity == Contiguity.Rook
            ? [new(c, r - 1), new(c - 1, r), new(c + 1, r), new(c, r + 1)]
            :
            [
                new(c - 1, r - 1), new(c, r - 1), new(c + 1, r - 1), new(c - 1, r),
                new(c + 1, r), new(c - 1, r + 1), new(c, r + 1), new(c + 1, r + 1),
            ];
    }

    public IEnumerable<GridCell> CentredIn(double minX, double minY, double maxX, double maxY)
    {
        var side = CellMetres;
        int First(double low) => checked((int)Math.Ceiling(low / side - 0.5));
        int Last(double high) => checked((int)Math.Floor(high / side - 0.5));
        for (var row = First(minY); row <= Last(maxY); row++)
            for (var column = First(minX); column <= Last(maxX); column++)
                yield return new GridCell(column, row);
    }
}
