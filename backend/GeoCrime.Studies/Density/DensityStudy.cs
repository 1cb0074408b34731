using GeoCrime.Analytics.Density;
using GeoCrime.Domain;
using GeoCrime.Studies.Cities;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Density;

/// <param name="Incidents">Located incidents that the surface stands for.</param>
/// <param name="BandwidthMetres">As used.</param>
public sealed record DensityResult(DensitySurface Surface, double BandwidthMetres, int Incidents);

/// <summary>Incidents per square kilometre over the filtered window.</summary>
public sealed class DensityStudy(LiveRuns runs)
{
    /// <exception cref="ArgumentException">A parameter is out of range, the filter names what there is not, or edge correction is asked for where no areas are loaded.</exception>
    public Task<LiveRun<DensityResult>> RunAsync(IncidentColumns columns, DensityRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        request.Check();
        var identity = RunIdentity.Of(StudyKind.Density, columns, request, null, policy);
        return runs.GetAsync(identity, token => Compute(columns, request, token), cancellationToken);
    }

    private static DensityResult Compute(IncidentColumns columns, DensityRequest request, CancellationToken cancellationToken)
    {
        var rows = RowFilter.Apply(columns, request.Filter, cancellationToken);
        var bandwidth = request.BandwidthMetres ?? DefaultBandwidth.Of(columns, request.Rule, request.Kernel, cancellationToken);
        var grid = DensityGrid.Of(columns, bandwidth, request.CellMetres);
        return Estimate(rows, DensityWeights.Of(rows, request), grid, bandwidth, request, cancellationToken);
    }

    /// <summary>One surface of rows already filtered.</summary>
    /// <param name="weights">One a located row, in row order; null: 1 each.</param>
    internal static DensityResult Estimate(FilteredIncidents rows, double[]? weights, Grid grid, double bandwidth, DensityRequest request, CancellationToken cancellationToken)
    {
        var (x, y) = rows.Positions();
        if (x.Length == 0)
            return new DensityResult(new DensitySurface(grid, new float[grid.Cells], 0), bandwidth, 0);
        var surface = request.Adaptive
            ? AdaptiveDensity.Estimate(x, y, weights, grid, request.Kernel, bandwidth, cancellationToken)
            : KernelDensity.Estimate(x, y, weights, grid, request.Kernel, bandwidth, cancellationToken);
        if (request.EdgeCorrected)
        {
            var city = City.Of(rows.Columns).Rings
                ?? throw new ArgumentException($"edgeCorrected needs the city's polygon; no areas are loaded for {rows.Columns.Jurisdiction.Code}.");
            surface = EdgeCorrection.Apply(surface, city, request.Kernel, bandwidth, cancellationToken);
        }
        return new DensityResult(surface, bandwidth, x.Length);
    }
}
