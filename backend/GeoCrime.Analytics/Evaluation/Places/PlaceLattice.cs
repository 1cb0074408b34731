namespace GeoCrime.Analytics.Evaluation.Places;

/// <summary>The square cells that predictions of places choose from: those of a rectangle whose centre lies in the city.</summary>
public sealed class PlaceLattice
{
    /// <param name="columns">Of the rectangle, ≥ 1.</param>
    /// <param name="rows">≥ 1; row 0 is southmost.</param>
    /// <param name="west">West side of column 0, metres.</param>
    /// <param name="south">South side of row 0, metres.</param>
    /// <param name="cellMetres">Side of a cell, &gt; 0.</param>
    /// <param name="kept">Shape [rows·columns], row by row: whether the cell counts.</param>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A side is not positive and finite.</exception>
    public PlaceLattice(int columns, int rows, double west, double south, double cellMetres, bool[] kept)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        if (!double.IsFinite(cellMetres) || cellMetres <= 0)
            throw new ArgumentOutOfRangeException(nameof(cellMetres), cellMetres, "It must be finite and > 0 metres.");
        if (kept.Length != (long)columns * rows)
            throw new ArgumentException($"The mask has {kept.Length} values for {columns} × {rows} cells.", nameof(kept));
        (Columns, Rows, West, South, CellMetres) = (columns, rows, west, south, cellMetres);
        SquareOf = [.. Enumerable.Range(0, kept.Length).Where(square => kept[square])];
        CellOf = new int[kept.Length];
        Array.Fill(CellOf, -1);
        for (var cell = 0; cell < SquareOf.Length; cell++)
            CellOf[SquareOf[cell]] = cell;
    }

    public int Columns { get; }

    public int Rows { get; }

    public double West { get; }

    public double South { get; }

    public double CellMetres { get; }

    /// <summary>Shape [cells]: where each cell lies in the rectangle, row·columns + column; rising.</summary>
    public int[] SquareOf { get; }

    /// <summary>Shape [rows·columns]: the cell of each square, or −1.</summary>
    public int[] CellOf { get; }

    public int Cells => SquareOf.Length;

    /// <summary>The cell that holds a position, or −1.</summary>
    public int CellAt(double x, double y)
    {
        double column = Math.Floor((x - West) / CellMetres), row = Math.Floor((y - South) / CellMetres);
        return column >= 0 && column < Columns && row >= 0 && row < Rows ? CellOf[(int)row * Columns + (int)column] : -1;
    }

    /// <summary>Centre of a cell, metres.</summary>
    public (double X, double Y) Centre(int cell)
    {
        var (row, column) = Math.DivRem(SquareOf[cell], Columns);
        return (West + (column + 0.5) * CellMetres, South + (row + 0.5) * CellMetres);
    }
}
