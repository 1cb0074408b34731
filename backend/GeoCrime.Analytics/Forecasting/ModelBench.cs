using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Backtests of one series, each run once however often it is asked for; an ensemble uses its members' runs.</summary>
/// <param name="remarks">Gets a sentence for each model that refuses the series.</param>
internal sealed class ModelBench(
    CountSeries series, int[] origins, AreaForecastOptions options, ITrainingLog? log, List<string> remarks)
{
    private readonly Dictionary<ForecastModel, Backtest> tested = [];
    private readonly Dictionary<ForecastModel, bool> asked = [];

    /// <summary>What the network said at <see cref="AreaForecastOptions.Also"/>; null until it was tested there.</summary>
    public Backtest? Also { get; private set; }

    /// <summary>Whether a model can be fitted to the whole series and before its first origin; an ensemble, whether one of its members can.</summary>
    public bool CanAnswer(ForecastModel kind)
    {
        if (asked.TryGetValue(kind, out var answer))
            return answer;
        if (kind == ForecastModel.Ensemble)
            return asked[kind] = Ensemble.Members.Any(CanAnswer);
        if (kind == ForecastModel.LstmGlobal)
        {
            remarks.Add($"{kind}: the network of all areas is not for one area alone, or their histories are too short for it.");
            return asked[kind] = false;
        }
        var model = Model(kind);
        var refusal = model.Refusal(series) ?? (origins.Length > 0 ? model.Refusal(series.Before(origins[0])) : null);
        if (refusal is not null)
            remarks.Add($"{kind}: {refusal}.");
        return asked[kind] = refusal is null;
    }

    /// <summary>A model's backtest.</summary>
    public Backtest Tested(ForecastModel kind, CancellationToken cancellation)
    {
        if (tested.TryGetValue(kind, out var done))
            return done;
        return tested[kind] = kind == ForecastModel.Ensemble
            ? Ensemble.Mean([.. Members.Select(member => Tested(member, cancellation))], Weights(cancellation))
            : kind == ForecastModel.Lstm && options.Also.Count > 0
            ? WithAlso(kind, cancellation)
            : RollingOrigin.Run(Model(kind), series, origins, options.Horizon, cancellation);
    }

    // The network is fitted before the first origin, so that further origins after it change nothing at the others.
    private Backtest WithAlso(ForecastModel kind, CancellationToken cancellation)
    {
        var all = RollingOrigin.With(origins, options.Also, series.Length - options.Horizon);
        var both = RollingOrigin.Run(Model(kind), series, all, options.Horizon, cancellation);
        Also = both.At(RollingOrigin.Places(all, options.Also));
        return both.At(RollingOrigin.Places(all, origins));
    }

    /// <summary>The mean path of a model fitted on the whole series, and the network in it, if one is.</summary>
    public (double[] Path, FittedLstm? Network) Publish(ForecastModel kind, CancellationToken cancellation)
    {
        if (kind == ForecastModel.Ensemble)
            return (Ensemble.Mean([.. Members.Select(member => Publish(member, cancellation).Path)], Weights(cancellation)), null);
        var fitted = Model(kind).Fit(series, cancellation);
        return (fitted.Forecast(series, options.Horizon), fitted as FittedLstm);
    }

    private ForecastModel[] Members => [.. Ensemble.Members.Where(CanAnswer)];

    private double[] Weights(CancellationToken cancellation) =>
        Ensemble.Weights(series, [.. Members.Select(member => Tested(member, cancellation))], options.Weighting);

    private ISeriesModel Model(ForecastModel kind) => SeriesModels.Create(kind, options, series.Step, log);
}
