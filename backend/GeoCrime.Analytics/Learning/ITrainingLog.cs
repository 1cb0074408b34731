namespace GeoCrime.Analytics.Learning;

/// <summary>Follows the trainings that a job consists of and remembers them, so that an interrupted job goes on where it stopped.</summary>
public interface ITrainingLog
{
    /// <summary>Told before the first training.</summary>
    /// <param name="trainings">How many there will be.</param>
    /// <param name="epochs">Most epochs of each.</param>
    void Plan(int trainings, int epochs);

    /// <summary>Where an interrupted training stood; null where it starts anew.</summary>
    /// <param name="training">The same name in each try.</param>
    TrainingCheckpoint? Find(string training);

    /// <summary>Told after each epoch, on the training's own thread.</summary>
    void Keep(string training, TrainingCheckpoint checkpoint);
}
