using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>
/// Backtests in which everything is decided as it would have been then: at each origin BEST is chosen, ensembles are weighed and
/// intervals are made from earlier windows that were already over.
/// </summary>
/// <remarks>
/// Inner origins lie every 30 days, 4 weeks or month from the first that models can learn before; the scored origins join them, and all
/// are run once. Series run in parallel; results do not depend on that. Cost: one fit a model, series and origin.
/// </remarks>
public static class NestedBacktest
{
    /// <summary>Scores of all series and models.</summary>
    /// <param name="series">Of one step, start and length.</param>
    /// <param name="progress">Told the share that is done; from several threads.</param>
    /// <returns>Shape [models, series]; null where a model refuses the history before the first scored origin.</returns>
    /// <exception cref="ArgumentException">There is no series or origin, or the series differ in step or length.</exception>
    public static NestedScores?[][] Run(
        IReadOnlyList<CountSeries> series, NestedBacktestOptions options, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(options);
        Check(series, options);
        var grid = Grid(series[0], options);
        var kinds = Needed(options);
        var pooled = kinds.Where(PooledModels.Pools).ToDictionary(kind => kind, kind => PooledModels.Run(kind, series, grid, options, cancellation));
        var tables = series.Select(_ => new Dictionary<ForecastModel, Backtest>()).ToArray();
        var done = 0;
        var work = Enumerable.Range(0, series.Count).SelectMany(s => kinds.Where(kind => !PooledModels.Pools(kind)).Select(kind => (s, kind))).ToArray();
        Parallel.ForEach(work, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, each =>
        {
            var tested = Test(series[each.s], each.kind, grid, options, cancellation);
            lock (tables[each.s])
                if (tested is not null)
                    tables[each.s][each.kind] = tested;
            progress?.Invoke((double)Interlocked.Increment(ref done) / work.Length);
        });
        foreach (var (kind, backtests) in pooled)
            for (var s = 0; s < series.Count; s++)
                if (backtests[s] is { } backtest)
                    tables[s][kind] = backtest;
        return [.. options.Models.Select(kind => series.Select((each, s) => Score(each, kind, tables[s], options, SplitMix64.For(options.Forecast.Seed, 400, s))).ToArray())];
    }

    /// <summary>Scores of backtests that were run before: choices and intervals rest on earlier windows alone here too.</summary>
    /// <param name="table">One series' backtests by model.</param>
    /// <param name="origins">The scored ones.</param>
    /// <returns>Null where an origin is not among the model's own.</returns>
    public static NestedScores? Score(
        CountSeries series, ForecastModel kind, IReadOnlyDictionary<ForecastModel, Backtest> table, int[] origins, AreaForecastOptions options)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        return Score(series, kind, table, new NestedBacktestOptions(origins, [kind], options), SplitMix64.For(options.Seed, 400));
    }

    private static NestedScores? Score(
        CountSeries series, ForecastModel kind, IReadOnlyDictionary<ForecastModel, Backtest> table, NestedBacktestOptions options, SplitMix64 random)
    {
        var (answered, places) = (new List<ForecastModel>(), new List<Backtest>());
        var steps = new List<StepScore?[]>();
        foreach (var origin in options.Origins)
        {
            if (NestedChoice.At(series, kind, table, origin, options.Forecast) is not { } choice)
                return null;
            answered.Add(choice.Model);
            places.Add(choice.Now);
            steps.Add([.. choice.Now.Forecasts[0].Select((mean, h) =>
            {
                var (actual, chance) = (choice.Now.Actuals[0][h], random.NextDouble());
                var pool = ErrorPool.Around(choice.Past, h, mean);
                return double.IsNaN(actual) || pool.Length == 0 ? null : StepScore.Of(mean, pool, actual, options.Forecast.Levels, chance);
            })]);
        }
        return new NestedScores(kind, [.. answered], places.Aggregate((before, next) => before.Then(next)), [.. steps]);
    }

    // From the first inner origin that the model accepts; null where it refuses the first scored one.
    private static Backtest? Test(CountSeries series, ForecastModel kind, int[] grid, NestedBacktestOptions options, CancellationToken cancellation)
    {
        var model = SeriesModels.Create(kind, options.Forecast, series.Step);
        var first = Array.FindIndex(grid, origin => model.Refusal(series.Before(origin)) is null);
        if (first < 0 || grid[first] > options.Origins[0])
            return null;
        Backtest Part(int[] origins) => RollingOrigin.Run(model, series, origins, options.Forecast.Horizon, options.Window, cancellation);
        var able = grid[first..];
        // What is trained once is trained again before the first scored origin, where it matters.
        return model.RefitsAtEachOrigin
            ? Part(able)
            : Part([.. able.Where(origin => origin < options.Origins[0])]).Then(Part([.. able.Where(origin => origin >= options.Origins[0])]));
    }

    private static HashSet<ForecastModel> Needed(NestedBacktestOptions options)
    {
        var kinds = new HashSet<ForecastModel>(options.Models);
        if (kinds.Remove(ForecastModel.Best))
            kinds.UnionWith(options.Forecast.Candidates);
        if (kinds.Remove(ForecastModel.Ensemble))
            kinds.UnionWith(Ensemble.Members);
        return kinds;
    }

    private static int[] Grid(CountSeries series, NestedBacktestOptions options)
    {
        // A year and a half of days, two years and a bit of weeks and months: below that models with a yearly season know nothing.
        var least = series.Step switch { SeriesStep.Day => 548, SeriesStep.Week => 110, _ => 27 };
        var grid = new SortedSet<int>(options.Origins);
        for (var origin = least; origin + options.Forecast.Horizon <= options.Origins[^1]; origin += options.Forecast.SpacingFor(series.Step))
            grid.Add(origin);
        return [.. grid];
    }

    private static void Check(IReadOnlyList<CountSeries> series, NestedBacktestOptions options)
    {
        options.Forecast.Check();
        if (series.Count == 0)
            throw new ArgumentException("there is no series to test on");
        if (options.Origins.Length == 0)
            throw new ArgumentException("the series are too short for a single origin with the whole horizon after it");
        var first = series[0];
        if (series.Any(each => each.Step != first.Step || each.Start != first.Start || each.Length != first.Length))
            throw new ArgumentException("all series need the same start, step and length");
        for (var i = 0; i < options.Origins.Length; i++)
            if (options.Origins[i] < 1 || options.Origins[i] + options.Forecast.Horizon > first.Length || (i > 0 && options.Origins[i] <= options.Origins[i - 1]))
                throw new ArgumentException(
                    $"origin {options.Origins[i]} with {options.Forecast.Horizon} steps does not fit into {first.Length} steps, or origins do not increase");
    }
}
