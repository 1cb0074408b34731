namespace GeoCrime.Analytics.Neighbours;

/// <summary>An endless grid of equal cells anchored at (0, 0) of a projected CRS, so that filters never shift cells.</summary>
public interface ICellGrid
{
    /// <summary>Side of the square with a cell's area, metres.</summary>
    double CellMetres { get; }

    /// <summary>The cell that holds a point.</summary>
    GridCell CellAt(double x, double y);

    (double X, double Y) Centre(GridCell cell);

    /// <summary>Corners counter-clockwise; the first is not repeated.</summary>
    (double X, double Y)[] Corners(GridCell cell);

    /// <summary>Cells that touch the cell.</summary>
    GridCell[] Neighbours(GridCell cell);

    /// <summary>Cells whose centre lies in a box, rims included; from south to north, then from west to east.</summary>
    IEnumerable<GridCell> CentredIn(double minX, double minY, double maxX, double maxY);
}
