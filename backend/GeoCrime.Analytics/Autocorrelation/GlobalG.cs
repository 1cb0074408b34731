using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Autocorrelation;

/// <summary>General G of Getis and Ord: do high values lie together (G high) or low ones (G low)?</summary>
public static class GlobalG
{
    /// <summary>G = Σ wᵢⱼ xᵢ xⱼ / Σ xᵢ xⱼ over i ≠ j.</summary>
    /// <param name="values">Shape [n], n ≥ 4; finite, ≥ 0, not all alike; not modified.</param>
    /// <param name="weights">n units, none its own neighbour.</param>
    /// <returns>Z is positive where high values cluster.</returns>
    /// <exception cref="ArgumentException">The input is not as described; the message says how.</exception>
    /// <remarks>Getis and Ord (1992), Geographical Analysis 24, 189–206, eq. 6 to 11. O(links).</remarks>
    public static GlobalStatistic Test(double[] values, SpatialWeights weights)
    {
        CentredValues.Of(values, weights);
        var (s0, s1, s2) = WeightSums.Of(weights);
        double n = values.Length, m1 = 0, m2 = 0, m3 = 0, m4 = 0, products = 0;
        for (var unit = 0; unit < values.Length; unit++)
        {
            var value = values[unit];
            if (value < 0)
                throw new ArgumentException($"values[{unit}] is {value}; G needs values ≥ 0.", nameof(values));
            m1 += value;
            m2 += value * value;
            m3 += value * value * value;
            m4 += value * value * value * value;
            for (var link = weights.Offsets[unit]; link < weights.Offsets[unit + 1]; link++)
                products += (weights.Values?[link] ?? 1) * value * values[weights.Neighbours[link]];
        }
        var pairs = m1 * m1 - m2;
        if (!(pairs > 0))
            throw new ArgumentException("At most one value is above 0; G needs two.", nameof(values));
        var expectation = s0 / (n * (n - 1));
        var b0 = (n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0;
        var b1 = -((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0);
        var b2 = -(2 * n * s1 - (n + 3) * s2 + 6 * s0 * s0);
        var b3 = 4 * (n - 1) * s1 - 2 * (n + 1) * s2 + 8 * s0 * s0;
        var b4 = s1 - s2 + s0 * s0;
        var square = (b0 * m2 * m2 + b1 * m4 + b2 * m1 * m1 * m2 + b3 * m1 * m3 + b4 * m1 * m1 * m1 * m1)
            / (pairs * pairs * n * (n - 1) * (n - 2) * (n - 3));
        return GlobalStatistic.Of(products / pairs, expectation, square - expectation * expectation, 1);
    }
}
