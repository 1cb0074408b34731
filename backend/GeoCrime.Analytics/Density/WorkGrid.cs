namespace GeoCrime.Analytics.Density;

/// <summary>The nodes on which points are binned and smoothed: every k-th multiple of a surface's cell, with a margin as wide as the kernel.</summary>
/// <param name="Surface">The grid whose cell centres are wanted.</param>
/// <param name="Step">k ≥ 1: cells of the surface per node along each axis. At k = 1 the nodes are the cell centres.</param>
/// <param name="HalfWidth">Nodes that the kernel reaches to each side.</param>
internal readonly record struct WorkGrid(Grid Surface, int Step, int HalfWidth)
{
    /// <summary>Nodes at the rim that no result reads: a point there still bins its 4 × 4 weights without leaving the array.</summary>
    public const int Guard = 3;

    public double NodeMetres => Step * Surface.CellMetres;

    /// <summary>Nodes that are needed after smoothing; interpolation at k &gt; 1 wants one before the first and two after the last.</summary>
    public int SmoothColumns => Step == 1 ? Surface.Columns : (Surface.Columns + Step - 1) / Step + 3;

    public int SmoothRows => Step == 1 ? Surface.Rows : (Surface.Rows + Step - 1) / Step + 3;

    public int Columns => SmoothColumns + 2 * (HalfWidth + Guard);

    public int Rows => SmoothRows + 2 * (HalfWidth + Guard);

    /// <summary>Cells of the surface by which its first smooth node lies before (negative) or after its north-west corner.</summary>
    public double FirstNode => Step == 1 ? 0.5 : -Step;

    public double West => Surface.OriginX + FirstNode * Surface.CellMetres - (HalfWidth + Guard) * NodeMetres;

    public double North => Surface.OriginY - FirstNode * Surface.CellMetres + (HalfWidth + Guard) * NodeMetres;
}
