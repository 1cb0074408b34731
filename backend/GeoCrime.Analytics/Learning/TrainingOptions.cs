namespace GeoCrime.Analytics.Learning;

/// <summary>How a network is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Most passes over the windows; ≥ 1.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Windows of a step; ≥ 1.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Adam's rate at the start; it falls to a twentieth along a half cosine.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Longest gradient; longer ones are shortened to it.</summary>
    public double ClipNorm { get; init; } = 1;

    /// <summary>Epochs without a lower held-back loss after which training stops; ≥ 1.</summary>
    public int Patience { get; init; } = 5;

    public int Seed { get; init; } = 1;

    /// <summary>Threads that share a batch; ≥ 1. The result does not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Epochs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Patience, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        if (!(LearningRate > 0))
            throw new ArgumentOutOfRangeException(nameof(LearningRate), LearningRate, "must be above 0");
    }
}
