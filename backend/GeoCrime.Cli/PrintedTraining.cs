using System.Globalization;
using GeoCrime.Analytics.Learning;

namespace GeoCrime.Cli;

/// <summary>Epochs on stderr. Nothing is kept: a verb that was stopped starts anew.</summary>
internal sealed class PrintedTraining : ITrainingLog
{
    public void Plan(int trainings, int epochs)
    {
    }

    public TrainingCheckpoint? Find(string training) => null;

    public void Keep(string training, TrainingCheckpoint checkpoint)
    {
        var epoch = checkpoint.Curve[^1];
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{training}, epoch {epoch.Epoch}: {epoch.Training:0.0000}, held back {epoch.HeldBack:0.0000}"));
    }

    public void Advance(string part, double share)
    {
        if (share >= 1)
            Console.Error.WriteLine($"{part}: each tried by itself");
    }
}
