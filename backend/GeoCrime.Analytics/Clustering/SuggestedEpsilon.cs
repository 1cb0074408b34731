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
    /// <param name="nearestMetres">&gt; 0: points with minPoints points closer than this, about how precisely positions are known, are
    /// left out. In police data most are, and the curve would turn at their jitter.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    /// <returns>Metres; 0 where all points are left out, so that no radius suggests itself.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a coordinate is not finite, or there are fewer than minPoints points.</exception>
    /// <remarks>The knee is where the rising curve, scaled to a unit square, lies farthest under its chord: Satopää et al. (2011),
    /// ICDCS Workshops, 166–171. The farthest hundredth of points is left out, whose distances would bend the chord.</remarks>
    public static double For(double[] x, double[] y, int minPoints, double nearestMetres = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minPoints, 1);
        Metres.RequirePositive(nearestMetres);
        var places = CoincidentPoints.TryGroup(x, y, cancellation: cancellation)!;
        if (x.Length < minPoints)
            throw new ArgumentException($"{x.Length} points are fewer than minPoints, {minPoints}.", nameof(x));
        var counts = places.Sums(null);
        var distances = CoreDistances.Of(places, counts, minPoints, cancellation);
        Array.Sort(distances, counts);
        var start = Array.FindIndex(distances, distance => distance >= nearestMetres);
        if (start < 0)
            return 0;
        var kept = 0.99 * counts[start..].Sum();
        var (last, below) = (start, counts[start]);
        while (last + 1 < distances.Length && below + counts[last + 1] <= kept)
            below += counts[++last];
        var (first, height) = (distances[start], distances[last] - distances[start]);
        if (height == 0)
            return distances[last];
        var (knee, depth, points) = (first, double.NegativeInfinity, 0.0);
        for (var place = start; place <= last; place++)
        {
            points += counts[place];
            var under = points / below - (distances[place] - first) / height;
            if (under > depth)
                (knee, depth) = (distances[place], under);
        }
        return knee;
    }
}
