using System.Text.Json.Nodes;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Forecasts;

namespace GeoCrime.Api.Jobs;

/// <summary>How a training is going; its checkpoints are kept whenever somebody looks.</summary>
internal sealed class TrainingReport(string run, TrainingLog log, IModels models)
{
    private IReadOnlyList<LossCurve> told = [];

    public async Task<Told> LookAsync()
    {
        foreach (var (training, checkpoint) in log.TakeUnwritten())
            await models.KeepAsync(run, training, checkpoint.ToBytes(), CancellationToken.None);
        return new Told(log.Share, Changes());
    }

    private string? Changes()
    {
        var curves = log.Curves;
        if (curves.Count == told.Count && curves.Zip(told).All(pair => ReferenceEquals(pair.First, pair.Second)))
            return null;
        told = curves;
        return new JsonObject { ["training"] = new TrainingMetrics(null, null, null, curves, null).ToJson() }.ToJsonString();
    }
}
