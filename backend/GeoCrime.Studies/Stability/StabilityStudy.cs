using GeoCrime.Analytics.Evaluation;
using GeoCrime.Domain;
using GeoCrime.Studies.Cities;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Hotspots;
using GeoCrime.Studies.Runs;
using NetTopologySuite.Geometries;

namespace GeoCrime.Studies.Stability;

/// <summary>What the stability of hot spots is asked with.</summary>
/// <param name="CellMetres">Side of the cells that carry the answer, and the middle one of the sizes tried: half as large, as large, and half as large again are the others.</param>
public sealed record StabilityRequest(IncidentFilter Filter, double CellMetres = 250)
{
    /// <exception cref="ArgumentException">The side is out of its range.</exception>
    public void Check()
    {
        if (CellMetres is not (>= 100 and <= 3000))
            throw new ArgumentException($"cellMetres is {CellMetres}; 100…3000 is allowed.");
    }
}

/// <param name="Hot">Settings in which the cell lay in a significant hot spot.</param>
/// <param name="Cold">Likewise cold.</param>
/// <param name="Settings">Settings in which a cell of the city lay over it.</param>
public sealed record StableCell(int Number, string Id, int Hot, int Cold, int Settings);

/// <param name="Cells">Of all the city.</param>
/// <param name="Settings">Settings tried: sizes × offsets × windows.</param>
public sealed record StabilityResult(UtmProjection Projection, HotspotUnits Grid, IReadOnlyList<StableCell> Cells, int Settings, IReadOnlyList<double> Sizes, IReadOnlyList<StudyWindow> Windows)
{
    /// <summary>The cell's outline in EPSG:4326.</summary>
    public Geometry ShapeInDegrees(StableCell cell) => Projection.ToDegrees(Grid.Outline(cell.Number));
}

/// <summary>Gi* over three cell sizes, nine offsets of the grid, and three windows: the whole, and each half.</summary>
public sealed class StabilityStudy(LiveRuns runs)
{
    private static readonly double[] Shifts = [0, 1 / 3.0, 2 / 3.0];

    /// <exception cref="ArgumentException">A parameter is out of range, or the filter names what there is not.</exception>
    public Task<LiveRun<StabilityResult>> RunAsync(IncidentColumns columns, StabilityRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        request.Check();
        var identity = RunIdentity.Of(StudyKind.Stability, columns, request, null, policy);
        return runs.GetAsync(identity, token => Analyse(columns, request, token), cancellationToken);
    }

    private static StabilityResult Analyse(IncidentColumns columns, StabilityRequest request, CancellationToken cancellationToken)
    {
        var whole = StudyWindow.Of(columns, request.Filter);
        var middle = whole.From.AddDays(whole.Days / 2);
        StudyWindow[] windows = whole.Days < 2 ? [whole] : [whole, whole with { To = middle }, whole with { From = middle }];
        double[] sizes = [0.5 * request.CellMetres, request.CellMetres, 1.5 * request.CellMetres];
        var city = City.Of(columns);
        var units = HotspotUnits.Of(columns, HotspotUnit.Square, request.CellMetres, null);
        var box = city.Bounds!;
        var centres = Enumerable.Range(0, units.Ids.Count).Select(unit => units.Outline(unit).EnvelopeInternal.Centre).ToArray();
        var found = HotspotStability.Find(
            [.. windows.Select(window => RowFilter.Apply(columns, request.Filter with { From = window.From, To = window.To }, cancellationToken).Positions())],
            sizes, Shifts, (box.MinX, box.MinY, box.MaxX, box.MaxY), city.Contains,
            [.. centres.Select(centre => centre.X)], [.. centres.Select(centre => centre.Y)], cancellationToken);
        return new StabilityResult(columns.Jurisdiction.Projection, units,
            [.. units.Ids.Select((id, unit) => new StableCell(unit, id, found.Hot[unit], found.Cold[unit], found.Tested[unit]))], found.Settings.Count, sizes, windows);
    }
}
