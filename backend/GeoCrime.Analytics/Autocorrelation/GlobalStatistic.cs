namespace GeoCrime.Analytics.Autocorrelation;

/// <summary>One number for the whole map.</summary>
/// <param name="Value">Of the statistic.</param>
/// <param name="Expectation">If values lay at random.</param>
/// <param name="Variance">If values lay at random.</param>
/// <param name="Z">Positive where neighbours are more alike than at random.</param>
/// <param name="P">Two-sided normal p.</param>
public sealed record GlobalStatistic(double Value, double Expectation, double Variance, double Z, double P)
{
    internal static GlobalStatistic Of(double value, double expectation, double variance, int side)
    {
        var z = variance > 0 ? side * (value - expectation) / Math.Sqrt(variance) : double.NaN;
        return new GlobalStatistic(value, expectation, variance, z, NormalDeviates.TwoSided(z));
    }
}

/// <summary>What "at random" means for the variance of a global statistic.</summary>
public enum Assumption
{
    /// <summary>The values that there are, in any order over the units.</summary>
    Randomisation,

    /// <summary>Independent normal values.</summary>
    Normality,
}
