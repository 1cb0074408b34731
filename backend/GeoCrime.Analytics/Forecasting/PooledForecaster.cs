using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting.Boosting;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Boosted trees of all areas: tested on their past, trained on all of it, one forecast an area.</summary>
public static class PooledForecaster
{
    /// <summary>The forecasts of all areas.</summary>
    /// <param name="areas">Series of one step, start and length.</param>
    /// <returns>Shape [areas]; null where the trees refuse an area's history.</returns>
    /// <exception cref="ArgumentException">There is no area, or an option is outside its range.</exception>
    public static IReadOnlyList<AreaForecast?> Run(IReadOnlyList<CountSeries> areas, AreaForecastOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var model = new BoostedTreesModel(options.Holidays, options.Boosting, options.Days);
        var able = Enumerable.Range(0, areas.Count).Where(area => model.Refusal(areas[area]) is null).ToArray();
        var results = new AreaForecast?[areas.Count];
        if (able.Length == 0)
            return results;
        CountSeries[] series = [.. able.Select(area => areas[area])];
        var origins = AreaForecaster.Origins(series[0], options).Where(origin => series.Any(each => model.Refusal(each.Before(origin)) is null)).ToArray();
        var tested = origins.Length == 0
            ? new Backtest?[series.Length]
            : PooledModels.Run(ForecastModel.BoostedTrees, series, origins, new NestedBacktestOptions(origins, [ForecastModel.BoostedTrees], options), cancellation);
        var trained = model.Train(series, cancellation);
        for (var a = 0; a < able.Length; a++)
            results[able[a]] = Publish(series[a], trained.ForArea(a), tested[a] ?? new Backtest([], [], [], []), options);
        return results;
    }

    private static AreaForecast Publish(CountSeries series, IFittedModel fitted, Backtest backtest, AreaForecastOptions options)
    {
        Backtest Plain(ISeriesModel model) => RollingOrigin.Run(model, series, backtest.Origins, options.Horizon);
        var path = fitted.Forecast(series, options.Horizon);
        var scorecard = Scoring.Score(series, backtest, Plain(PlainModels.SeasonalNaive), Plain(PlainModels.Mean), options.Levels);
        return new AreaForecast(
            ForecastModel.BoostedTrees, ForecastModel.BoostedTrees, Predictions.Steps(series, path, backtest, options.Levels), Predictions.Total(series, path, backtest, options.Levels),
            scorecard, backtest, new Dictionary<ForecastModel, double?> { [ForecastModel.BoostedTrees] = scorecard.Mase }, null, [], options.Days?.Remark is { } remark ? [remark] : []);
    }
}
