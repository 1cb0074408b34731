using GeoCrime.Analytics.Density;
using GeoCrime.Domain;
using GeoCrime.Studies.Cities;

namespace GeoCrime.Studies.Density;

/// <summary>The grid that covers a city, the same for every filter.</summary>
public static class DensityGrid
{
    /// <summary>Surfaces sent inline and drawn by default stay within this many cells a side.</summary>
    public const int DefaultSide = 512;

    private const int MostCells = 2048 * 2048;
    private static readonly double[] NiceCells = [5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000];

    /// <param name="cellMetres">Null: the finest round size that keeps a side within <see cref="DefaultSide"/>.</param>
    /// <exception cref="ArgumentException">Nothing is located, or there would be too many cells.</exception>
    public static Grid Of(IncidentColumns columns, double bandwidth, double? cellMetres)
    {
        var bounds = (City.Of(columns).Bounds ?? throw new ArgumentException($"No located incident is loaded for {columns.Jurisdiction.Code}.")).Copy();
        // Kernels spill over the city's edge; the margin keeps what can be seen of that.
        bounds.ExpandBy(Math.Min(2 * bandwidth, 0.05 * Math.Max(bounds.Width, bounds.Height)));
        var cell = cellMetres ?? NiceCells.FirstOrDefault(size => Math.Max(bounds.Width, bounds.Height) / size <= DefaultSide - 2, NiceCells[^1]);
        if (bounds.Width / cell * (bounds.Height / cell) > MostCells)
            throw new ArgumentException($"Cells of {cell} m make more than {MostCells} cells here; ask for larger ones.");
        return Grid.Covering(bounds.MinX, bounds.MinY, bounds.MaxX, bounds.MaxY, cell);
    }
}
