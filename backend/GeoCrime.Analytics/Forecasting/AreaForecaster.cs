using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Tests the models on one area's past, fits the chosen one on all of it and forecasts.</summary>
public static class AreaForecaster
{
    /// <summary>The forecast of one area.</summary>
    /// <param name="series">Counts up to the last complete step; NaN where missing.</param>
    /// <param name="progress">Told after each epoch of each training (one to score, one to publish).</param>
    /// <returns>Same input and options, same bytes.</returns>
    /// <exception cref="ArgumentException">No count is known, or an option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">Asked for while testing or training.</exception>
    /// <remarks>
    /// A model that refuses the series (the LSTM: too short, constant, mostly missing) is replaced by the mean of recent
    /// weeks, with a remark. A series too short for one origin gets Poisson intervals and an empty scorecard, with a remark.
    /// </remarks>
    public static AreaForecast Run(
        CountSeries series, AreaForecastOptions options, Action<EpochLoss>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        series.RequireKnown();
        var origins = Origins(series, options);
        var remarks = new List<string>();
        var tested = new Dictionary<ForecastModel, Backtest>();
        var scores = new Dictionary<ForecastModel, double?>();
        var models = options.Model == ForecastModel.Best ? options.Candidates : [options.Model];
        foreach (var kind in models)
        {
            var model = Model(kind, series.Step, options, progress);
            if (Refusal(model, series, origins) is { } reason)
            {
                remarks.Add($"{kind}: {reason}.");
                continue;
            }
            tested[kind] = RollingOrigin.Run(model, series, origins, options.Horizon, cancellation);
            scores[kind] = ForecastErrors.Mase(tested[kind], series);
        }
        var chosen = Choose(tested, scores, models);
        if (chosen == ForecastModel.Mean && !models.Contains(ForecastModel.Mean))
            remarks.Add($"The {Scoring.RecentName(series)} answers instead.");
        if (origins.Length == 0)
            remarks.Add("The series is too short to be tested on its own past; the intervals are Poisson's and were not checked.");
        return Publish(series, options, chosen, tested, scores, origins, remarks, progress, cancellation);
    }

    /// <summary>Origins of the area's backtest. The first leaves half of the series, but no more than three years, to train on.</summary>
    public static int[] Origins(CountSeries series, AreaForecastOptions options)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(options);
        return RollingOrigin.Plan(
            series.Length, options.Horizon, options.SpacingFor(series.Step), options.Origins, Math.Max(1, series.Length / 2));
    }

    private static AreaForecast Publish(
        CountSeries series, AreaForecastOptions options, ForecastModel chosen, Dictionary<ForecastModel, Backtest> tested,
        Dictionary<ForecastModel, double?> scores, int[] origins, List<string> remarks, Action<EpochLoss>? progress,
        CancellationToken cancellation)
    {
        Backtest Tested(ForecastModel kind) => tested.TryGetValue(kind, out var done)
            ? done
            : RollingOrigin.Run(Model(kind, series.Step, options, null), series, origins, options.Horizon, cancellation);

        var backtest = Tested(chosen);
        var scorecard = Scoring.Score(
            series, backtest, Tested(ForecastModel.SeasonalNaive), Tested(ForecastModel.Mean), options.Levels);
        var fitted = Model(chosen, series.Step, options, progress).Fit(series, cancellation);
        var path = fitted.Forecast(series, options.Horizon);
        var network = fitted as FittedLstm;
        return new AreaForecast(
            options.Model, chosen, Predictions.Steps(series, path, backtest.Errors, options.Levels),
            Predictions.Total(series, path, backtest.Errors, options.Levels), scorecard, backtest, scores,
            network is null ? null : LstmFile.Write(network), network?.Curve ?? [], remarks);
    }

    // Without a scale for MASE (a constant series) the absolute error decides; without origins, the order of the candidates.
    private static ForecastModel Choose(
        Dictionary<ForecastModel, Backtest> tested, Dictionary<ForecastModel, double?> scores, IReadOnlyList<ForecastModel> models)
    {
        var able = models.Where(tested.ContainsKey).ToArray();
        if (able.Length == 0)
            return ForecastModel.Mean;
        if (able.Length > 1 && tested[able[0]].Origins.Length == 0)
            return able.Contains(ForecastModel.Mean) ? ForecastModel.Mean : able[0];
        return able.MinBy(kind => scores[kind] ?? ForecastErrors.Mae(tested[kind]) ?? 0);
    }

    private static string? Refusal(ISeriesModel model, CountSeries series, int[] origins) =>
        model.Refusal(series) ?? (origins.Length > 0 ? model.Refusal(series.Before(origins[0])) : null);

    private static ISeriesModel Model(ForecastModel kind, SeriesStep step, AreaForecastOptions options, Action<EpochLoss>? progress) =>
        kind switch
        {
            ForecastModel.Lstm => new LstmModel((options.Lstm ?? LstmOptions.For(step)).WithSeed(options.Seed), progress),
            ForecastModel.Ets => new EtsModel(),
            _ => PlainModels.All.FirstOrDefault(m => m.Kind == kind)
                ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "is not a model of its own"),
        };
}
