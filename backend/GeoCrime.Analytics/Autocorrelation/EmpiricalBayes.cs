using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Autocorrelation;

/// <summary>Rates of areas drawn towards the rate of the whole map, the more the smaller their population.</summary>
public static class EmpiricalBayes
{
    /// <summary>Smoothed rates by Marshall's moments.</summary>
    /// <param name="counts">Shape [n]; ≥ 0; not modified.</param>
    /// <param name="population">Shape [n]; ≥ 0, not all 0; not modified.</param>
    /// <returns>Shape [n]: incidents per head. An area without population gets the map's rate.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a number is negative or not finite, nobody lives anywhere, or an
    /// area without population has incidents.</exception>
    /// <remarks>Marshall (1991), Applied Statistics 40, 283–294. O(n).</remarks>
    public static double[] Rates(double[] counts, double[] population)
    {
        if (counts.Length != population.Length)
            throw new ArgumentException($"There are {counts.Length} counts and {population.Length} populations.", nameof(population));
        PlanarPoints.RequireFinite(counts, nameof(counts));
        PlanarPoints.RequireFinite(population, nameof(population));
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] < 0 || population[i] < 0)
                throw new ArgumentException($"Area {i} has count {counts[i]} and population {population[i]}; both must be ≥ 0.", nameof(counts));
            if (population[i] == 0 && counts[i] > 0)
                throw new ArgumentException($"Area {i} has {counts[i]} incidents and no population; it has no rate.", nameof(population));
        }
        if (counts.Length == 0)
            return [];
        var people = population.Sum();
        if (people == 0)
            throw new ArgumentException("Nobody lives in any area; there are no rates.", nameof(population));
        var rate = counts.Sum() / people;
        var spread = counts.Zip(population)
            .Sum(area => area.Second > 0 ? area.Second * Math.Pow(area.First / area.Second - rate, 2) : 0) / people;
        // What is left of the spread once chance is taken out; nothing if chance explains all.
        var variance = Math.Max(0, spread - rate * counts.Length / people);
        return [.. counts.Zip(population, (count, heads) => heads > 0 && variance > 0
            ? rate + variance / (variance + rate / heads) * (count / heads - rate)
            : rate)];
    }
}
