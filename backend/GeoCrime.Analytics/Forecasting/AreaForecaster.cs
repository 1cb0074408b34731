using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Tests the models on one area's past, fits the chosen one on all of it and forecasts.</summary>
public static class AreaForecaster
{
    /// <summary>The forecast of one area.</summary>
    /// <param name="series">Counts up to the last complete step; NaN where missing.</param>
    /// <param name="log">Follows the trainings of a network: one to score, one to publish.</param>
    /// <returns>Same input and options, same bytes.</returns>
    /// <exception cref="ArgumentException">No count is known, or an option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">Asked for while testing or training.</exception>
    /// <remarks>
    /// A model that refuses the series (the LSTM: too short, constant, mostly missing) is replaced by the mean of recent
    /// weeks, with a remark. A series too short for one origin gets Poisson intervals and an empty scorecard, with a remark.
    /// </remarks>
    public static AreaForecast Run(
        CountSeries series, AreaForecastOptions options, ITrainingLog? log = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        series.RequireKnown();
        var origins = Origins(series, options);
        var remarks = new List<string>();
        var bench = new ModelBench(series, origins, options, log, remarks);
        var models = options.Model == ForecastModel.Best ? options.Candidates : [options.Model];
        var able = models.Where(kind => bench.CanAnswer(kind)).ToArray();
        if (able.Contains(ForecastModel.Lstm))
            log?.Plan(origins.Length > 0 ? 2 : 1, (options.Lstm ?? LstmOptions.For(series.Step)).Training.Epochs);
        var scores = able.ToDictionary(kind => kind, kind => ForecastErrors.Mase(bench.Tested(kind, cancellation), series));
        var chosen = Choose(series, able, bench, cancellation);
        if (able.Length == 0)
            remarks.Add($"The {Scoring.RecentName(series)} answers instead.");
        if (origins.Length == 0)
            remarks.Add("The series is too short to be tested on its own past; the intervals are Poisson's and were not checked.");
        else if (able.Length > 1)
            remarks.Add("The model was chosen on the same past origins that score it, which flatters its score a little.");
        if (UsesDays(chosen) && options.Days?.Remark is { } remark)
            remarks.Add(remark);
        var backtest = bench.Tested(chosen, cancellation);
        var scorecard = Scoring.Score(
            series, backtest, bench.Tested(ForecastModel.SeasonalNaive, cancellation), bench.Tested(ForecastModel.Mean, cancellation),
            options.Levels);
        var (path, network) = bench.Publish(chosen, cancellation);
        return new AreaForecast(
            options.Model, chosen, Predictions.Steps(series, path, backtest, options.Levels),
            Predictions.Total(series, path, backtest, options.Levels), scorecard, backtest, scores,
            network is null ? null : LstmFile.Write(network), network?.Curve ?? [], remarks) { Also = bench.Also };
    }

    /// <summary>
    /// Origins of the area's backtest, the same for all series of one length. The first leaves half of the series to train on, and
    /// enough for the LSTM where that still gives five origins.
    /// </summary>
    public static int[] Origins(CountSeries series, AreaForecastOptions options)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(options);
        if (options.At is { } given)
            return [.. given];
        const int worthwhile = 5;
        var half = Math.Max(1, series.Length / 2);
        int[] From(int training) =>
            RollingOrigin.Plan(series.Length, options.Horizon, options.SpacingFor(series.Step), options.Origins, training);
        var wide = From(Math.Max(half, (options.Lstm ?? LstmOptions.For(series.Step)).LeastHistory));
        return wide.Length >= Math.Min(worthwhile, options.Origins) ? wide : From(half);
    }

    private static bool UsesDays(ForecastModel model) =>
        model is ForecastModel.Sarimax or ForecastModel.AutoSarimax or ForecastModel.NegativeBinomial or ForecastModel.BoostedTrees or ForecastModel.Ensemble;

    // Without origins, or any able model, the plainest.
    private static ForecastModel Choose(CountSeries series, ForecastModel[] able, ModelBench bench, CancellationToken cancellation)
    {
        if (able.Length == 0)
            return ForecastModel.Mean;
        if (able.Length == 1)
            return able[0];
        if (bench.Tested(able[0], cancellation).Origins.Length == 0)
            return ForecastModel.Mean;
        return BestModel.Of(series, able.ToDictionary(kind => kind, kind => bench.Tested(kind, cancellation)));
    }
}
