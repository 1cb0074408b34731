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
    /// In either case only models whose squared error is no greater than the ensemble's, or without one the recent mean's.
    /// </summary>
    /// <param name="tested">On the same origins; at least one.</param>
    /// <remarks>
    /// The median of sparse counts is 0: a forecast of 0 a day then has the least absolute error, and a total that is useless. The
    /// squared error asks for means, which add up (Kolassa 2020, International Journal of Forecasting 36(1)).
    /// </remarks>
    public static ForecastModel Of(CountSeries series, IReadOnlyDictionary<ForecastModel, Backtest> tested)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(tested);
        double Error(ForecastModel kind) => ForecastErrors.Mase(tested[kind], series) ?? ForecastErrors.Mae(tested[kind]) ?? 0;
        double Squared(ForecastModel kind) => ForecastErrors.Rmse(tested[kind]) ?? 0;
        var ensemble = tested.GetValueOrDefault(ForecastModel.Ensemble);
        var measure = ensemble is null ? ForecastModel.Mean : ForecastModel.Ensemble;
        ForecastModel[] able = tested.ContainsKey(measure) ? [.. tested.Keys.Where(kind => Squared(kind) <= Squared(measure))] : [.. tested.Keys];
        if (ensemble is null)
            return able.MinBy(Error);
        var windows = ensemble.Origins.Length == 0 ? 0 : (ensemble.Origins[^1] - ensemble.Origins[0]) / ensemble.Horizon + 1;
        var confidence = 1 - Doubt / Math.Max(1, tested.Count - 1);
        var better = windows < LeastWindows ? [] : able
            .Where(kind => kind != ForecastModel.Ensemble && Scoring.Beats(series, tested[kind], ensemble, confidence) == true).ToArray();
        return better.Length > 0 ? better.MinBy(Error) : ForecastModel.Ensemble;
    }
}
