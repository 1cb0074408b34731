namespace GeoCrime.Analytics.Learning;

/// <summary>What the learning rate is multiplied by over a training.</summary>
/// <param name="Name">Part of a checkpoint: a training resumes under the schedule it began with.</param>
/// <param name="Factor">From the share of planned steps done, [0, 1], to a factor in [0, 1].</param>
public sealed record LearningRateSchedule(string Name, Func<double, double> Factor)
{
    /// <summary>1 throughout.</summary>
    public static LearningRateSchedule Constant { get; } = new("constant", _ => 1);

    /// <summary>Falls from 1 to a floor along half a cosine.</summary>
    /// <param name="floor">[0, 1].</param>
    /// <remarks>Loshchilov and Hutter (2017), ICLR, without restarts.</remarks>
    public static LearningRateSchedule HalfCosine(double floor)
    {
        CheckShare(floor, nameof(floor));
        return new($"half-cosine {floor:R}", share => floor + (1 - floor) * (1 + Math.Cos(Math.PI * share)) / 2);
    }

    /// <summary>Is multiplied by a factor at equal distances.</summary>
    /// <param name="stages">Stretches of equal rate; ≥ 1.</param>
    /// <param name="factor">(0, 1].</param>
    public static LearningRateSchedule Stairs(int stages, double factor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stages, 1);
        CheckShare(factor, nameof(factor));
        return new($"stairs {stages} {factor:R}", share => Math.Pow(factor, Math.Min(stages - 1, Math.Floor(share * stages))));
    }

    /// <summary>Rises from 0 in a straight line over the first share of the steps, then follows this schedule over the rest.</summary>
    /// <param name="share">[0, 1).</param>
    public LearningRateSchedule After(double share)
    {
        CheckShare(share, nameof(share));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        return new($"{Name} after {share:R}", done => done < share ? done / share : Factor((done - share) / (1 - share)));
    }

    private static void CheckShare(double value, string name)
    {
        if (!(value is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(name, value, "must be from 0 to 1");
    }
}
