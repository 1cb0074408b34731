using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Autocorrelation;

/// <summary>Moran's I: correlation of each unit with its neighbours.</summary>
public static class GlobalMoran
{
    /// <summary>I = n/S₀ · Σ wᵢⱼ zᵢ zⱼ / Σ zᵢ².</summary>
    /// <param name="values">Shape [n], n ≥ 4; finite, not all alike; not modified.</param>
    /// <param name="weights">n units, none its own neighbour.</param>
    /// <param name="assumption">For the variance.</param>
    /// <exception cref="ArgumentException">The input is not as described; the message says how.</exception>
    /// <remarks>Cliff and Ord (1981), Spatial Processes, §1.5 and §2.3. O(links).</remarks>
    public static GlobalStatistic Test(double[] values, SpatialWeights weights, Assumption assumption = Assumption.Randomisation)
    {
        var centred = CentredValues.Of(values, weights);
        var (s0, s1, s2) = WeightSums.Of(weights);
        double n = values.Length, expectation = -1 / (n - 1);
        var products = 0.0;
        for (var unit = 0; unit < values.Length; unit++)
            products += centred.Deviations[unit] * centred.Lag(weights, unit);
        var square = assumption == Assumption.Normality
            ? (n * n * s1 - n * s2 + 3 * s0 * s0) / ((n * n - 1) * s0 * s0)
            : (n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0)
                - centred.Kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0)) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0);
        return GlobalStatistic.Of(products / (s0 * centred.Variance), expectation, square - expectation * expectation, 1);
    }
}
