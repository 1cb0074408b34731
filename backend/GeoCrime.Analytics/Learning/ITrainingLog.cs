namespace GeoCrime.Analytics.Learning;

/// <summary>Follows the trainings that a job consists of and remembers them, so that an interrupted job goes on where it stopped.</summary>
public interface ITrainingLog
{
    /// <summary>Told before the first training.</summary>
    /// <param name="trainings">How many there will be, parts without epochs included.</param>
    /// <param name="epochs">Most epochs of each.</param>
    void Plan(int trainings, int epochs);

    /// <summary>Where an interrupted training stood; null where it starts anew.</summary>
    /// <param name="training">The same name in each try.</param>
    TrainingCheckpoint? Find(string training);

    /// <summary>Told after each epoch, on the training's own thread.</summary>
    void Keep(string training, TrainingCheckpoint checkpoint);

    /// <summary>Told of a part that has no epochs and is done again where a job was interrupted; on any thread, one call at a time.</summary>
    /// <param name="part">The same name in each call.</param>
    /// <param name="share">Done, 0 to 1.</param>
    void Advance(string part, double share);
}
