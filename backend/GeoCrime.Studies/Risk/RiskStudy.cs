using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Filtering;
using GeoCrime.Studies.Forecasts;
using GeoCrime.Studies.Runs;
using GeoCrime.Studies.Series;

namespace GeoCrime.Studies.Risk;

/// <summary>Composite risk score of every area of a kind: where most reports are to be expected, how sure that is, and why.</summary>
public sealed class RiskStudy(LiveRuns runs, ForecastStudy forecasts)
{
    private const int MostDays = 180;

    /// <summary>The horizon that forecasts are trained for; shorter ones take its first days.</summary>
    private const int TrainedDays = 30;
    private const double Tail = 0.1;
    private const int Leaders = 5;

    /// <exception cref="ArgumentException">A parameter is out of range, or names what the jurisdiction does not have.</exception>
    public async Task<LiveRun<RiskResult>> RunAsync(IncidentColumns columns, RiskRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        if (request.HorizonDays is < 1 or > MostDays)
            throw new ArgumentException($"horizonDays is {request.HorizonDays}; 1…{MostDays} is allowed.");
        if (request.Filter.From is not null || request.Filter.To is not null)
            throw new ArgumentException("A risk score uses the whole history: leave filter.from and filter.to out (asOf replays the past).");
        request.Weights.Shares();
        columns.KindNumber(request.Kind);
        var current = request is { AsOf: null, SeverityWeighted: false, HorizonDays: <= TrainedDays };
        var layer = current
            ? await forecasts.RunAsync(columns, new ForecastRequest(request.Kind, ForecastModel.Best, SeriesStep.Day, TrainedDays, request.Filter), policy, cancellationToken)
            : null;
        var published = layer?.Answers.Select(answer => answer?.Run.Id).Distinct().ToArray() ?? [];
        var identity = RunIdentity.Of(StudyKind.Risk, columns, new { Request = request, Forecasts = published }, RiskRequest.Seed, policy);
        return await runs.GetAsync(identity, token => Compute(columns, request, layer, token), cancellationToken);
    }

    private static RiskResult Compute(IncidentColumns columns, RiskRequest request, ForecastLayer? layer, CancellationToken cancellationToken)
    {
        var rows = RowFilter.Apply(columns, request.Filter, cancellationToken);
        var counts = CountSeriesBuilder.Build(rows, request.Kind, SeriesStep.Day, request.AsOf);
        var series = request.SeverityWeighted ? CountSeriesBuilder.Build(rows, request.Kind, SeriesStep.Day, request.AsOf, severityWeighted: true) : counts;
        if (series.Count == 0 || series[0].Length == 0)
            throw new ArgumentException($"Nothing was reported in {columns.Jurisdiction.Code} by {(request.AsOf ?? columns.CompleteThrough):yyyy-MM-dd}.");
        var paths = new (double[] Path, double[][] Errors)[series.Count];
        Parallel.For(0, series.Count, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, area =>
            paths[area] = PathOf(series[area], layer?.Answers[area]?.Forecast, request.HorizonDays, cancellationToken));
        var inputs = RiskInputs.Of(columns, request, counts, paths, cancellationToken);
        var ranking = new RiskRanking(inputs, request);
        var scores = Describe(inputs, ranking, request);
        // A replay is scored on what came before it, as it would have been then.
        var scorecard = PlaceScoring.Score(rows, request, series, cancellationToken);
        return new RiskResult([.. scores.OrderBy(score => score.Rank)], scorecard, RiskExplanation.Sensitivity(ranking, request.Weights));
    }

    private static (double[] Path, double[][] Errors) PathOf(CountSeries series, StoredForecast? stored, int horizonDays, CancellationToken cancellationToken)
    {
        if (stored is not null)
            return (stored.Path[..horizonDays], [.. stored.Backtest.Errors.Select(origin => origin[..horizonDays])]);
        if (series.Known == 0)
            return (new double[horizonDays], []);
        var options = new AreaForecastOptions { Model = ForecastModel.Best, Horizon = horizonDays, Candidates = [ForecastModel.SeasonalNaive, ForecastModel.Mean] };
        var forecast = AreaForecaster.Run(series, options, null, cancellationToken);
        return ([.. forecast.Points.Select(point => point.Mean)], forecast.Backtest.Errors);
    }

    private static IEnumerable<RiskScore> Describe(RiskInputs inputs, RiskRanking ranking, RiskRequest request)
    {
        var draws = ranking.Simulate();
        var ranks = draws.Select(RiskRanking.RanksOf).ToArray();
        for (var area = 0; area < inputs.Areas.Count; area++)
        {
            var scores = draws.Select(draw => draw[area]).Order().ToArray();
            var places = ranks.Select(draw => draw[area]).Order().ToArray();
            var band = BandOf(ranking.Scores[area]);
            yield return new RiskScore(
                inputs.Areas[area],
                ranking.Scores[area],
                Math.Min(ranking.Scores[area], Quantile(scores, Tail)),
                Math.Max(ranking.Scores[area], Quantile(scores, 1 - Tail)),
                ranking.Ranks[area],
                places.Count(place => place <= Leaders) / (double)places.Length,
                Math.Min(ranking.Ranks[area], Quantile(places, Tail)),
                Math.Max(ranking.Ranks[area], Quantile(places, 1 - Tail)),
                band,
                scores.Count(score => BandOf(score) == band) / (double)scores.Length,
                (Trend)(inputs.Momentum[area].Direction + 1),
                Components(inputs, ranking, area, request),
                ranking.Expected[area],
                inputs.Momentum[area].Percent);
        }
    }

    private static RiskComponent[] Components(RiskInputs inputs, RiskRanking ranking, int area, RiskRequest request)
    {
        RiskComponent Component(int number, string name, double value, string explanation) => new(
            name,
            double.IsNaN(value) ? null : value,
            ranking.Z[number][area],
            ranking.Weights[number],
            ranking.Weights[number] * RobustScore.Place(ranking.Z[number][area]),
            explanation);
        return
        [
            Component(0, "volume", ranking.VolumeOnBasis[area], RiskExplanation.Volume(ranking.Expected[area], request.SeverityWeighted, request.HorizonDays, ranking.Z[0][area])),
            Component(1, "momentum", inputs.Momentum[area].LogRatio, RiskExplanation.Momentum(inputs.Momentum[area])),
            Component(2, "hotspot", inputs.HotspotShare[area], RiskExplanation.Hotspot(inputs.HotspotShare[area])),
            Component(3, "severity", inputs.Severity[area], RiskExplanation.Severity(inputs.Severity[area], ranking.Z[3][area])),
        ];
    }

    private static RiskBand BandOf(double score) => (RiskBand)Math.Clamp((int)(score / 20), 0, 4);

    private static T Quantile<T>(T[] sorted, double share) => sorted[Math.Clamp((int)(share * sorted.Length), 0, sorted.Length - 1)];
}
