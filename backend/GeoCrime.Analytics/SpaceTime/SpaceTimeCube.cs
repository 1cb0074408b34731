using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.SpaceTime;

/// <summary>Bins of place × step as units: bin = step·places + place, step 0 the oldest.</summary>
public static class SpaceTimeCube
{
    /// <summary>The most bins a cube may have.</summary>
    public const int MostBins = 4_000_000;

    /// <summary>Each bin's neighbours: the place and its neighbours in the same step and, save in the first, in the step before.</summary>
    /// <param name="places">Weights among places, each its own neighbour; binary.</param>
    /// <param name="steps">≥ 1.</param>
    /// <exception cref="ArgumentException">The places' weights are not binary, or places · steps exceed <see cref="MostBins"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no steps.</exception>
    /// <remarks>O(steps·links).</remarks>
    public static SpatialWeights Neighbours(SpatialWeights places, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        if (places.Values is not null)
            throw new ArgumentException("The weights among places must be binary.", nameof(places));
        var units = RequireSize(places.Units, steps);
        var offsets = new int[units + 1];
        var links = new int[checked((2 * steps - 1) * places.Neighbours.Length)];
        var at = 0;
        for (var step = 0; step < steps; step++)
            for (var place = 0; place < places.Units; place++)
            {
                for (var back = Math.Min(1, step); back >= 0; back--)
                    foreach (var neighbour in places.Of(place))
                        links[at++] = (step - back) * places.Units + neighbour;
                offsets[step * places.Units + place + 1] = at;
            }
        return new SpatialWeights(offsets, links);
    }

    /// <exception cref="ArgumentException">There are more than <see cref="MostBins"/>.</exception>
    public static int RequireSize(int places, int steps) => (long)places * steps <= MostBins
        ? places * steps
        : throw new ArgumentException($"{places:N0} places × {steps:N0} steps are more than {MostBins:N0} bins; ask for larger cells or longer steps.");
}
