using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Neighbours;
using GeoCrime.Analytics.Numerics;
using GeoCrime.Analytics.Places;
using GeoCrime.Domain;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Nearby;

/// <summary>Do reports keep closer to places of a kind than other reports, or than any ground, do? It says that, not why.</summary>
public sealed class PlaceCorrelationStudy(LiveRuns runs, IContextPlaces places)
{
    /// <summary>Cells of the ground that distances are measured over; finer ones change the areas by less than 1 %.</summary>
    private const double MostGroundCells = 250_000;
    private const int MostCells = 200_000;
    private const double Level = 0.95;

    /// <exception cref="ArgumentException">A parameter is out of range, the filter names what there is not, or there is no such kind of places.</exception>
    public async Task<LiveRun<PlaceCorrelationResult>> RunAsync(IncidentColumns columns, PlaceCorrelationRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        request.Check();
        var wanted = await places.LoadAsync(columns.Jurisdiction, request.Kind, policy, cancellationToken);
        if (wanted.Count == 0)
        {
            var kinds = (await places.LoadAsync(columns.Jurisdiction, null, policy, cancellationToken)).Select(place => place.Kind).Distinct().ToList();
            throw new ArgumentException(kinds.Count == 0
                ? $"kind: no places are loaded for {columns.Jurisdiction.Code}."
                : $"kind: there are no places '{request.Kind}'; there are: {string.Join(", ", kinds)}.");
        }
        var identity = RunIdentity.Of(StudyKind.Nearby, columns, request, request.Seed, policy);
        return await runs.GetAsync(identity, token => Analyse(columns, request, wanted, token), cancellationToken);
    }

    private static PlaceCorrelationResult Analyse(IncidentColumns columns, PlaceCorrelationRequest request, IReadOnlyList<ContextPlace> wanted, CancellationToken cancellationToken)
    {
        var projection = columns.Jurisdiction.Projection;
        var rows = RowFilter.Apply(columns, request.Filter, cancellationToken);
        var ground = new StudyGround(columns, request.Filter.Where);
        var (x, y) = On(ground, rows.Positions());
        (double X, double Y)[] positions = [.. wanted.Select(place => projection.ToMetres(place.Longitude, place.Latitude))];
        double[] placesX = [.. positions.Select(place => place.X)], placesY = [.. positions.Select(place => place.Y)];
        var side = Math.Max(request.Metres[0] / 4, Math.Sqrt(ground.Bounds.Area / MostGroundCells));
        var (groundX, groundY) = Centres(new SquareGrid(side), ground);
        cancellationToken.ThrowIfCancellationRequested();
        double[] metres = [.. request.Metres];
        var table = PlaceDistance.Table(x, y, placesX, placesY, groundX, groundY, side, metres);
        var (controlX, controlY) = request.Control == PlaceControl.Ground
            ? (groundX, groundY)
            : On(ground, RowFilter.Apply(columns, request.Filter with { Categories = null, MinSeverity = null }, cancellationToken).Positions());
        IReadOnlyList<CrossKRow> crossK = controlX.Length == 0
            ? []
            : CrossK.Run(x, y, placesX, placesY, controlX, controlY, metres, request.Simulations, Level, request.Seed, cancellationToken);
        var alike = SurfaceCorrelation.OfPoints(x, y, placesX, placesY, groundX, groundY, request.BandwidthMetres, cancellationToken);
        var (moran, cells, outline) = Moran(ground, request, (x, y), (placesX, placesY), cancellationToken);
        return new PlaceCorrelationResult(projection, x.Length, wanted.Count, request.Control, table, crossK, alike, moran, cells, outline);
    }

    private static (BivariateMoran?, IReadOnlyList<PlaceCorrelationCell>, Func<int, Geometry>) Moran(
        StudyGround ground, PlaceCorrelationRequest request, (double[] X, double[] Y) reports, (double[] X, double[] Y) places, CancellationToken cancellationToken)
    {
        var grid = new SquareGrid(request.CellMetres);
        if (ground.Bounds.Area / (request.CellMetres * request.CellMetres) > MostCells)
            throw new ArgumentException($"Cells of {request.CellMetres} m make more than {MostCells} cells here; ask for larger ones.");
        var cells = ground.Cells(grid);
        var units = new CellUnits<SquareGrid>(grid, cells);
        Geometry Outline(int number) => new Polygon(new LinearRing([.. grid.Corners(cells[number]).Append(grid.Corners(cells[number])[0]).Select(corner => new Coordinate(corner.X, corner.Y))]));
        double[] own = units.Sum(reports.X, reports.Y), near = units.Sum(places.X, places.Y);
        var contiguity = units.Contiguity();
        if (cells.Length < 4 || contiguity.Neighbours.Length == 0 || own.All(count => count == own[0]) || near.All(count => count == near[0]))
            return (null, [], Outline);
        var weights = contiguity.RowStandardised();
        var (local, quadrants) = LocalMoran.Bivariate(own, near, weights);
        var p = ConditionalPermutation.PseudoP(near, weights, request.Permutations, request.Seed, cancellationToken);
        var adjusted = BenjaminiHochberg.Adjust(p);
        return (
            BivariateMoran.Test(own, near, weights, request.Permutations, request.Seed, cancellationToken),
            [.. cells.Select((cell, unit) => new PlaceCorrelationCell(unit, cell.ToString(), (int)own[unit], (int)near[unit], quadrants[unit], local[unit], p[unit], adjusted[unit]))],
            Outline);
    }

    private static (double[] X, double[] Y) Centres(SquareGrid grid, StudyGround ground)
    {
        var centres = Array.ConvertAll(ground.Cells(grid), cell => grid.Centre(cell));
        return (Array.ConvertAll(centres, centre => centre.X), Array.ConvertAll(centres, centre => centre.Y));
    }

    /// <summary>The positions that lie on the ground: distances are measured over it.</summary>
    private static (double[] X, double[] Y) On(StudyGround ground, (double[] X, double[] Y) all)
    {
        int[] kept = [.. Enumerable.Range(0, all.X.Length).AsParallel().AsOrdered().Where(i => ground.Contains(all.X[i], all.Y[i]))];
        return (Array.ConvertAll(kept, i => all.X[i]), Array.ConvertAll(kept, i => all.Y[i]));
    }
}
