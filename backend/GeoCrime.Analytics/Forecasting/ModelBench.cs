using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Backtests of one series, each run once however often it is asked for; an ensemble uses its members' runs.</summary>
/// <param name="remarks">Gets a sentence for each model that refuses the series.</param>
internal sealed class ModelBench(
    CountSeries series, int[] origins, AreaForecastOptions options, Action<EpochLoss>? progress, List<string> remarks)
{
    // On Denver's series the mean of these two has a lower error than each, and than either with SARIMAX.
    private static readonly ForecastModel[] Members = [ForecastModel.Ets, ForecastModel.Lstm];
    private readonly Dictionary<ForecastModel, Backtest> tested = [];
    private readonly Dictionary<ForecastModel, bool> asked = [];

    /// <summary>Whether a model can be fitted to the whole series and before its first origin.</summary>
    public bool CanAnswer(ForecastModel kind)
    {
        if (asked.TryGetValue(kind, out var answer))
            return answer;
        if (kind == ForecastModel.Ensemble)
            return asked[kind] = Members.All(CanAnswer);
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
            ? Averaged([.. Members.Select(member => Tested(member, cancellation))])
            : RollingOrigin.Run(Model(kind), series, origins, options.Horizon, cancellation);
    }

    /// <summary>The mean path of a model fitted on the whole series, and the network in it, if one is.</summary>
    public (double[] Path, FittedLstm? Network) Publish(ForecastModel kind, CancellationToken cancellation)
    {
        if (kind != ForecastModel.Ensemble)
        {
            var fitted = Model(kind).Fit(series, cancellation);
            return (fitted.Forecast(series, options.Horizon), fitted as FittedLstm);
        }
        var members = Members.Select(member => Publish(member, cancellation)).ToArray();
        return (Averaged([.. members.Select(m => m.Path)]), members.Select(m => m.Network).FirstOrDefault(n => n is not null));
    }

    private ISeriesModel Model(ForecastModel kind) => kind switch
    {
        ForecastModel.Lstm => new LstmModel((options.Lstm ?? LstmOptions.For(series.Step)).WithSeed(options.Seed), progress),
        ForecastModel.Ets => new EtsModel(),
        ForecastModel.Theta => new ThetaModel(),
        ForecastModel.Sarimax => new SarimaxModel(),
        _ => PlainModels.All.FirstOrDefault(m => m.Kind == kind)
            ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "is not a model of its own"),
    };

    private static Backtest Averaged(Backtest[] members) => new(
        members[0].Origins, [.. members[0].Forecasts.Select((_, o) => Averaged([.. members.Select(m => m.Forecasts[o])]))],
        members[0].Actuals, [.. members[0].Fitted.Select((_, o) => members.Max(m => m.Fitted[o]))]);

    private static double[] Averaged(double[][] paths) => [.. paths[0].Select((_, h) => paths.Average(path => path[h]))];
}
