using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Series;

namespace GeoCrime.Studies.Risk;

/// <summary>What was known at a past origin, what plain rankings would have said, and what then came; no weight changes it.</summary>
/// <param name="Inputs">With volumes by the mean of the last 28 days.</param>
/// <param name="LastYear">Shape [areas]: the horizon's days a year before.</param>
/// <param name="Recent">Shape [areas]: all counts, halved for every 90 days of age.</param>
/// <param name="LastMonth">Shape [areas]: the last 28 days.</param>
/// <param name="Came">Shape [areas]: over the horizon, reported late or not.</param>
internal sealed record PlaceOrigin(RiskInputs Inputs, double[] LastYear, double[] Recent, double[] LastMonth, double[] Came);

/// <summary>Past origins, a month apart, for replaying the ranking.</summary>
internal sealed record RiskHistory(IReadOnlyList<PlaceOrigin> Origins)
{
    private const int Most = 12;
    private const int SpacingDays = 28;
    private const int Year = 364;
    private const double HalfLifeDays = 90;

    /// <remarks>At an origin only rows count that were reported by then.</remarks>
    /// <param name="incidents">The filtered rows.</param>
    /// <param name="complete">One an area: what came, reported late or not.</param>
    public static RiskHistory Of(FilteredIncidents incidents, RiskRequest request, IReadOnlyList<CountSeries> complete, CancellationToken cancellationToken)
    {
        int[] origins = complete.Count == 0 ? [] : RollingOrigin.Plan(complete[0].Length, request.HorizonDays, SpacingDays, Most, 2 * Year);
        var places = new PlaceOrigin[origins.Length];
        Parallel.For(0, origins.Length, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, number =>
            places[number] = At(origins[number], incidents, request with { Scenario = null }, complete, cancellationToken));
        return new RiskHistory(places);
    }

    private static PlaceOrigin At(int origin, FilteredIncidents incidents, RiskRequest request, IReadOnlyList<CountSeries> complete, CancellationToken cancellationToken)
    {
        var asOf = complete[0].DateAt(origin - 1);
        var counts = WeightedSeries.Build(incidents, request.Kind, asOf, false, request.OfficerWeight);
        var known = request.SeverityWeighted ? WeightedSeries.Build(incidents, request.Kind, asOf, true, request.OfficerWeight) : counts;
        var inputs = RiskInputs.Of(incidents.Columns, request with { AsOf = asOf }, counts, [.. known.Select(series => (RecentMean(series, request.HorizonDays), Array.Empty<double[]>()))], cancellationToken);
        return new PlaceOrigin(
            inputs,
            [.. known.Select(series => Sum(series, origin - Year, origin - Year + request.HorizonDays))],
            [.. known.Select(Weighted)],
            [.. known.Select(series => Sum(series, origin - SpacingDays, origin))],
            [.. complete.Select(series => Sum(series, origin, origin + request.HorizonDays))]);
    }

    private static double[] RecentMean(CountSeries series, int horizonDays) =>
        series.Known == 0 ? new double[horizonDays] : PlainModels.All.Single(model => model.Kind == ForecastModel.Mean).Fit(series).Forecast(series, horizonDays);

    private static double Weighted(CountSeries series)
    {
        var sum = 0.0;
        for (var day = 0; day < series.Length; day++)
            if (!double.IsNaN(series.Values[day]))
                sum += series.Values[day] * Math.Pow(0.5, (series.Length - day) / HalfLifeDays);
        return sum;
    }

    private static double Sum(CountSeries series, int from, int to) =>
        series.Values[Math.Clamp(from, 0, series.Length)..Math.Clamp(to, 0, series.Length)].Where(value => !double.IsNaN(value)).Sum();
}
