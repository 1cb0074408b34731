using System.Text.Json.Serialization;
using GeoCrime.Analytics.Forecasting;
using GeoCrime.Domain;

namespace GeoCrime.Studies.Forecasts;

/// <summary>What a forecast is asked with.</summary>
/// <param name="Kind">Area kind; null for the whole jurisdiction.</param>
/// <param name="Horizon">Steps ahead.</param>
/// <param name="Filter">Without a window: series span the whole history.</param>
/// <param name="Training">Of runs that train a network; null in what is asked.</param>
public sealed record ForecastRequest(string? Kind, ForecastModel Model, SeriesStep Step, int Horizon, IncidentFilter Filter, TrainingChoice? Training = null)
{
    public const int Seed = 1;
    private const int MostDays = 366;

    /// <summary>Whether the model is a neural network.</summary>
    [JsonIgnore]
    public bool IsNetwork => Model is ForecastModel.Lstm or ForecastModel.LstmGlobal;

    /// <exception cref="ArgumentException">The training is out of range, the horizon is outside its range, or the filter has a window.</exception>
    public ForecastRequest Checked()
    {
        var most = Step switch { SeriesStep.Day => MostDays, SeriesStep.Week => 52, _ => 12 };
        if (Horizon < 1 || Horizon > most)
            throw new ArgumentException($"horizon is {Horizon}; 1…{most} steps of a {Step.ToString().ToLowerInvariant()} are allowed.");
        Training?.Check(Model);
        return Filter.From is null && Filter.To is null
            ? this
            : throw new ArgumentException("A forecast uses the whole history: leave filter.from and filter.to out.");
    }
}
