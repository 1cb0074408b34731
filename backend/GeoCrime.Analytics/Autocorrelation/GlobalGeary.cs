using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Autocorrelation;

/// <summary>Geary's C: squared difference between neighbours over that between any two units; under 1 where neighbours are alike.</summary>
public static class GlobalGeary
{
    /// <summary>C = (n − 1)/(2 S₀) · Σ wᵢⱼ (xᵢ − xⱼ)² / Σ zᵢ², with its variance under randomisation.</summary>
    /// <param name="values">Shape [n], n ≥ 4; finite, not all alike; not modified.</param>
    /// <param name="weights">n units, none its own neighbour.</param>
    /// <returns>Z is positive where C is under 1.</returns>
    /// <exception cref="ArgumentException">The input is not as described; the message says how.</exception>
    /// <remarks>Cliff and Ord (1981), Spatial Processes, §1.5 and §2.3. O(links).</remarks>
    public static GlobalStatistic Test(double[] values, SpatialWeights weights)
    {
        var centred = CentredValues.Of(values, weights);
        var (s0, s1, s2) = WeightSums.Of(weights);
        double n = values.Length, k = centred.Kurtosis;
        var squares = 0.0;
        for (var unit = 0; unit < values.Length; unit++)
            for (var link = weights.Offsets[unit]; link < weights.Offsets[unit + 1]; link++)
            {
                var difference = values[unit] - values[weights.Neighbours[link]];
                squares += (weights.Values?[link] ?? 1) * difference * difference;
            }
        var value = (n - 1) * squares / (2 * s0 * n * centred.Variance);
        var variance = ((n - 1) * s1 * (n * n - 3 * n + 3 - (n - 1) * k)
            - 0.25 * (n - 1) * s2 * (n * n + 3 * n - 6 - (n * n - n + 2) * k)
            + s0 * s0 * (n * n - 3 - (n - 1) * (n - 1) * k)) / (n * (n - 2) * (n - 3) * s0 * s0);
        return GlobalStatistic.Of(value, 1, variance, -1);
    }
}
