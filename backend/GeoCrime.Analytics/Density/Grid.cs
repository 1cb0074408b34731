namespace GeoCrime.Analytics.Density;

/// <summary>A raster of square cells in one projected CRS: row 0 is northmost, column 0 westmost.</summary>
/// <param name="OriginX">Easting of the north-west corner, metres.</param>
/// <param name="OriginY">Northing of the north-west corner, metres.</param>
/// <param name="CellMetres">Side of a cell, &gt; 0.</param>
/// <param name="Columns">Cells from west to east, ≥ 1.</param>
/// <param name="Rows">Cells from north to south, ≥ 1.</param>
public readonly record struct Grid(double OriginX, double OriginY, double CellMetres, int Columns, int Rows)
{
    /// <summary>The most cells a grid may have: 2²⁸, one gibibyte of float32.</summary>
    public const long MaximumCells = 1L << 28;

    public int Cells => Columns * Rows;

    public double CentreX(int column) => OriginX + (column + 0.5) * CellMetres;

    public double CentreY(int row) => OriginY - (row + 0.5) * CellMetres;

    /// <summary>The smallest grid over a box whose edges are multiples of the cell, so that grids of one cell size align.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The box is not finite or is inside out, the cell is not positive, or
    /// more than <see cref="MaximumCells"/> cells would be needed.</exception>
    public static Grid Covering(double minX, double minY, double maxX, double maxY, double cellMetres)
    {
        RequireCell(cellMetres);
        if (!double.IsFinite(minX) || !double.IsFinite(maxX) || minX > maxX)
            throw new ArgumentOutOfRangeException(nameof(maxX), maxX, $"The box needs finite minX ({minX}) ≤ maxX ({maxX}).");
        if (!double.IsFinite(minY) || !double.IsFinite(maxY) || minY > maxY)
            throw new ArgumentOutOfRangeException(nameof(maxY), maxY, $"The box needs finite minY ({minY}) ≤ maxY ({maxY}).");
        double west = Math.Floor(minX / cellMetres), north = Math.Ceiling(maxY / cellMetres);
        var columns = Math.Max(1, Math.Ceiling(maxX / cellMetres) - west);
        var rows = Math.Max(1, north - Math.Floor(minY / cellMetres));
        if (columns * rows > MaximumCells)
            throw new ArgumentOutOfRangeException(nameof(cellMetres), cellMetres,
                $"Cells of {cellMetres} m would make {columns} × {rows} cells; at most {MaximumCells} are allowed.");
        return new Grid(west * cellMetres, north * cellMetres, cellMetres, (int)columns, (int)rows);
    }

    /// <exception cref="ArgumentOutOfRangeException">The grid is not one that the doc comment of its members allows.</exception>
    internal void Require()
    {
        RequireCell(CellMetres);
        if (!double.IsFinite(OriginX) || !double.IsFinite(OriginY))
            throw new ArgumentOutOfRangeException(nameof(OriginX), $"The grid's origin ({OriginX}, {OriginY}) must be finite.");
        if (Columns < 1 || Rows < 1 || (long)Columns * Rows > MaximumCells)
            throw new ArgumentOutOfRangeException(nameof(Columns),
                $"A grid of {Columns} × {Rows} cells is not within 1 to {MaximumCells} cells.");
    }

    private static void RequireCell(double cellMetres)
    {
        if (!double.IsFinite(cellMetres) || cellMetres <= 0)
            throw new ArgumentOutOfRangeException(nameof(cellMetres), cellMetres, "The cell must be finite and > 0 metres.");
    }
}
