using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using GeoCrime.Analytics.Evaluation;

namespace GeoCrime.Studies.Forecasts;

/// <summary>What the training of a network leaves in the ledger, under <c>training</c> of the run's metrics.</summary>
/// <param name="Serves">Whether queries are answered from this run; false where the network published before was better; null while it trains.</param>
/// <param name="Verdict">Why, in a sentence.</param>
/// <param name="Contest">The comparison with the network published before.</param>
/// <param name="Curves">Loss by epoch of each training that matters: for networks of one area the published ones.</param>
public sealed record TrainingMetrics(bool? Serves, string? Verdict, ModelContest? Contest, IReadOnlyList<LossCurve> Curves, ModelCard? Card)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter() },
    };

    public JsonNode ToJson() => JsonSerializer.SerializeToNode(this, Json)!;

    /// <summary>Reads a run's metrics; null where it trained no network.</summary>
    public static TrainingMetrics? Read(string? metrics) =>
        metrics is not null && JsonNode.Parse(metrics) is JsonObject all && all["training"] is { } training ? training.Deserialize<TrainingMetrics>(Json) : null;
}

/// <summary>Loss by epoch of one training.</summary>
/// <param name="Area">Code; null for a network of all areas.</param>
/// <param name="Training">"1826 steps, network 2": the steps it learnt from.</param>
/// <param name="Points">Shape [epochs, 2]: training and held-back loss; the latter NaN where nothing was held back.</param>
public sealed record LossCurve(string? Area, string Training, IReadOnlyList<double[]> Points);
