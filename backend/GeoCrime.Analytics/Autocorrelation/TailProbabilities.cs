namespace GeoCrime.Analytics.Autocorrelation;

/// <summary>Distribution of a sum of whole numbers: P(sum ≤ s) and P(sum ≥ s) for s = 0…Largest.</summary>
internal sealed record TailProbabilities(double[] AtMost, double[] AtLeast)
{
    /// <summary>Both tails from masses that need not add up to 1, each added from its own end so that small tails stay precise.</summary>
    public static TailProbabilities Of(ReadOnlySpan<double> masses)
    {
        var atMost = new double[masses.Length];
        var atLeast = new double[masses.Length];
        double below = 0, above = 0;
        for (var s = 0; s < masses.Length; s++)
        {
            atMost[s] = below += Math.Max(0, masses[s]);
            atLeast[^(s + 1)] = above += Math.Max(0, masses[^(s + 1)]);
        }
        for (var s = 0; s < masses.Length; s++)
        {
            atMost[s] = Math.Min(1, atMost[s] / below);
            atLeast[s] = Math.Min(1, atLeast[s] / above);
        }
        return new TailProbabilities(atMost, atLeast);
    }
}
