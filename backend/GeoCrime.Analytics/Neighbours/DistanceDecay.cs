using GeoCrime.Analytics.Density;

namespace GeoCrime.Analytics.Neighbours;

/// <summary>Weights that fall with the distance between neighbours.</summary>
public static class DistanceDecay
{
    /// <summary>distance^(−power) on existing links.</summary>
    /// <param name="links">Which points are neighbours, for instance a <see cref="DistanceBand"/>.</param>
    /// <param name="x">Shape [units]; metres.</param>
    /// <param name="y">Shape [units]; metres.</param>
    /// <param name="power">&gt; 0.</param>
    /// <param name="nearestMetres">&gt; 0: closer neighbours count as this far, so that coincident ones keep a finite weight.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a coordinate is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The power or the nearest distance is not finite and positive.</exception>
    public static SpatialWeights Inverse(SpatialWeights links, double[] x, double[] y, double power, double nearestMetres)
    {
        if (!double.IsFinite(power) || power <= 0)
            throw new ArgumentOutOfRangeException(nameof(power), power, "The power must be finite and > 0.");
        Metres.RequirePositive(nearestMetres);
        return Weigh(links, x, y, distance => Math.Pow(Math.Max(distance, nearestMetres), -power));
    }

    /// <summary>A kernel's height relative to its peak, on existing links; a unit linked to itself weighs 1.</summary>
    /// <param name="links">Which points are neighbours.</param>
    /// <param name="x">Shape [units]; metres.</param>
    /// <param name="y">Shape [units]; metres.</param>
    /// <param name="kernel">Shape of the decay.</param>
    /// <param name="bandwidthMetres">&gt; 0.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a coordinate is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The bandwidth is not finite and positive.</exception>
    public static SpatialWeights Kernel(SpatialWeights links, double[] x, double[] y, DensityKernel kernel, double bandwidthMetres)
    {
        kernel.Require(bandwidthMetres);
        return Weigh(links, x, y,
            distance => kernel.Height(distance * distance / (bandwidthMetres * bandwidthMetres)) / kernel.Height(0));
    }

    private static SpatialWeights Weigh(SpatialWeights links, double[] x, double[] y, Func<double, double> weight)
    {
        PlanarPoints.Require(x, y);
        if (x.Length != links.Units)
            throw new ArgumentException($"There are {x.Length} points for {links.Units} units.", nameof(x));
        var values = new double[links.Neighbours.Length];
        for (var unit = 0; unit < links.Units; unit++)
            for (var link = links.Offsets[unit]; link < links.Offsets[unit + 1]; link++)
            {
                double dx = x[unit] - x[links.Neighbours[link]], dy = y[unit] - y[links.Neighbours[link]];
                values[link] = weight(Math.Sqrt(dx * dx + dy * dy));
            }
        return new SpatialWeights(links.Offsets, links.Neighbours, values);
    }
}
