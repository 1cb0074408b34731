using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Hotspots;
using GeoCrime.Studies.Scenarios;
using GeoCrime.Studies.Series;

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
    /// <param name="counts">One an area, unweighted by severity, up to the day that the score stands for.</param>
    /// <param name="paths">Mean paths and past errors of each area's forecast.</param>
    public static RiskInputs Of(IncidentColumns columns, RiskRequest request, IReadOnlyList<CountSeries> counts, IReadOnlyList<(double[] Path, double[][] Errors)> paths, CancellationToken cancellationToken)
    {
        var end = counts.Count > 0 ? counts[0].DateAt(counts[0].Length) : default;
        var lastYear = LastYear.Of(columns, request.Kind, request.Filter, end, request.AsOf, request.OfficerWeight, cancellationToken);
        var effect = request.Scenario is null ? null : ScenarioEffect.Of(request.Scenario, columns, request.Kind, lastYear, counts, end, request.HorizonDays);
        return new RiskInputs(
            columns.AreaKinds[columns.KindNumber(request.Kind)].Areas,
            [.. paths.Select((each, area) => Scaled(each.Path, effect?.Days[area]))],
            [.. paths.Select((each, area) => each.Errors.Select(origin => Scaled(origin, effect?.Days[area])).ToArray())],
            [.. counts.Select(Risk.Momentum.Of)],
            HotspotShares(columns, request, end, cancellationToken),
            [.. lastYear.Categories.Select((area, number) => MeanSeverity(columns, area, effect?.Categories[number]))])
        {
            Groups = [.. lastYear.Categories.Select(area => GroupShares(columns, area))],
            Years = [.. counts.Select(YearChange.Of)],
            Notes = effect?.Notes ?? [],
        };
    }

    /// <summary>One an area: share of the last year's reports by offence group, the largest first.</summary>
    public IReadOnlyList<IReadOnlyList<OffenceGroupShare>> Groups { get; init; } = [];

    /// <summary>One an area.</summary>
    public IReadOnlyList<YearChange> Years { get; init; } = [];

    /// <summary>Of the scenario.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    private static double[] Scaled(double[] values, double[]? factors) => factors is null ? values : [.. values.Zip(factors, (value, factor) => value * factor)];

    private static double MeanSeverity(IncidentColumns columns, double[] reports, double[]? factors)
    {
        var (sum, all) = (0.0, 0.0);
        for (var category = 0; category < reports.Length; category++)
        {
            var count = reports[category] * (factors?[category] ?? 1);
            sum += count * columns.Categories[category].Severity;
            all += count;
        }
        return sum / all;
    }

    private static IReadOnlyList<OffenceGroupShare> GroupShares(IncidentColumns columns, double[] reports)
    {
        var all = reports.Sum();
        return all == 0 ? [] : [.. columns.Categories.Zip(reports, (category, count) => (category.Group, Count: count)).Where(each => each.Count > 0)
            .GroupBy(each => each.Group).Select(group => new OffenceGroupShare(group.Key, group.Sum(each => each.Count) / all))
            .OrderByDescending(group => group.Share).ThenBy(group => group.Group, StringComparer.Ordinal)];
    }

    /// <summary>Where records that officers start count for less, they have no say in what is hot: a cell of theirs would be hot because officers looked there.</summary>
    private static double[] HotspotShares(IncidentColumns columns, RiskRequest request, DateOnly end, CancellationToken cancellationToken)
    {
        var kind = columns.KindNumber(request.Kind);
        var lastYear = request.Filter with { From = end.AddDays(-LastYear.Days), To = end };
        var incidents = RowFilter.Apply(columns, lastYear, cancellationToken);
        if (request.AsOf is { } origin)
            incidents = incidents.ReportedBy(origin);
        var voting = request.OfficerWeight < 1 ? WeightedSeries.VictimReported(incidents) : incidents;
        var hotspots = HotspotStudy.Analyse(voting, new HotspotRequest(lastYear, Permutations: 0), cancellationToken);
        var weights = columns.Categories.Select(category => category.OfficerInitiated ? request.OfficerWeight : 1).ToArray();
        var areas = columns.AreaKinds[kind].Areas.Count;
        var (located, hot) = (new double[areas], new double[areas]);
        foreach (var (chunk, row) in incidents.Rows())
        {
            var area = chunk.Area[kind][row];
            if (area < 0 || chunk.X[row] == IncidentChunk.Unlocated)
                continue;
            var weight = weights[chunk.Category[row]];
            located[area] += weight;
            var unit = hotspots.Grid.UnitAt(chunk.X[row] / 100.0, chunk.Y[row] / 100.0);
            if (unit >= 0 && hotspots.Units[unit].Bin > 0)
                hot[area] += weight;
        }
        return [.. hot.Zip(located, (part, whole) => part / whole)];
    }
}
