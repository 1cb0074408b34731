using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;

namespace GeoCrime.Studies.Forecasts;

/// <summary>What a nested backtest is asked with.</summary>
/// <param name="Models">Models that are scored; BEST chooses among the plain and classical ones.</param>
/// <param name="Origins">Past days at which all is decided as it would have been then; 1…20.</param>
public sealed record BacktestRequest(LeaderboardRequest Of, IReadOnlyList<ForecastModel> Models, int Origins)
{
    private const int MostOrigins = 20;

    /// <summary>Models that are scored unless others are asked for: those that take minutes, not hours.</summary>
    public static IReadOnlyList<ForecastModel> Standard { get; } =
    [
        ForecastModel.Best, ForecastModel.SeasonalNaive, ForecastModel.Mean, ForecastModel.Ets, ForecastModel.Theta, ForecastModel.Sarimax, ForecastModel.NegativeBinomial,
        ForecastModel.BoostedTrees, ForecastModel.Ensemble,
    ];

    /// <exception cref="ArgumentException">A number is outside its range, no model is named, or the filter has a window.</exception>
    public BacktestRequest Checked()
    {
        Of.Of(ForecastModel.Best);
        if (Origins is < 1 or > MostOrigins)
            throw new ArgumentException($"origins is {Origins}; 1…{MostOrigins} are allowed.");
        if (Models.Count == 0 || Models.Distinct().Count() != Models.Count)
            throw new ArgumentException("models names each model once, and at least one.");
        return this;
    }
}
