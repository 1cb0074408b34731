using System.Numerics.Tensors;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Density;

/// <summary>Kernel density whose bandwidth is wide where incidents are sparse and narrow where they are dense.</summary>
public static class AdaptiveDensity
{
    /// <summary>No point's bandwidth is more than this many times wider, or narrower, than the given one.</summary>
    private const double MostTimes = 5;

    /// <summary>Ratio of neighbouring bandwidths at which surfaces are computed; points in between mix four of them.</summary>
    private const double Ratio = 1.19;

    /// <summary>Density at the centre of every cell, each point with the bandwidth h·√(g/f): f the density at the point by a fixed
    /// Gaussian of h's variance, g the geometric mean of f over all points; at most fivefold wider or narrower than h.</summary>
    /// <param name="x">Shape [n]; metres in the grid's CRS; not modified.</param>
    /// <param name="y">Shape [n]; metres; not modified.</param>
    /// <param name="weights">Shape [n], ≥ 0, or null for 1 each.</param>
    /// <param name="grid">Cells of the surface.</param>
    /// <param name="kernel">Shape of the bump.</param>
    /// <param name="bandwidthMetres">h &gt; 0.</param>
    /// <param name="cancellation">As <see cref="KernelDensity.Estimate"/>.</param>
    /// <returns>Weight per km².</returns>
    /// <exception cref="ArgumentException">Lengths differ, a number is not finite, or a weight is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The bandwidth is not finite and positive, or is so small against the extent of the
    /// points that the pilot estimate would need too many cells.</exception>
    /// <remarks>
    /// Abramson (1982), Annals of Statistics 10, 1217–1223; Silverman (1986), §5.3. Surfaces of some twenty bandwidths are mixed by cubic
    /// interpolation in the logarithm of the bandwidth, within 1 % of a lone point's own kernel; each costs what a fixed estimate does.
    /// </remarks>
    public static DensitySurface Estimate(
        double[] x, double[] y, double[]? weights, Grid grid,
        DensityKernel kernel, double bandwidthMetres, CancellationToken cancellation = default)
    {
        PlanarPoints.RequireWeights(weights, x.Length);
        if (weights is not null && weights.Any(weight => weight < 0))
            throw new ArgumentException("Adaptive bandwidths need weights ≥ 0.", nameof(weights));
        kernel.Require(bandwidthMetres);
        grid.Require();
        var places = CoincidentPoints.TryGroup(x, y, cancellation: cancellation)!;
        var sums = places.Sums(weights);
        var total = new DensitySurface(grid, new float[grid.Cells], 0);
        if (!sums.Any(sum => sum > 0))
            return total;
        var factors = Factors(places, sums, kernel, bandwidthMetres, cancellation);
        var lowest = (int)Math.Floor(factors.Min(factor => Math.Log(factor, Ratio))) - 1;
        var highest = (int)Math.Floor(factors.Max(factor => Math.Log(factor, Ratio))) + 2;
        var values = total.PerSquareKilometre;
        for (var level = lowest; level <= highest; level++)
        {
            var (levelX, levelY, shares) = PartAt(level, places, sums, factors);
            if (shares.Length == 0)
                continue;
            var surface = KernelDensity.Estimate(
                levelX, levelY, shares, grid, kernel, bandwidthMetres * Math.Pow(Ratio, level), cancellation);
            TensorPrimitives.Add(values, surface.PerSquareKilometre, values);
        }
        // Interpolation may dip a hair below zero at a kernel's rim.
        TensorPrimitives.Max(values, 0, values);
        return total with { Max = TensorPrimitives.Max<float>(values) };
    }

    /// <summary>Each place's bandwidth over the given one. Shape [places].</summary>
    internal static double[] Factors(
        CoincidentPoints places, double[] sums, DensityKernel kernel, double bandwidth, CancellationToken cancellation)
    {
        var pilot = PilotDensity.At(places.X, places.Y, sums, kernel, bandwidth, cancellation);
        var weight = sums.Sum();
        var meanLog = pilot.Zip(sums, (density, sum) => sum > 0 ? sum * Math.Log(density) : 0).Sum() / weight;
        return [.. pilot.Select(density => Math.Clamp(Math.Exp((meanLog - Math.Log(density)) / 2), 1 / MostTimes, MostTimes))];
    }

    /// <summary>The places that take part in a level, and their weights there: Lagrange's cubic through four levels.</summary>
    private static (double[] X, double[] Y, double[] Shares) PartAt(int level, CoincidentPoints places, double[] sums, double[] factors)
    {
        List<double> x = [], y = [], shares = [];
        for (var place = 0; place < factors.Length; place++)
        {
            var position = Math.Log(factors[place], Ratio) - level;
            // The four levels around a position are those from one below its floor to two above.
            var share = Math.Floor(position) switch
            {
                1 => (position - 1) * (position - 2) * (position - 3) / -6,
                0 => (position + 1) * (position - 1) * (position - 2) / 2,
                -1 => (position + 2) * (position + 1) * (position - 1) / -2,
                -2 => (position + 3) * (position + 2) * (position + 1) / 6,
                _ => 0,
            };
            if (share == 0 || sums[place] == 0)
                continue;
            x.Add(places.X[place]);
            y.Add(places.Y[place]);
            shares.Add(share * sums[place]);
        }
        return ([.. x], [.. y], [.. shares]);
    }
}
