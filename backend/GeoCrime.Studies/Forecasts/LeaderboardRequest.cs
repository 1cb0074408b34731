using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;

namespace GeoCrime.Studies.Forecasts;

/// <summary>What a leaderboard is asked with.</summary>
/// <param name="Kind">Area kind; null for the whole jurisdiction as one series.</param>
/// <param name="Horizon">Steps ahead.</param>
/// <param name="Levels">Interval levels to check; per cent.</param>
/// <param name="Filter">Without a window: series span the whole history.</param>
public sealed record LeaderboardRequest(string? Kind, SeriesStep Step, int Horizon, IReadOnlyList<double> Levels, IncidentFilter Filter)
{
    /// <summary>The forecasts that a model would make for it.</summary>
    /// <exception cref="ArgumentException">The horizon is outside its range, or the filter has a window.</exception>
    public ForecastRequest Of(ForecastModel model) => new ForecastRequest(Kind, model, Step, Horizon, Filter).Checked();
}
