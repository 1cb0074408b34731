using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>What a nested backtest is asked with.</summary>
/// <param name="Origins">Steps known at each origin that is scored; increasing, each with its whole horizon inside the series.</param>
/// <param name="Models">Models that are scored; BEST chooses among the candidates of <paramref name="Forecast"/>.</param>
/// <param name="Forecast">Horizon, levels, holidays, candidates, spacing of the inner origins and how many of them count.</param>
/// <param name="Window">Steps of history that models see, for a sliding window; null for all.</param>
public sealed record NestedBacktestOptions(
    int[] Origins, IReadOnlyList<ForecastModel> Models, AreaForecastOptions Forecast, int? Window = null);
