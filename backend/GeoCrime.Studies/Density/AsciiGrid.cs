using System.Globalization;
using GeoCrime.Analytics.Density;

namespace GeoCrime.Studies.Density;

/// <summary>Writes a surface as an Esri ASCII grid; its CRS belongs in a .prj file beside it.</summary>
public static class AsciiGrid
{
    private const int NoData = -9999;

    /// <param name="values">Shape [rows × columns], row 0 northmost; NaN is no data.</param>
    public static void Write(TextWriter file, Grid grid, float[] values)
    {
        string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
        file.Write($"ncols {grid.Columns}\nnrows {grid.Rows}\nxllcorner {Number(grid.OriginX)}\n");
        file.Write($"yllcorner {Number(grid.OriginY - (grid.Rows * grid.CellMetres))}\ncellsize {Number(grid.CellMetres)}\nNODATA_value {NoData}\n");
        for (var row = 0; row < grid.Rows; row++)
        {
            for (var column = 0; column < grid.Columns; column++)
            {
                var value = values[(row * grid.Columns) + column];
                file.Write(column == 0 ? "" : " ");
                file.Write(float.IsNaN(value) ? $"{NoData}" : value.ToString("R", CultureInfo.InvariantCulture));
            }
            file.Write('\n');
        }
    }
}
