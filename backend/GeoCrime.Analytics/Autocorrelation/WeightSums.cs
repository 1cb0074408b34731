using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Autocorrelation;

/// <summary>The sums over weights that moments of global statistics are made of.</summary>
/// <param name="S0">Σᵢⱼ wᵢⱼ.</param>
/// <param name="S1">½ Σᵢⱼ (wᵢⱼ + wⱼᵢ)².</param>
/// <param name="S2">Σᵢ (Σⱼ wᵢⱼ + Σⱼ wⱼᵢ)².</param>
internal readonly record struct WeightSums(double S0, double S1, double S2)
{
    /// <exception cref="ArgumentException">A unit is its own neighbour, or the weights sum to 0.</exception>
    /// <remarks>O(links).</remarks>
    public static WeightSums Of(SpatialWeights weights)
    {
        var margins = new double[weights.Units];
        var values = new Dictionary<(int, int), double>(weights.Neighbours.Length);
        var s0 = 0.0;
        for (var unit = 0; unit < weights.Units; unit++)
            for (var link = weights.Offsets[unit]; link < weights.Offsets[unit + 1]; link++)
            {
                var neighbour = weights.Neighbours[link];
                if (neighbour == unit)
                    throw new ArgumentException($"Unit {unit} is its own neighbour; global statistics are defined without.", nameof(weights));
                var weight = weights.Values?[link] ?? 1;
                values[(unit, neighbour)] = weight;
                s0 += weight;
                margins[unit] += weight;
                margins[neighbour] += weight;
            }
        if (s0 == 0)
            throw new ArgumentException("The weights sum to 0: no unit has a neighbour.", nameof(weights));
        // A pair linked both ways appears twice in the double sum, one linked one way twice as well, once from its empty side.
        var s1 = values.Sum(entry => values.TryGetValue((entry.Key.Item2, entry.Key.Item1), out var back)
            ? (entry.Value + back) * (entry.Value + back) / 2
            : entry.Value * entry.Value);
        return new WeightSums(s0, s1, margins.Sum(margin => margin * margin));
    }
}
