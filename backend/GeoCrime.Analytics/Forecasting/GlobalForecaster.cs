using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>The LSTM of all areas: tested on their past, trained on all of it, one forecast an area.</summary>
public static class GlobalForecaster
{
    /// <summary>Origins between two trainings while it is tested.</summary>
    private const int OriginsBetweenTrainings = 6;

    /// <summary>The forecasts of all areas.</summary>
    /// <param name="areas">Series of one step, start and length.</param>
    /// <param name="network">Null for the standard network of the series' step. Seed, holidays and horizon are those of the options.</param>
    /// <param name="log">Follows the trainings: those that test, and the one that is published.</param>
    /// <returns>Quantiles are the distribution's, corrected by past counts of all areas.</returns>
    /// <exception cref="ArgumentException">There is no area, they differ in length, or an option is outside its range.</exception>
    public static GlobalForecast Run(
        IReadOnlyList<CountSeries> areas, AreaForecastOptions options, GlobalLstmOptions? network = null, ITrainingLog? log = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var results = new AreaForecast?[areas.Count];
        int[] able = [.. Enumerable.Range(0, areas.Count).Where(area => areas[area].Known > 0)];
        if (able.Length == 0)
            return new GlobalForecast(results, null);
        CountSeries[] series = [.. able.Select(area => areas[area])];
        network = (network ?? GlobalLstmOptions.For(series[0].Step)).WithSeed(options.Seed) with { Holidays = options.Holidays, Days = options.Days ?? DayTable.Empty };
        network = network with { Outputs = Math.Max(network.Outputs, options.Horizon) };
        if (series[0].Length < network.LeastHistory)
            return new GlobalForecast(results, null);
        int[] origins = [.. AreaForecaster.Origins(series[0], options).Where(origin =>
            origin >= network.LeastHistory && series.Any(each => each.Before(origin).Known > 0))];
        var all = RollingOrigin.With(origins, options.Also, series[0].Length - options.Horizon);
        int[] trains = [.. origins.Where((_, o) => o % OriginsBetweenTrainings == 0)];
        log?.Plan((trains.Length + 1) * (network.Networks + (network.Tuning is null || series.Length == 1 ? 0 : 1)), network.Training.Epochs);
        var both = GlobalBacktest.Run(series, network, all, options.Horizon, trains.Contains, log, cancellation);
        var (past, also) = (both.At(RollingOrigin.Places(all, origins)), both.At(RollingOrigin.Places(all, options.Also)));
        var trained = GlobalLstmModel.Train(series, network, log, cancellation);
        var paths = trained.Forecast(series, options.Horizon);
        var conformal = ConformalCounts.From(past);
        for (var a = 0; a < able.Length; a++)
            results[able[a]] = Publish(series[a], paths[a], past.Areas[a].Known(series[a]), conformal, options, trained, a) with { Also = also.Areas[a].Known(series[a]) };
        return new GlobalForecast(results, new GlobalTraining(trained, able, conformal, ModelCard.Of(trained, series, past)));
    }

    private static AreaForecast Publish(
        CountSeries series, CountPath path, Backtest past, ConformalCounts conformal, AreaForecastOptions options, FittedGlobalLstm trained, int area)
    {
        Backtest Plain(ISeriesModel model) => RollingOrigin.Run(model, series, past.Origins, options.Horizon);
        var scorecard = Scoring.Score(series, past, Plain(PlainModels.SeasonalNaive), Plain(PlainModels.Mean), options.Levels);
        var points = path.Mean.Select((mean, h) => new ForecastPoint(
            series.DateAt(series.Length + h), mean, path.Quantile(h, 0.5), [.. options.Levels.Select(level =>
            {
                var (lower, upper) = conformal.Interval(path, h, level);
                return new PredictionInterval(level, lower, upper);
            })]));
        string[] unforeseen = options.Days?.Remark is { } remark ? [remark] : [];
        string[] tuned = trained.Tuned.Any(each => each.Area == area) ? ["Networks tuned to this area answer for it: on the held-back part they did better than those of all areas."] : [];
        string[] remarks = past.Origins.Length > 0
            ? [.. unforeseen, .. tuned]
            : [.. unforeseen, .. tuned, "The series is too short to be tested on its own past; the intervals are the network's own and were not checked."];
        return new AreaForecast(
            ForecastModel.LstmGlobal, ForecastModel.LstmGlobal, [.. points], Predictions.Total(series, path.Mean, past, options.Levels), scorecard, past,
            new Dictionary<ForecastModel, double?> { [ForecastModel.LstmGlobal] = scorecard.Mase }, null, trained.Curve, remarks);
    }
}
