using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Series;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Studies.Risk;

/// <summary>Replays the ranking at past origins and asks how many of the reports that then came lay in its leading areas.</summary>
internal static class PlaceScoring
{
    private const int Origins = 12;
    private const int SpacingDays = 28;
    private const int Year = 364;
    private const double HalfLifeDays = 90;
    private static readonly double[] Shares = [0.05, 0.10, 0.20];

    /// <summary>Scores <paramref name="request"/>'s ranking, with volumes by the mean of the last 28 days at each origin.</summary>
    /// <remarks>At an origin only rows count that were reported by then.</remarks>
    /// <param name="incidents">The filtered rows.</param>
    /// <param name="complete">One an area: what came, reported late or not.</param>
    public static PlaceScorecard Score(FilteredIncidents incidents, RiskRequest request, IReadOnlyList<CountSeries> complete, CancellationToken cancellationToken)
    {
        var columns = incidents.Columns;
        var areas = columns.AreaKinds[columns.KindNumber(request.Kind)].Areas.Count;
        var (score, lastYear, recent) = (new List<double[]>(), new List<double[]>(), new List<double[]>());
        var actuals = new List<double[]>();
        foreach (var origin in OriginsOf(complete, request.HorizonDays))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var asOf = complete[0].DateAt(origin - 1);
            var counts = CountSeriesBuilder.Build(incidents, request.Kind, SeriesStep.Day, asOf);
            var known = request.SeverityWeighted ? CountSeriesBuilder.Build(incidents, request.Kind, SeriesStep.Day, asOf, severityWeighted: true) : counts;
            var inputs = RiskInputs.Of(columns, request with { AsOf = asOf }, counts, [.. known.Select(series => (RecentMean(series, request.HorizonDays), Array.Empty<double[]>()))], cancellationToken);
            score.Add(new RiskRanking(inputs, request).Scores);
            lastYear.Add([.. known.Select(series => Sum(series, origin - Year, origin - Year + request.HorizonDays))]);
            recent.Add([.. known.Select(Weighted)]);
            actuals.Add([.. complete.Select(series => Sum(series, origin, origin + request.HorizonDays))]);
        }
        return Summarise(areas, score, [("last year's counts", lastYear), ("recency-weighted counts", recent)], actuals);
    }

    private static int[] OriginsOf(IReadOnlyList<CountSeries> complete, int horizonDays) =>
        complete.Count == 0 ? [] : RollingOrigin.Plan(complete[0].Length, horizonDays, SpacingDays, Origins, 2 * Year);

    private static PlaceScorecard Summarise(int areas, List<double[]> score, (string Name, List<double[]> Ranking)[] baselines, List<double[]> actuals)
    {
        if (actuals.Count == 0)
            return new PlaceScorecard(0, [], null, [.. baselines.Select(each => each.Name)], "Not scored yet: two years of history and one horizon are needed.");
        var better = baselines.MaxBy(each => HitRates(each.Ranking, actuals, Shares[^1]).Average());
        var rows = Shares.Select(share =>
        {
            var taken = (double)Places(areas, share) / areas;
            var hits = HitRates(score, actuals, share).Average();
            var best = HitRates(actuals, actuals, share).Average();
            return new HitRateRow(taken, hits, hits / taken, best > 0 ? hits / best : null, HitRates(better.Ranking, actuals, share).Average() / taken);
        }).ToList();
        var differences = HitRates(score, actuals, Shares[^1]).Zip(HitRates(better.Ranking, actuals, Shares[^1]), (ours, theirs) => ours - theirs).ToArray();
        return new PlaceScorecard(actuals.Count, rows, Beats(differences), [better.Name, .. baselines.Select(each => each.Name).Where(name => name != better.Name)], Note(differences, better.Name));
    }

    /// <summary>Share of the reports that came in the leading areas, at each origin.</summary>
    private static double[] HitRates(List<double[]> rankings, List<double[]> actuals, double share) =>
        [.. rankings.Zip(actuals, (ranking, actual) => actual.Sum() > 0 ? Leading(ranking, share).Zip(actual, (part, reports) => part * reports).Sum() / actual.Sum() : 0)];

    /// <summary>1 for areas among the leading share, 0 for the others; those tied at the cut divide the places that are left.</summary>
    private static double[] Leading(double[] ranking, double share)
    {
        var places = Places(ranking.Length, share);
        var cut = ranking.OrderDescending().ElementAt(places - 1);
        var tied = (places - ranking.Count(score => score > cut)) / (double)ranking.Count(score => score == cut);
        return [.. ranking.Select(score => score > cut ? 1 : score == cut ? tied : 0)];
    }

    private static int Places(int areas, double share) => Math.Max(1, (int)Math.Round(share * areas));

    private static bool? Beats(double[] differences)
    {
        const int fewest = 5;
        if (differences.Length < fewest)
            return null;
        var mean = differences.Average();
        var error = Math.Sqrt(differences.Sum(each => (each - mean) * (each - mean)) / (differences.Length - 1) / differences.Length);
        return mean - (StudentT.InvCDF(0, 1, differences.Length - 1, 0.95) * error) > 0;
    }

    private static string Note(double[] differences, string baseline)
    {
        var points = differences.Average() * 100;
        var verdict = Beats(differences) switch
        {
            true => $"Beats {baseline}",
            false when points < -1 => $"{char.ToUpperInvariant(baseline[0])}{baseline[1..]} did better",
            false => $"Level with {baseline}",
            null => "Too few origins to judge",
        };
        return $"{verdict}: the first 20 % of areas held {Math.Abs(points):0.0} points {(points < 0 ? "fewer" : "more")} of the reports that came, over {differences.Length} origins.";
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
