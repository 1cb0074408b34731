using GeoCrime.Analytics.Forecasting;
using GeoCrime.Analytics.Forecasting.Boosting;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>Backtests of models that learn from all areas together.</summary>
internal static class PooledModels
{
    /// <summary>Horizons between two trainings: trees that are some months old answer for origins in between.</summary>
    private const int HorizonsBetween = 3;

    public static bool Pools(ForecastModel kind) => kind is ForecastModel.BoostedTrees or ForecastModel.LstmGlobal;

    /// <summary>One backtest a series, from the first origin with enough history; all null where there is none before the first scored one.</summary>
    public static Backtest?[] Run(
        ForecastModel kind, IReadOnlyList<CountSeries> series, int[] grid, NestedBacktestOptions options, CancellationToken cancellation)
    {
        if (kind == ForecastModel.LstmGlobal)
            return Network(series, grid, options, cancellation);
        var model = new BoostedTreesModel(options.Forecast.Holidays, options.Forecast.Boosting, options.Forecast.Days);
        var first = Array.FindIndex(grid, origin => Able(model, series, origin).Length > 0);
        if (first < 0 || grid[first] > options.Origins[0])
            return new Backtest?[series.Count];
        var results = new Backtest?[series.Count];
        var parts = Parts(grid[first..], HorizonsBetween * options.Forecast.Horizon, options.Origins[0]);
        var tested = new Backtest?[parts.Count][];
        Parallel.For(0, parts.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, part =>
        {
            var origins = parts[part];
            var able = Able(model, series, origins[0]);
            var trained = model.Train([.. able.Select(s => series[s].Before(origins[0]))], cancellation);
            tested[part] = new Backtest?[series.Count];
            for (var a = 0; a < able.Length; a++)
                tested[part][able[a]] = RollingOrigin.Run(new Trained(kind, trained.ForArea(a)), series[able[a]], origins, options.Forecast.Horizon, cancellation);
        });
        for (var s = 0; s < series.Count; s++)
            if (tested.All(part => part[s] is not null))
                results[s] = tested.Select(part => part[s]!).Aggregate((before, next) => before.Then(next));
        return results;
    }

    private static int[] Able(BoostedTreesModel model, IReadOnlyList<CountSeries> series, int origin) =>
        [.. Enumerable.Range(0, series.Count).Where(s => model.Refusal(series[s].Before(origin)) is null)];

    // Origins between two trainings; the first scored origin starts a part of its own.
    private static List<int[]> Parts(int[] grid, int apart, int scored)
    {
        var parts = new List<List<int>>();
        foreach (var origin in grid)
            if (parts.Count == 0 || origin >= parts[^1][0] + apart || origin == scored)
                parts.Add([origin]);
            else
                parts[^1].Add(origin);
        return [.. parts.Select(part => part.ToArray())];
    }

    private static Backtest?[] Network(IReadOnlyList<CountSeries> series, int[] grid, NestedBacktestOptions options, CancellationToken cancellation)
    {
        var network = GlobalLstmOptions.For(series[0].Step).WithSeed(options.Forecast.Seed) with { Holidays = options.Forecast.Holidays, Days = options.Forecast.Days ?? DayTable.Empty };
        network = network with { Outputs = Math.Max(network.Outputs, options.Forecast.Horizon) };
        var able = grid.Where(origin => origin >= network.Lookback + 8 * network.Outputs).ToArray();
        if (able.Length == 0 || able[0] > options.Origins[0])
            return new Backtest?[series.Count];
        IReadOnlyList<Backtest> Part(int[] origins) =>
            GlobalBacktest.Run(series, network, origins, options.Forecast.Horizon, trainEvery: HorizonsBetween, cancellation: cancellation).Areas;
        var inner = Part([.. able.Where(origin => origin < options.Origins[0])]);
        var scored = Part([.. able.Where(origin => origin >= options.Origins[0])]);
        return [.. inner.Zip(scored, (before, later) => before.Then(later))];
    }

    // Already trained before the part's first origin: fitting it there again changes nothing.
    private sealed class Trained(ForecastModel kind, IFittedModel fitted) : ISeriesModel
    {
        public ForecastModel Kind => kind;

        public bool RefitsAtEachOrigin => false;

        public string? Refusal(CountSeries history) => null;

        public IFittedModel Fit(CountSeries history, CancellationToken cancellation = default) => fitted;
    }
}
