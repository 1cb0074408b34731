using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Clustering;

/// <summary>A neighbourhood radius for DBSCAN from the points themselves.</summary>
public static class SuggestedEpsilon
{
    /// <summary>The knee of the curve of distances to the minPoints-th point: within it most points of clusters are core, past it stray
    /// points would be too.</summary>
    /// <param name="x">Shape [n], n ≥ minPoints; metres; not modified.</param>
    /// <param name="y">Shape [n]; metres; not modified.</param>
    /// <param name="minPoints">As for <see cref="Dbscan"/>, ≥ 1.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    /// <returns>Metres; 0 where every place holds minPoints points itself, so that no radius suggests itself.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a coordinate is not finite, or there are fewer than minPoints points.</exception>
    /// <remarks>The knee is where the rising curve, scaled to a unit square, lies farthest under its chord: Satopää et al. (2011),
    /// ICDCS Workshops, 166–171. The farthest hundredth of points is left out, whose distances would bend the chord.</remarks>
    public static double Metres(double[] x, double[] y, int minPoints, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minPoints, 1);
        var places = CoincidentPoints.TryGroup(x, y, cancellation: cancellation)!;
        if (x.Length < minPoints)
            throw new ArgumentException($"{x.Length} points are fewer than minPoints, {minPoints}.", nameof(x));
        var counts = places.Sums(null);
        var distances = CoreDistances.Of(places, counts, minPoints, cancellation);
        Array.Sort(distances, counts);
        var kept = 0.99 * x.Length;
        var (last, below) = (0, counts[0]);
        while (last + 1 < distances.Length && below + counts[last + 1] <= kept)
            below += counts[++last];
        var (first, height) = (distances[0], distances[last] - distances[0]);
        if (height == 0)
            return distances[last];
        var (knee, depth, points) = (first, double.NegativeInfinity, 0.0);
        for (var place = 0; place <= last; place++)
        {
            points += counts[place];
            var under = points / below - (distances[place] - first) / height;
            if (under > depth)
                (knee, depth) = (distances[place], under);
        }
        return knee;
    }
}
