namespace GeoCrime.Studies.SampleCity;

/// <summary>The contagion that was planted: each burglary brings others, near it and soon after, which bring others in turn.</summary>
/// <param name="Offence">Code of the offence.</param>
/// <param name="ExpectedOffspring">Expected direct offspring of one incident, below 1.</param>
/// <param name="RadiusMetres">Offspring lie within; an anchor at distance d weighs 1 − d/(1.25·radius).</param>
/// <param name="Days">Offspring happen 1 to this many days later.</param>
/// <param name="MeanLagDays">Mean of the exponential that lags are drawn from, cut off at <paramref name="Days"/>.</param>
public sealed record NearRepeatRule(string Offence, double ExpectedOffspring, double RadiusMetres, int Days, double MeanLagDays)
{
    /// <summary>The sample city's rule.</summary>
    public static NearRepeatRule Planted { get; } = new("burglary", 0.25, 200, 14, 5);
}
