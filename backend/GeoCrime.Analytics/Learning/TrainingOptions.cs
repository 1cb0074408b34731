namespace GeoCrime.Analytics.Learning;

/// <summary>How a network is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Most passes over the windows; ≥ 1.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Windows of a step; ≥ 1.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>The optimiser's rate where the schedule says 1.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>By default the rate falls to a twentieth along a half cosine.</summary>
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.HalfCosine(0.05);

    public OptimiserKind Optimiser { get; init; } = OptimiserKind.Adam;

    /// <summary>Share by which AdamW shrinks values in a step of rate 1; ≥ 0; of no effect on the others.</summary>
    public double WeightDecay { get; init; } = 0.01;

    /// <summary>Speed that gradient descent keeps; [0, 1); of no effect on the others.</summary>
    public double Momentum { get; init; } = 0.9;

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

    internal IOptimiser CreateOptimiser(int length) => Optimiser switch
    {
        OptimiserKind.Adam => new Adam(length, ClipNorm),
        OptimiserKind.AdamW => new Adam(length, ClipNorm, WeightDecay),
        _ => new GradientDescent(length, ClipNorm, Momentum),
    };
}
