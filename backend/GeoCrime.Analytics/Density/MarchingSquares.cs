namespace GeoCrime.Analytics.Density;

/// <summary>Rings around the parts of a surface at or above a level, straight between the cell centres' grid lines.</summary>
/// <remarks>Lorensen and Cline (1987) in the plane; saddles by the mean of their four corners.</remarks>
internal static class MarchingSquares
{
    /// <summary>How close to a cell's centre a ring may pass, in cells; so no two meet in one.</summary>
    private const double Clearance = 1e-6;

    /// <param name="values">Shape [rows × columns], finite; beyond them lies a rim of cells below any level.</param>
    /// <param name="grid">Their places.</param>
    /// <param name="level">Values at or above are inside.</param>
    /// <returns>x₀, y₀, …; outer rings counter-clockwise, holes clockwise. O(cells).</returns>
    public static double[][] Rings(float[] values, Grid grid, double level)
    {
        // Crossings are numbered by the line between two centres: 2·corner eastwards, 2·corner + 1 southwards.
        var width = grid.Columns + 2;
        var next = new Dictionary<long, long>();
        for (var row = 0; row <= grid.Rows; row++)
            for (var column = 0; column <= grid.Columns; column++)
                if (!IsOneSided(row, column))
                    Link(row, column);
        var rings = new List<double[]>();
        foreach (var start in next.Keys.ToArray())
        {
            var ring = new List<double>();
            for (var at = start; next.Remove(at, out var following); at = following)
            {
                var (x, y) = Place(at);
                ring.Add(x);
                ring.Add(y);
            }
            if (ring.Count > 0)
                rings.Add([.. ring]);
        }
        return [.. rings];

        // The corner (row, column) counts the rim: (1, 1) is the first cell.
        double Value(long row, long column) =>
            row < 1 || column < 1 || row > grid.Rows || column > grid.Columns
                ? double.NegativeInfinity
                : values[(row - 1) * grid.Columns + column - 1];

        // Most corners lie well inside or outside, and the surface itself says so at once.
        bool IsOneSided(int row, int column)
        {
            if (row < 1 || column < 1 || row >= grid.Rows || column >= grid.Columns)
                return false;
            var at = (row - 1) * grid.Columns + column - 1;
            bool inside = values[at] >= level, below = values[at + grid.Columns] >= level;
            return inside == below && inside == values[at + 1] >= level && below == values[at + grid.Columns + 1] >= level;
        }

        void Link(long row, long column)
        {
            double northWest = Value(row, column), northEast = Value(row, column + 1);
            double southWest = Value(row + 1, column), southEast = Value(row + 1, column + 1);
            var corner = row * width + column;
            long north = 2 * corner, west = 2 * corner + 1, south = 2 * (corner + width), east = 2 * (corner + 1) + 1;
            var pattern = (northWest >= level ? 8 : 0) | (northEast >= level ? 4 : 0) | (southEast >= level ? 2 : 0) | (southWest >= level ? 1 : 0);
            // Each step keeps the inside to its left.
            switch (pattern)
            {
                case 1: next[south] = west; break;
                case 2: next[east] = south; break;
                case 3: next[east] = west; break;
                case 4: next[north] = east; break;
                case 6: next[north] = south; break;
                case 7: next[north] = west; break;
                case 8: next[west] = north; break;
                case 9: next[south] = north; break;
                case 11: next[east] = north; break;
                case 12: next[west] = east; break;
                case 13: next[south] = east; break;
                case 14: next[west] = south; break;
                case 5 or 10:
                    var joined = northWest + northEast + southWest + southEast >= 4 * level;
                    if (pattern == 5)
                        (next[north], next[south]) = joined ? (west, east) : (east, west);
                    else
                        (next[west], next[east]) = joined ? (south, north) : (north, south);
                    break;
            }
        }

        (double X, double Y) Place(long crossing)
        {
            var (row, column) = Math.DivRem(crossing >> 1, (long)width);
            var southwards = (crossing & 1) == 1;
            double from = Value(row, column), to = southwards ? Value(row + 1, column) : Value(row, column + 1);
            // Beyond the surface the ring runs half-way to the rim: along the grid's own edge.
            var part = double.IsFinite(from) && double.IsFinite(to)
                ? Math.Clamp((level - from) / (to - from), Clearance, 1 - Clearance)
                : 0.5;
            double x = grid.CentreX((int)column - 1), y = grid.CentreY((int)row - 1);
            return southwards ? (x, y - part * grid.CellMetres) : (x + part * grid.CellMetres, y);
        }
    }
}
