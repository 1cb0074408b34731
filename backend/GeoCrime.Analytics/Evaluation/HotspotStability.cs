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
        StabilitySetting[] settings =
        [
            .. from metres in cellMetres from shiftX in shifts from shiftY in shifts from window in Enumerable.Range(0, windows.Count)
               select new StabilitySetting(metres, shiftX, shiftY, window),
        ];
        var bins = new int?[settings.Length][];
        Parallel.For(0, settings.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount },
            at => bins[at] = BinsAt(settings[at], windows[settings[at].Window], bounds, inside, placesX, placesY, cancellation));
        int[] Count(Func<int?, bool> which) => [.. Enumerable.Range(0, placesX.Length).Select(place => bins.Count(each => which(each[place])))];
        return new HotspotStability(settings, Count(bin => bin > 0), Count(bin => bin < 0), Count(bin => bin is not null));
    }

    private static int?[] BinsAt(
        StabilitySetting setting, (double[] X, double[] Y) points, (double MinX, double MinY, double MaxX, double MaxY) bounds,
        Func<double, double, bool> inside, double[] placesX, double[] placesY, CancellationToken cancellation)
    {
        // Moving the grid east is moving everything west.
        double dx = setting.ShiftX * setting.CellMetres, dy = setting.ShiftY * setting.CellMetres;
        var grid = new SquareGrid(setting.CellMetres);
        var units = new CellUnits<SquareGrid>(grid, [.. grid.CentredIn(bounds.MinX - dx, bounds.MinY - dy, bounds.MaxX - dx, bounds.MaxY - dy)
            .Where(cell => grid.Centre(cell) is var (x, y) && inside(x + dx, y + dy))]);
        var counts = units.Sum([.. points.X.Select(x => x - dx)], [.. points.Y.Select(y => y - dy)]);
        var found = HotSpots.Find(counts, units.Contiguity().WithSelf(), 0, 0, cancellation);
        return [.. placesX.Select((x, place) => units.UnitAt(x - dx, placesY[place] - dy) is var unit and >= 0 ? found.Bins[unit] : (int?)null)];
    }
}
