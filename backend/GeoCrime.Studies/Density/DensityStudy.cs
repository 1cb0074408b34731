using System.Runtime.CompilerServices;
using GeoCrime.Analytics.Density;
using GeoCrime.Domain;
using GeoCrime.Studies.Cities;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Density;

/// <summary>What a density surface is asked with; null leaves the choice to the study.</summary>
/// <param name="BandwidthMetres">Gaussian: standard deviation; quartic and Epanechnikov: radius.</param>
public sealed record DensityRequest(IncidentFilter Filter, DensityKernel Kernel = DensityKernel.Gaussian, double? BandwidthMetres = null, double? CellMetres = null);

/// <param name="Incidents">Located incidents that the surface stands for.</param>
/// <param name="BandwidthMetres">As used.</param>
public sealed record DensityResult(DensitySurface Surface, double BandwidthMetres, int Incidents);

/// <summary>Incidents per square kilometre over the filtered window.</summary>
public sealed class DensityStudy(LiveRuns runs)
{
    /// <summary>Bandwidths the study accepts, metres.</summary>
    public const double LeastBandwidth = 10;
    public const double MostBandwidth = 20_000;

    /// <summary>The most cells of one surface: 2048 × 2048.</summary>
    public const int MostCells = 2048 * 2048;

    /// <summary>Surfaces sent inline and drawn by default stay within this many cells a side.</summary>
    public const int DefaultSide = 512;
    private static readonly double[] NiceCells = [5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000];
    private static readonly ConditionalWeakTable<IncidentColumns, StrongBox<double>> ScottDeviations = [];

    public Task<LiveRun<DensityResult>> RunAsync(IncidentColumns columns, DensityRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        Check(request);
        var identity = RunIdentity.Of(StudyKind.Density, columns, request, null, policy);
        return runs.GetAsync(identity, token => Compute(columns, request, token), cancellationToken);
    }

    private static DensityResult Compute(IncidentColumns columns, DensityRequest request, CancellationToken cancellationToken)
    {
        var (x, y) = RowFilter.Apply(columns, request.Filter, cancellationToken).Positions();
        var bandwidth = request.BandwidthMetres ?? DefaultBandwidth(columns, request.Kernel);
        var grid = GridOf(columns, bandwidth, request);
        var surface = x.Length == 0
            ? new DensitySurface(grid, new float[grid.Cells], 0)
            : KernelDensity.Estimate(x, y, null, grid, request.Kernel, bandwidth, cancellationToken);
        return new DensityResult(surface, bandwidth, x.Length);
    }

    /// <summary>Scott's rule on all incidents of the data version, so that filters and periods compare.</summary>
    private static double DefaultBandwidth(IncidentColumns columns, DensityKernel kernel)
    {
        var deviation = ScottDeviations.GetValue(columns, static each =>
        {
            var (x, y) = RowFilter.Apply(each, IncidentFilter.All, CancellationToken.None).Positions();
            return new StrongBox<double>(Bandwidth.Scott(x, y, DensityKernel.Gaussian));
        });
        return deviation.Value * Bandwidth.PerGaussianDeviation(kernel);
    }

    private static Grid GridOf(IncidentColumns columns, double bandwidth, DensityRequest request)
    {
        var bounds = (City.Of(columns).Bounds ?? throw new ArgumentException($"No located incident is loaded for {columns.Jurisdiction.Code}.")).Copy();
        // Kernels spill over the city's edge; the margin keeps what can be seen of that.
        bounds.ExpandBy(Math.Min(2 * bandwidth, 0.05 * Math.Max(bounds.Width, bounds.Height)));
        var cell = request.CellMetres ?? NiceCells.FirstOrDefault(size => Math.Max(bounds.Width, bounds.Height) / size <= DefaultSide - 2, NiceCells[^1]);
        if (bounds.Width / cell * (bounds.Height / cell) > MostCells)
            throw new ArgumentException($"Cells of {cell} m make more than {MostCells} cells here; ask for larger ones.");
        return Grid.Covering(bounds.MinX, bounds.MinY, bounds.MaxX, bounds.MaxY, cell);
    }

    private static void Check(DensityRequest request)
    {
        if (request.BandwidthMetres is { } bandwidth && bandwidth is not (>= LeastBandwidth and <= MostBandwidth))
            throw new ArgumentException($"bandwidthMetres is {bandwidth}; {LeastBandwidth}…{MostBandwidth} is allowed.");
        if (request.CellMetres is { } cell && cell is not (>= 1 and <= 5000))
            throw new ArgumentException($"cellMetres is {cell}; 1…5000 is allowed.");
    }
}
