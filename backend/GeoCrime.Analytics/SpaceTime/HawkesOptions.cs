namespace GeoCrime.Analytics.SpaceTime;

/// <summary>How a self-exciting process is fitted.</summary>
public sealed record HawkesOptions
{
    /// <summary>Standard deviation of the background's Gaussian kernel, metres.</summary>
    public double BackgroundMetres { get; init; } = 300;

    /// <summary>Farther events do not trigger each other, metres; the spread is held below a third of it.</summary>
    public double ReachMetres { get; init; } = 600;

    /// <summary>Later events are not triggered, days; the mean delay is held below a third of it.</summary>
    public double ReachDays { get; init; } = 90;

    /// <summary>Least spread of triggered events, metres: positions that repeat exactly would else pull it to 0.</summary>
    public double LeastSpreadMetres { get; init; } = 10;

    /// <summary>Most rounds of expectation-maximisation.</summary>
    public int Rounds { get; init; } = 100;

    /// <summary>Relative change of all parameters below which the fit ends.</summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <exception cref="ArgumentOutOfRangeException">A number is not finite and positive.</exception>
    internal void Require()
    {
        foreach (var (value, name) in ((double, string)[])[
            (BackgroundMetres, nameof(BackgroundMetres)), (ReachMetres, nameof(ReachMetres)), (ReachDays, nameof(ReachDays)),
            (LeastSpreadMetres, nameof(LeastSpreadMetres)), (Rounds, nameof(Rounds)), (Tolerance, nameof(Tolerance))])
            if (!double.IsFinite(value) || value <= 0)
                throw new ArgumentOutOfRangeException(name, value, "It must be finite and > 0.");
    }
}
