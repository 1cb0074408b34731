using System.Text.Json.Nodes;
using GeoCrime.Domain.Ports;
using GeoCrime.Studies.Forecasts;

namespace GeoCrime.Api.Jobs;

/// <summary>Tells the ledger how a training is going, keeps its checkpoints, and stops it once its run is cancelled.</summary>
internal sealed class TrainingReport(string run, TrainingLog log, IRuns runs, IModels models)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);
    private IReadOnlyList<LossCurve> told = [];

    /// <param name="stop">Cancelled when the ledger says that the run no longer runs.</param>
    /// <param name="ended">The training ended: what it left is kept, and this returns.</param>
    public async Task TellAsync(CancellationTokenSource stop, CancellationToken ended)
    {
        // The training holds its thread until it ends.
        await Task.Yield();
        try
        {
            do
            {
                await Task.Delay(Interval, ended).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
                foreach (var (training, checkpoint) in log.TakeUnwritten())
                    await models.KeepAsync(run, training, checkpoint.ToBytes(), CancellationToken.None);
                if (!await runs.ProgressAsync(run, log.Share, Changes(), CancellationToken.None))
                {
                    await stop.CancelAsync();
                    return;
                }
            }
            while (!ended.IsCancellationRequested);
        }
        catch
        {
            // A training that nobody can see or cancel, and that could not be resumed, does not go on; the run fails with this error.
            await stop.CancelAsync();
            throw;
        }
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
