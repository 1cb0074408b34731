using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Backtests of one series, each run once however often it is asked for; an ensemble uses its members' runs.</summary>
/// <param name="remarks">Gets a sentence for each model that refuses the series.</param>
internal sealed class ModelBench(
    CountSeries series, int[] origins, AreaForecastOptions options, Action<EpochLoss>? progress, List<string> remarks)
{
    private readonly Dictionary<ForecastModel, Backtest> tested = [];
    private readonly Dictionary<ForecastModel, bool> asked = [];

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
            : RollingOrigin.Run(Model(kind), series, origins, options.Horizon, cancellation);
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

    private ISeriesModel Model(ForecastModel kind) => SeriesModels.Create(kind, options, series.Step, progress);
}
