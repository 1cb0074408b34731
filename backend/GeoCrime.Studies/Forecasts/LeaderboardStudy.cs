using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;
using GeoCrime.Studies.Runs;

namespace GeoCrime.Studies.Forecasts;

/// <param name="Table">Rows of the plain models, of every model that a run has published on today's data, and of BEST.</param>
/// <param name="Runs">Which run published a model.</param>
/// <param name="Outdated">Models whose newest run rests on older data; they are not in the table.</param>
/// <param name="Answers">For how many series BEST answers with a model today.</param>
public sealed record LeaderboardResult(
    Leaderboard Table, IReadOnlyDictionary<ForecastModel, Run> Runs, IReadOnlyList<ForecastModel> Outdated, IReadOnlyDictionary<ForecastModel, int> Answers);

/// <summary>All plain and published models side by side on the past windows that their runs kept. Nothing is trained for it.</summary>
/// <remarks>
/// The later windows are scored; at each, intervals and BEST's choice rest on windows that were over by then. Published models that learn
/// from all areas may have been tested at fewer origins; their rows say so and compare by the baseline on the same windows.
/// </remarks>
public sealed class LeaderboardStudy(LiveRuns live, ForecastStudy forecasts)
{
    /// <summary>Windows that intervals and choices learn from before the first that is scored, where there are so many.</summary>
    private const int LeastPast = 5;

    /// <exception cref="ArgumentException">The request is out of range or names what the jurisdiction does not have.</exception>
    public async Task<LiveRun<LeaderboardResult>> RunAsync(IncidentColumns columns, LeaderboardRequest request, AccessPolicy policy, CancellationToken cancellationToken)
    {
        var layers = new Dictionary<ForecastModel, IReadOnlyList<ForecastAnswer?>>();
        var outdated = new List<ForecastModel>();
        var best = await forecasts.RunAsync(columns, request.Of(ForecastModel.Best), policy, cancellationToken);
        foreach (var model in ForecastStudy.Plain)
            layers[model] = (await forecasts.RunAsync(columns, request.Of(model), policy, cancellationToken)).Answers;
        foreach (var model in ForecastStudy.Trained)
            if (await forecasts.StoredAsync(columns, request.Of(model), policy, cancellationToken) is { } answers)
            {
                if (answers.OfType<ForecastAnswer>().Any(answer => answer.Run.DatasetVersion == columns.DataVersion))
                    layers[model] = answers;
                else
                    outdated.Add(model);
            }
        var published = layers.ToDictionary(layer => layer.Key, layer => layer.Value.OfType<ForecastAnswer>().FirstOrDefault()?.Run.Id);
        var identity = RunIdentity.Of(StudyKind.Backtest, columns, new { Leaderboard = request, Published = published }, ForecastRequest.Seed, policy);
        return await live.GetAsync(identity, token => Compute(best, layers, outdated, request, token), cancellationToken);
    }

    private static LeaderboardResult Compute(
        ForecastLayer best, Dictionary<ForecastModel, IReadOnlyList<ForecastAnswer?>> layers, List<ForecastModel> outdated, LeaderboardRequest request, CancellationToken cancellationToken)
    {
        var options = new AreaForecastOptions { Horizon = request.Horizon, Levels = request.Levels, Seed = ForecastRequest.Seed };
        options.Check();
        int[] able = [.. Enumerable.Range(0, best.History.Count).Where(area => best.History[area].Known > 0)];
        var tables = able.Select(area => layers
            // Where another model answered in its place, a model has no row.
            .Where(layer => layer.Value[area]?.Forecast is { } forecast && forecast.Model == layer.Key)
            .ToDictionary(layer => layer.Key, layer => layer.Value[area]!.Forecast.Backtest)).ToArray();
        ForecastModel[] models = [ForecastModel.Best, .. layers.Keys];
        var scores = models.Select(_ => new NestedScores?[able.Length]).ToArray();
        Parallel.For(0, able.Length, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, s =>
        {
            for (var m = 0; m < models.Length; m++)
                scores[m][s] = Score(best.History[able[s]], models[m], tables[s], options);
        });
        return new LeaderboardResult(
            Leaderboard.Of([.. able.Select(area => best.History[area])], scores, request.Levels),
            layers.Where(layer => ForecastStudy.Trained.Contains(layer.Key)).ToDictionary(layer => layer.Key, layer => layer.Value.OfType<ForecastAnswer>().First().Run),
            outdated, best.Answers.OfType<ForecastAnswer>().CountBy(answer => answer.Forecast.Model).ToDictionary());
    }

    private static NestedScores? Score(CountSeries series, ForecastModel model, Dictionary<ForecastModel, Backtest> table, AreaForecastOptions options)
    {
        if (!table.TryGetValue(ForecastModel.Mean, out var plain) || !(model == ForecastModel.Best || table.ContainsKey(model)))
            return null;
        var scored = Scored(plain);
        if (model != ForecastModel.Best)
            return Tested([.. scored.Intersect(table[model].Origins)]);
        // As for the forecast itself: candidates are compared on the same windows.
        var whole = table.GetValueOrDefault(ForecastModel.Ensemble) ?? plain;
        options = options with { Candidates = [.. table.Where(each => each.Value.Origins.SequenceEqual(whole.Origins)).Select(each => each.Key)] };
        return Tested([.. scored.Intersect(whole.Origins)]);

        NestedScores? Tested(int[] origins) => origins.Length == 0 ? null : NestedBacktest.Score(series, model, table, origins, options);
    }

    private static int[] Scored(Backtest plain)
    {
        int Over(int origin) => plain.Origins.Count(each => each + plain.Horizon <= origin);
        var least = Math.Min(LeastPast, plain.Origins.Length / 2);
        return [.. plain.Origins.Where(origin => Over(origin) >= least)];
    }
}
