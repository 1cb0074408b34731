using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.SpaceTime;

/// <summary>Patterns of hot and cold places over steps of time.</summary>
/// <param name="Patterns">Shape [places].</param>
/// <param name="Trends">Shape [places]: Mann-Kendall of the place's z; NaN z count as 0.</param>
/// <param name="Z">Shape [steps·places], bin = step·places + place: Gi* of the space-time neighbourhood; NaN where it cannot vary.</param>
/// <param name="Bins">Shape [steps·places]: 3, 2, 1 hot at 99, 95, 90 % after Benjamini-Hochberg over all bins on the exact p; negative is cold.</param>
public sealed record EmergingHotSpots(EmergingPattern[] Patterns, MannKendall[] Trends, double[] Z, int[] Bins)
{
    /// <summary>Tests every bin, then classifies every place.</summary>
    /// <param name="counts">Shape [steps·places]; whole numbers ≥ 0; not modified.</param>
    /// <param name="places">Weights among places, each its own neighbour; binary.</param>
    /// <param name="steps">≥ 1.</param>
    /// <param name="cancellation">Looked at between the tests.</param>
    /// <exception cref="ArgumentException">The counts are not steps · places whole numbers, or as <see cref="SpaceTimeCube.Neighbours"/>.</exception>
    /// <remarks>
    /// A bin is compared with all bins of the cube, so hot means hot for this city and this whole time; an empty neighbourhood is not
    /// significant while empty bins are common, because the exact p counts ties in full. O(steps·links + steps² · places).
    /// </remarks>
    public static EmergingHotSpots Find(double[] counts, SpatialWeights places, int steps, CancellationToken cancellation = default)
    {
        var weights = SpaceTimeCube.Neighbours(places, steps);
        if (counts.Length != weights.Units)
            throw new ArgumentException($"There are {counts.Length} counts for {places.Units} places × {steps} steps.", nameof(counts));
        cancellation.ThrowIfCancellationRequested();
        var found = HotSpots.Find(counts, weights, 0, 0, cancellation);
        var patterns = new EmergingPattern[places.Units];
        var trends = new MannKendall[places.Units];
        var (z, states) = (new double[steps], new int[steps]);
        for (var place = 0; place < places.Units; place++)
        {
            for (var step = 0; step < steps; step++)
            {
                var bin = step * places.Units + place;
                z[step] = double.IsNaN(found.Z[bin]) ? 0 : found.Z[bin];
                states[step] = found.Bins[bin];
            }
            trends[place] = MannKendall.Of(z);
            patterns[place] = PatternRules.Classify(states, trends[place]);
        }
        return new EmergingHotSpots(patterns, trends, found.Z, found.Bins);
    }
}
