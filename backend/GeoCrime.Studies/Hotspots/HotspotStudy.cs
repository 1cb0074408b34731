using System.Runtime.CompilerServices;
using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Neighbours;
using GeoCrime.Domain;
using GeoCrime.Studies.Cities;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Hotspots;

public enum HotspotUnit
{
    Hexagon,
    Square,
}

/// <summary>What hot spots are asked with.</summary>
/// <param name="CellMetres">Side of the square that has a cell's area.</param>
/// <param name="Permutations">Draws of the conditional permutation test; 0 leaves it out.</param>
public sealed record HotspotRequest(IncidentFilter Filter, HotspotUnit Unit = HotspotUnit.Hexagon, double CellMetres = 250, int Permutations = 999, int Seed = 1);

/// <summary>Getis-Ord Gi* of reported incidents on a grid of the city, with the bins that survive false-discovery control.</summary>
public sealed class HotspotStudy(LiveRuns runs)
{
    private const double LeastCell = 50;
    private const double MostCell = 5000;
    private const int MostPermutations = 99_999;
    private const int MostUnits = 200_000;
    private static readonly ConditionalWeakTable<IncidentColumns, Dictionary<(HotspotUnit, double), HotspotGrid>> Grids = [];

    /// <exception cref="ArgumentException">A parameter is out of range, or the filter names what there is not.</exception>
    public Task<LiveRun<HotspotResult>> RunAsync(IncidentColumns columns, HotspotRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        if (request.CellMetres is not (>= LeastCell and <= MostCell))
            throw new ArgumentException($"cellMetres is {request.CellMetres}; {LeastCell}…{MostCell} is allowed.");
        if (request.Permutations is < 0 or > MostPermutations)
            throw new ArgumentException($"permutations is {request.Permutations}; 0…{MostPermutations} is allowed.");
        var identity = RunIdentity.Of(StudyKind.Hotspots, columns, request, request.Seed, policy);
        return runs.GetAsync(identity, token => Analyse(RowFilter.Apply(columns, request.Filter, token), request, token), cancellationToken);
    }

    /// <summary>The analysis itself, for studies that build on it.</summary>
    /// <param name="incidents">The filtered rows; the request's own filter is not looked at.</param>
    internal static HotspotResult Analyse(FilteredIncidents incidents, HotspotRequest request, CancellationToken cancellationToken)
    {
        var columns = incidents.Columns;
        var (x, y) = incidents.Positions();
        var grid = GridOf(columns, request.Unit, request.CellMetres);
        var counts = grid.Count(x, y);
        var found = HotSpots.Find(counts, grid.Weights, request.Permutations, request.Seed, cancellationToken);
        var units = new HotspotCell[counts.Length];
        for (var unit = 0; unit < units.Length; unit++)
            units[unit] = new HotspotCell(unit, grid.Cells[unit].ToString(), (int)counts[unit], Known(found.Z[unit]), found.P[unit], found.ExactP[unit], found.PseudoP?[unit], found.Bins[unit]);
        return new HotspotResult(columns.Jurisdiction.Projection, grid, units);
    }

    private static double? Known(double z) => double.IsNaN(z) ? null : z;

    private static HotspotGrid GridOf(IncidentColumns columns, HotspotUnit unit, double cellMetres)
    {
        var known = Grids.GetOrCreateValue(columns);
        lock (known)
        {
            if (!known.TryGetValue((unit, cellMetres), out var grid))
                known[(unit, cellMetres)] = grid = MakeGrid(columns, unit, cellMetres);
            return grid;
        }
    }

    private static HotspotGrid MakeGrid(IncidentColumns columns, HotspotUnit unit, double cellMetres)
    {
        var city = City.Of(columns);
        var bounds = city.Bounds ?? throw new ArgumentException($"No located incident is loaded for {columns.Jurisdiction.Code}.");
        if (bounds.Area / (cellMetres * cellMetres) > MostUnits)
            throw new ArgumentException($"Cells of {cellMetres} m make more than {MostUnits} cells here; ask for larger ones.");
        return unit == HotspotUnit.Hexagon ? Within(new HexGrid(cellMetres)) : Within(new SquareGrid(cellMetres));

        HotspotGrid Within<TGrid>(TGrid grid)
            where TGrid : struct, ICellGrid =>
            HotspotGrid.Of(grid, [.. grid.CentredIn(bounds.MinX, bounds.MinY, bounds.MaxX, bounds.MaxY).Where(cell =>
            {
                var (x, y) = grid.Centre(cell);
                return city.Contains(x, y);
            })]);
    }
}
