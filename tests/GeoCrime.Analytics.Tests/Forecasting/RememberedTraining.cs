using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Tests.Forecasting;

/// <summary>Keeps checkpoints as bytes; can stop a job after some epochs, as a process does that ends.</summary>
internal sealed class RememberedTraining(int stopAfter = int.MaxValue) : ITrainingLog
{
    public Dictionary<string, byte[]> Checkpoints { get; init; } = [];

    public (int Trainings, int Epochs) Planned { get; private set; }

    /// <summary>Called with the share of a part without epochs.</summary>
    public Action<double>? OnAdvance { get; init; }

    /// <summary>Epochs that were told of.</summary>
    public int Epochs { get; private set; }

    public void Plan(int trainings, int epochs) => Planned = (trainings, epochs);

    public TrainingCheckpoint? Find(string training) => Checkpoints.TryGetValue(training, out var bytes) ? TrainingCheckpoint.FromBytes(bytes) : null;

    public void Keep(string training, TrainingCheckpoint checkpoint)
    {
        Checkpoints[training] = checkpoint.ToBytes();
        if (++Epochs == stopAfter)
            throw new OperationCanceledException("the process ended");
    }

    public void Advance(string part, double share) => OnAdvance?.Invoke(share);
}
