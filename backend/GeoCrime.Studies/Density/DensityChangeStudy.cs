using GeoCrime.Analytics.Density;
using GeoCrime.Domain;
using GeoCrime.Studies.Cities;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Density;

/// <param name="BaselineFrom">With <paramref name="BaselineTo"/> any other window, in place of the baseline.</param>
public sealed record DensityChangeRequest(
    IncidentFilter Filter,
    MoverBaseline Baseline = MoverBaseline.SameWindowLastYear,
    DateOnly? BaselineFrom = null,
    DateOnly? BaselineTo = null,
    DensityKernel Kernel = DensityKernel.Gaussian,
    double? BandwidthMetres = null,
    double? CellMetres = null);

/// <param name="Incidents">Located incidents of the window.</param>
/// <param name="Before">Located incidents of the window compared with.</param>
/// <param name="InCity">Shape [cells]: whether a cell's centre lies in the city.</param>
public sealed record DensityChangeResult(ComparisonWindow Window, Grid Grid, DensityChange Change, bool[] InCity, double BandwidthMetres, int Incidents, int Before)
{
    /// <summary>The largest absolute difference in the city, per km²; 0 where nothing changed.</summary>
    public double MaxDifference => Change.Difference.Where((_, cell) => InCity[cell]).Select(Math.Abs).DefaultIfEmpty(0).Max();

    /// <summary>km² of the city that clearly rose (1) or fell (−1).</summary>
    public double SquareKilometres(int direction) =>
        Change.Direction.Where((each, cell) => each == direction && InCity[cell]).Count() * Grid.CellMetres * Grid.CellMetres / 1e6;
}

/// <summary>Density of a window less that of another, with a mask of what is more than chance.</summary>
public sealed class DensityChangeStudy(LiveRuns runs)
{
    /// <exception cref="ArgumentException">A parameter is out of range, a window is missing, or the filter names what there is not.</exception>
    public Task<LiveRun<DensityChangeResult>> RunAsync(IncidentColumns columns, DensityChangeRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        Surface(request).Check();
        var identity = RunIdentity.Of(StudyKind.Density, columns, request, null, policy);
        return runs.GetAsync(identity, token => Compute(columns, request, token), cancellationToken);
    }

    private static DensityChangeResult Compute(IncidentColumns columns, DensityChangeRequest request, CancellationToken cancellationToken)
    {
        var window = ComparisonWindow.Of(columns, request.Filter, request.Baseline, request.BaselineFrom, request.BaselineTo);
        var bandwidth = request.BandwidthMetres ?? DefaultBandwidth.Of(columns, BandwidthRule.Scott, request.Kernel, cancellationToken);
        var grid = DensityGrid.Of(columns, bandwidth, request.CellMetres);
        var (now, before) = window.Apply(columns, request.Filter, cancellationToken);
        var later = DensityStudy.Estimate(now, null, grid, bandwidth, Surface(request), cancellationToken);
        var earlier = DensityStudy.Estimate(before, null, grid, bandwidth, Surface(request), cancellationToken);
        var change = DensityChange.Between(earlier.Surface, later.Surface, window.BaselineDays, window.Days, request.Kernel, bandwidth);
        return new DensityChangeResult(window, grid, change, InCity(columns, grid), bandwidth, later.Incidents, earlier.Incidents);
    }

    private static bool[] InCity(IncidentColumns columns, Grid grid) => City.Of(columns).Rings is { } rings
        ? [.. PolygonCoverage.Of(rings, grid).Select(share => share >= 0.5f)]
        : [.. Enumerable.Repeat(true, grid.Cells)];

    private static DensityRequest Surface(DensityChangeRequest request) => new(request.Filter, request.Kernel, request.BandwidthMetres, request.CellMetres);
}
