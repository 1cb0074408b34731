using GeoCrime.Analytics.Evaluation;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>The mean of good models: on Denver's series exponential smoothing with calendar regression lies below each of both.</summary>
internal static class Ensemble
{
    private const double WeakFrom = 1.5;

    /// <summary>The models that are averaged, where they can answer.</summary>
    public static IReadOnlyList<ForecastModel> Members { get; } = [ForecastModel.Ets, ForecastModel.NegativeBinomial];

    /// <summary>Weights from past origins, summing to 1: a member whose MASE is 1.5 times the best one's or more stays out.</summary>
    /// <param name="members">On the same origins; without any, all weigh alike.</param>
    public static double[] Weights(CountSeries series, IReadOnlyList<Backtest> members, EnsembleWeighting weighting)
    {
        var scores = members.Select(member => ForecastErrors.Mase(member, series)).ToArray();
        if (scores.Any(score => score is null or 0))
            return [.. members.Select(_ => 1.0 / members.Count)];
        var best = scores.Min()!.Value;
        var weights = scores.Select(score => score >= WeakFrom * best ? 0
            : weighting == EnsembleWeighting.Equal ? 1 : best * best / (score!.Value * score.Value)).ToArray();
        return [.. weights.Select(weight => weight / weights.Sum())];
    }

    /// <summary>The weighted mean of paths.</summary>
    public static double[] Mean(IReadOnlyList<double[]> paths, double[] weights) =>
        [.. paths[0].Select((_, h) => paths.Select((path, m) => weights[m] * path[h]).Sum())];

    /// <summary>The weighted mean of backtests on the same origins.</summary>
    public static Backtest Mean(IReadOnlyList<Backtest> members, double[] weights) => new(
        members[0].Origins, [.. members[0].Forecasts.Select((_, o) => Mean([.. members.Select(m => m.Forecasts[o])], weights))],
        members[0].Actuals, [.. members[0].Fitted.Select((_, o) => members.Max(m => m.Fitted[o]))]);
}
