using MathNet.Numerics;

namespace GeoCrime.Analytics.Autocorrelation;

/// <summary>Statistics in standard deviations from their expectation.</summary>
/// <param name="Z">Shape [n]; NaN where the statistic cannot vary.</param>
/// <param name="P">Shape [n]: two-sided normal p, uncorrected; 1 where z is NaN.</param>
public sealed record NormalDeviates(double[] Z, double[] P)
{
    internal static NormalDeviates Of(double[] z) => new(z, [.. z.Select(TwoSided)]);

    internal static double TwoSided(double z) => double.IsNaN(z) ? 1 : SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));
}
