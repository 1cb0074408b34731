using GeoCrime.Analytics.Evaluation;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>How BEST is chosen.</summary>
public static class BestModel
{
    private const int LeastWindows = 5;
    private const double Doubt = 0.01;

    /// <summary>
    /// The ensemble, unless other candidates were surely better on past origins (<see cref="Scoring.Beats"/>, the doubt shared among
    /// them): then the best of those. A few origins tell models apart badly, so below five windows that do not overlap the
    /// ensemble stays. Without an ensemble, the lowest MASE; without a scale for MASE (a constant series), the lowest absolute error.
    /// </summary>
    /// <param name="tested">On the same origins; at least one.</param>
    public static ForecastModel Of(CountSeries series, IReadOnlyDictionary<ForecastModel, Backtest> tested)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(tested);
        double Error(ForecastModel kind) => ForecastErrors.Mase(tested[kind], series) ?? ForecastErrors.Mae(tested[kind]) ?? 0;
        if (!tested.TryGetValue(ForecastModel.Ensemble, out var ensemble))
            return tested.Keys.MinBy(Error);
        var windows = ensemble.Origins.Length == 0 ? 0 : (ensemble.Origins[^1] - ensemble.Origins[0]) / ensemble.Horizon + 1;
        var confidence = 1 - Doubt / Math.Max(1, tested.Count - 1);
        var better = windows < LeastWindows ? [] : tested.Keys
            .Where(kind => kind != ForecastModel.Ensemble && Scoring.Beats(series, tested[kind], ensemble, confidence) == true).ToArray();
        return better.Length > 0 ? better.MinBy(Error) : ForecastModel.Ensemble;
    }
}
