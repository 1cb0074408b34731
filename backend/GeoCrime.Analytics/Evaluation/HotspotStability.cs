using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>One way to ask for hot spots.</summary>
/// <param name="CellMetres">Side of the squares, &gt; 0.</param>
/// <param name="ShiftX">How far east the grid is moved, in cells, 0…1.</param>
/// <param name="ShiftY">How far north.</param>
/// <param name="Window">Index of the window of time.</param>
public sealed record StabilitySetting(double CellMetres, double ShiftX, double ShiftY, int Window);

/// <summary>Whether hot spots depend on how they were asked for.</summary>
/// <param name="Settings">Every combination of cell size, grid offset and window.</param>
/// <param name="Hot">Shape [places]: in how many settings the cell over the place was significantly hot.</param>
/// <param name="Cold">Shape [places]: likewise cold.</param>
/// <param name="Tested">Shape [places]: in how many settings a cell lay over the place at all.</param>
public sealed record HotspotStability(IReadOnlyList<StabilitySetting> Settings, int[] Hot, int[] Cold, int[] Tested)
{
    /// <summary>Finds hot spots in every setting and looks them up at each place.</summary>
    /// <param name="windows">Positions of each window's points; finite metres; not modified.</param>
    /// <param name="cellMetres">Sides, &gt; 0.</param>
    /// <param name="shifts">Offsets of the grid in cells, for instance 0, ⅓ and ⅔; each is taken along both axes.</param>
    /// <param name="bounds">The box that holds the city, metres.</param>
    /// <param name="inside">Whether a position lies in the city; a cell is a unit when its centre does.</param>
    /// <param name="placesX">Shape [places]: where the answer is wanted.</param>
    /// <param name="placesY">Shape [places].</param>
    /// <param name="cancellation">Looked at before each setting.</param>
    /// <exception cref="ArgumentException">A number is not finite, or a list is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A side is not positive.</exception>
    /// <remarks>Bins are <see cref="HotSpots"/>' at q = .10 with queen neighbours. Settings run side by side; O(settings·(points + cells)).</remarks>
    public static HotspotStability Find(
        IReadOnlyList<(double[] X, double[] Y)> windows, IReadOnlyList<double> cellMetres, IReadOnlyList<double> shifts,
        (double MinX, double MinY, double MaxX, double MaxY) bounds, Func<double, double, bool> inside, double[] placesX, double[] placesY,
        CancellationToken cancellation = default)
    {
        PlanarPoints.Require(placesX, placesY);
        if (windows.Count == 0 || cellMetres.Count == 0 || shifts.Count == 0)
            throw new ArgumentException($"There are {windows.Count} windows, {cellMetres.Count} cell sizes and {shifts.Count} offsets; each needs one.", nameof(windows));
        foreach (var metres in cellMetres)
            Metres.RequirePositive(metres, nameof(cellMetres));
        var grids = (from metres in cellMetres from shiftX in shifts from shiftY in shifts select (Metres: metres, X: shiftX, Y: shiftY)).ToArray();
        var (hot, cold, tested) = (new int[grids.Length][], new int[grids.Length][], new int[grids.Length][]);
        Parallel.For(0, grids.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, at =>
            (hot[at], cold[at], tested[at]) = OnGrid(grids[at], windows, bounds, inside, placesX, placesY, cancellation));
        int[] Sum(int[][] counts) => [.. Enumerable.Range(0, placesX.Length).Select(place => counts.Sum(grid => grid[place]))];
        return new HotspotStability(
            [.. from grid in grids from window in Enumerable.Range(0, windows.Count) select new StabilitySetting(grid.Metres, grid.X, grid.Y, window)],
            Sum(hot), Sum(cold), Sum(tested));
    }

    /// <summary>In how many of the windows each place lay in a hot cell, in a cold one, and in one at all.</summary>
    private static (int[] Hot, int[] Cold, int[] Tested) OnGrid(
        (double Metres, double X, double Y) setting, IReadOnlyList<(double[] X, double[] Y)> windows,
        (double MinX, double MinY, double MaxX, double MaxY) bounds, Func<double, double, bool> inside, double[] placesX, double[] placesY,
        CancellationToken cancellation)
    {
        // Moving the grid east is moving everything west.
        double dx = setting.X * setting.Metres, dy = setting.Y * setting.Metres;
        var grid = new SquareGrid(setting.Metres);
        var units = new CellUnits<SquareGrid>(grid, [.. grid.CentredIn(bounds.MinX - dx, bounds.MinY - dy, bounds.MaxX - dx, bounds.MaxY - dy)
            .Where(cell => grid.Centre(cell) is var (x, y) && inside(x + dx, y + dy))]);
        var weights = units.Contiguity().WithSelf();
        var unitAt = placesX.Select((x, place) => units.UnitAt(x - dx, placesY[place] - dy)).ToArray();
        var (hot, cold) = (new int[unitAt.Length], new int[unitAt.Length]);
        foreach (var (x, y) in windows)
        {
            cancellation.ThrowIfCancellationRequested();
            var bins = HotSpots.Find(units.Sum([.. x.Select(each => each - dx)], [.. y.Select(each => each - dy)]), weights, 0, 0, cancellation).Bins;
            for (var place = 0; place < unitAt.Length; place++)
                if (unitAt[place] >= 0)
                {
                    hot[place] += bins[unitAt[place]] > 0 ? 1 : 0;
                    cold[place] += bins[unitAt[place]] < 0 ? 1 : 0;
                }
        }
        return (hot, cold, [.. unitAt.Select(unit => unit >= 0 ? windows.Count : 0)]);
    }
}
