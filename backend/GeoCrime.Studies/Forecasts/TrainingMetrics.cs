using System.Text.Json;
using System.Text.Json.Serialization;
using GeoCrime.Analytics.Evaluation;

namespace GeoCrime.Studies.Forecasts;

/// <summary>What a training run leaves in the ledger. Everything but the first is null or empty where no network was trained.</summary>
/// <param name="AreasTrained">Areas with a forecast of the model asked for.</param>
/// <param name="Serves">Whether queries are answered from this run; false where the network published before was better.</param>
/// <param name="Verdict">Why, in a sentence.</param>
/// <param name="Contest">The comparison with the network published before.</param>
/// <param name="Curves">Loss by epoch of each training that matters: for networks of one area the published ones.</param>
public sealed record TrainingMetrics(int AreasTrained, bool? Serves, string? Verdict, ModelContest? Contest, IReadOnlyList<LossCurve> Curves, ModelCard? Card)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter() },
    };

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="Write"/> wrote; null where a run has none, or those of another study.</summary>
    public static TrainingMetrics? Read(string? metrics)
    {
        if (metrics is null || !metrics.Contains("\"curves\"", StringComparison.Ordinal))
            return null;
        return JsonSerializer.Deserialize<TrainingMetrics>(metrics, Json);
    }
}

/// <summary>Loss by epoch of one training.</summary>
/// <param name="Area">Code; null for a network of all areas.</param>
/// <param name="Training">"1826 steps, network 2": the steps it learnt from.</param>
/// <param name="Points">Shape [epochs, 2]: training and held-back loss; the latter NaN where nothing was held back.</param>
public sealed record LossCurve(string? Area, string Training, IReadOnlyList<double[]> Points);
