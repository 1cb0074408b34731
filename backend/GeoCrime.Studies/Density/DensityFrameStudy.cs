using GeoCrime.Analytics.Density;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Density;

/// <summary>Density in space and time, at moments a step apart.</summary>
/// <param name="TimeBandwidthDays">Standard deviation of the Gaussian over days.</param>
public sealed record DensityFrameRequest(IncidentFilter Filter, int StepDays = 7, double TimeBandwidthDays = 14, double? BandwidthMetres = null, double? CellMetres = null);

/// <param name="Day">Middle of the kernel over time.</param>
/// <param name="Max">Incidents per km² and 28 days.</param>
public sealed record DensityFrame(DateOnly Day, float Max);

/// <param name="Grid">Of every frame.</param>
public sealed record DensityFrameResult(Grid Grid, double BandwidthMetres, IReadOnlyList<DensityFrame> Frames);

/// <summary>A product kernel, Gaussian in space and in time; its frames animate a time slider without jumps at a window's ends.</summary>
/// <remarks>Brunsdon, Corcoran and Higgs (2007), Computers, Environment and Urban Systems 31, 52–75. Near the ends of the data the
/// kernel over time is divided by its share within them.</remarks>
public sealed class DensityFrameStudy(LiveRuns runs)
{
    private const int MostFrames = 200;
    private const double ReachInDeviations = 4;

    /// <summary>Days of one frame's unit.</summary>
    private const int UnitDays = 28;

    /// <exception cref="ArgumentException">A parameter is out of range, the window is missing, or the filter names what there is not.</exception>
    public Task<LiveRun<DensityFrameResult>> RunAsync(IncidentColumns columns, DensityFrameRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        Check(request);
        var identity = RunIdentity.Of(StudyKind.Density, columns, request, null, policy);
        return runs.GetAsync(identity, token => Compute(columns, request, token), cancellationToken);
    }

    private static DensityFrameResult Compute(IncidentColumns columns, DensityFrameRequest request, CancellationToken cancellationToken)
    {
        var (grid, bandwidth) = Setting(columns, request, cancellationToken);
        return new DensityFrameResult(grid, bandwidth, [.. Days(request).Select(day => new DensityFrame(day, Frame(columns, request, day, cancellationToken).Max))]);
    }

    /// <summary>One frame; per km² and 28 days.</summary>
    /// <exception cref="ArgumentException">As <see cref="RunAsync"/>, or the day is outside the window.</exception>
    public static DensitySurface Frame(IncidentColumns columns, DensityFrameRequest request, DateOnly day, CancellationToken cancellationToken)
    {
        Check(request);
        if (day < request.Filter.From || day >= request.Filter.To)
            throw new ArgumentException($"at: {day:yyyy-MM-dd} is outside {request.Filter.From:yyyy-MM-dd} to {request.Filter.To:yyyy-MM-dd}.");
        var (grid, bandwidth) = Setting(columns, request, cancellationToken);
        var reach = (int)Math.Ceiling(ReachInDeviations * request.TimeBandwidthDays);
        var rows = RowFilter.Apply(columns, request.Filter with { From = day.AddDays(-reach), To = day.AddDays(reach + 1) }, cancellationToken);
        var last = Math.Min(reach, (columns.CompleteThrough?.DayNumber ?? int.MaxValue - reach) - day.DayNumber);
        var first = Math.Max(-reach, (columns.Chunks.Where(chunk => chunk.Count > 0).Min(chunk => (int?)chunk.Day[0]) ?? int.MinValue + reach) - day.DayNumber);
        var mass = Enumerable.Range(first, Math.Max(0, last - first + 1)).Sum(offset => Kernel(offset, request.TimeBandwidthDays));
        if (!(mass > 0))
            return new DensitySurface(grid, new float[grid.Cells], 0);
        var weights = rows.OfLocated((chunk, row) => chunk.Day[row] - day.DayNumber is var offset && offset <= last
            ? Kernel(offset, request.TimeBandwidthDays) / mass * UnitDays
            : 0);
        return DensityStudy.Estimate(rows, weights, grid, bandwidth, new DensityRequest(request.Filter), cancellationToken).Surface;
    }

    private static double Kernel(int offset, double deviation) => Math.Exp(-0.5 * offset * offset / (deviation * deviation));

    private static (Grid Grid, double Bandwidth) Setting(IncidentColumns columns, DensityFrameRequest request, CancellationToken cancellationToken)
    {
        var bandwidth = request.BandwidthMetres ?? DefaultBandwidth.Of(columns, BandwidthRule.Scott, DensityKernel.Gaussian, cancellationToken);
        return (DensityGrid.Of(columns, bandwidth, request.CellMetres), bandwidth);
    }

    private static IEnumerable<DateOnly> Days(DensityFrameRequest request)
    {
        for (var day = request.Filter.From!.Value; day < request.Filter.To!.Value; day = day.AddDays(request.StepDays))
            yield return day;
    }

    private static void Check(DensityFrameRequest request)
    {
        new DensityRequest(request.Filter, BandwidthMetres: request.BandwidthMetres, CellMetres: request.CellMetres).Check();
        if (request.Filter is not { From: { } from, To: { } to } || to <= from)
            throw new ArgumentException("filter.from and filter.to are needed: frames lie between them.");
        if (request.StepDays < 1 || (to.DayNumber - from.DayNumber + request.StepDays - 1) / request.StepDays > MostFrames)
            throw new ArgumentException($"stepDays is {request.StepDays}; at least 1, and at most {MostFrames} frames, are allowed.");
        if (request.TimeBandwidthDays is not (>= 1 and <= 365))
            throw new ArgumentException($"timeBandwidthDays is {request.TimeBandwidthDays}; 1…365 is allowed.");
    }
}
