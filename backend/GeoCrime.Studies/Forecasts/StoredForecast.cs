using System.Text.Json;
using System.Text.Json.Serialization;
using GeoCrime.Analytics.Evaluation;
using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Studies.Forecasts;

/// <summary>One area's forecast as a run publishes it: enough to draw any interval level again.</summary>
/// <param name="Model">What answered; never BEST.</param>
/// <param name="Start">First day of the first step.</param>
/// <param name="Path">Mean path, shape [horizon].</param>
public sealed record StoredForecast(
    ForecastModel Model,
    DateOnly Start,
    double[] Path,
    Backtest Backtest,
    Scorecard Scorecard,
    IReadOnlyList<string> Remarks)
{
    /// <summary>A network at the origins of the one that served before; null for other models.</summary>
    public Backtest? Also { get; init; }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter() },
    };

    public static StoredForecast Of(AreaForecast forecast) => new(
        forecast.Model, forecast.Points[0].Start, [.. forecast.Points.Select(point => point.Mean)], forecast.Backtest, forecast.Scorecard, forecast.Remarks) { Also = forecast.Also };

    public static StoredForecast Read(string json) => JsonSerializer.Deserialize<StoredForecast>(json, Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json);
}
