using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Hotspots;

namespace GeoCrime.Studies.Risk;

/// <summary>What the score is made of, area by area in the order of the snapshot.</summary>
/// <param name="Paths">Shape [areas, horizon]: expected reports, or their severity weights, a day.</param>
/// <param name="Errors">Shape [areas, origins, horizon]: actual − forecast of past origins.</param>
/// <param name="HotspotShare">Share of the last year's reports that lie in hot cells; NaN where there are none.</param>
/// <param name="Severity">Mean severity weight of the last year's reports; NaN where there are none.</param>
internal sealed record RiskInputs(
    IReadOnlyList<Area> Areas,
    double[][] Paths,
    double[][][] Errors,
    Momentum[] Momentum,
    double[] HotspotShare,
    double[] Severity)
{
    private const int Year = 364;

    /// <param name="counts">One an area, unweighted, up to the day that the score stands for.</param>
    /// <param name="paths">Mean paths and past errors of each area's forecast.</param>
    public static RiskInputs Of(IncidentColumns columns, RiskRequest request, IReadOnlyList<CountSeries> counts, IReadOnlyList<(double[] Path, double[][] Errors)> paths, CancellationToken cancellationToken)
    {
        var kind = columns.KindNumber(request.Kind);
        var end = counts.Count > 0 ? counts[0].DateAt(counts[0].Length) : default;
        var lastYear = request.Filter with { From = end.AddDays(-Year), To = end };
        var (share, severity) = Places(columns, kind, lastYear, request.AsOf, cancellationToken);
        return new RiskInputs(
            columns.AreaKinds[kind].Areas,
            [.. paths.Select(each => each.Path)],
            [.. paths.Select(each => each.Errors)],
            [.. counts.Select(Risk.Momentum.Of)],
            share,
            severity);
    }

    private static (double[] HotspotShare, double[] Severity) Places(IncidentColumns columns, int kind, IncidentFilter lastYear, DateOnly? asOf, CancellationToken cancellationToken)
    {
        var incidents = RowFilter.Apply(columns, lastYear, cancellationToken);
        if (asOf is { } origin)
            incidents = incidents.ReportedBy(origin);
        var hotspots = HotspotStudy.Analyse(incidents, new HotspotRequest(lastYear, Permutations: 0), cancellationToken);
        var areas = columns.AreaKinds[kind].Areas.Count;
        var (all, located, hot, severity) = (new double[areas], new double[areas], new double[areas], new double[areas]);
        foreach (var (chunk, row) in incidents.Rows())
        {
            var area = chunk.Area[kind][row];
            if (area < 0)
                continue;
            all[area]++;
            severity[area] += columns.Categories[chunk.Category[row]].Severity;
            if (chunk.X[row] == IncidentChunk.Unlocated)
                continue;
            located[area]++;
            var unit = hotspots.Grid.UnitAt(chunk.X[row] / 100.0, chunk.Y[row] / 100.0);
            if (unit >= 0 && hotspots.Units[unit].Bin > 0)
                hot[area]++;
        }
        return ([.. hot.Zip(located, (part, whole) => part / whole)], [.. severity.Zip(all, (sum, count) => sum / count)]);
    }
}
