using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Density;

/// <summary>Kernel density by the definition itself: every point is summed at every place, in double precision.</summary>
public static class ExactDensity
{
    /// <summary>Density at given places, the yardstick for the faster estimates.</summary>
    /// <param name="x">Shape [n]; metres; not modified.</param>
    /// <param name="y">Shape [n]; metres; not modified.</param>
    /// <param name="weights">Shape [n], or null for 1 each.</param>
    /// <param name="placesX">Shape [m]; metres.</param>
    /// <param name="placesY">Shape [m]; metres.</param>
    /// <param name="kernel">Shape of the bump.</param>
    /// <param name="bandwidthMetres">&gt; 0; standard deviation of the Gaussian, radius of the others.</param>
    /// <param name="cancellation">Looked at once a place.</param>
    /// <returns>Shape [m]; weight per km².</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The bandwidth is not finite and positive.</exception>
    /// <remarks>Cost O(n·m). Points are summed in their order, so any number of threads gives the same bytes.</remarks>
    public static double[] At(
        double[] x, double[] y, double[]? weights, double[] placesX, double[] placesY,
        DensityKernel kernel, double bandwidthMetres, CancellationToken cancellation = default)
    {
        PlanarPoints.Require(x, y);
        PlanarPoints.RequireWeights(weights, x.Length);
        PlanarPoints.Require(placesX, placesY);
        kernel.Require(bandwidthMetres);
        var perSquared = 1 / (bandwidthMetres * bandwidthMetres);
        var density = new double[placesX.Length];
        Parallel.For(0, density.Length, new ParallelOptions { CancellationToken = cancellation }, place =>
        {
            double px = placesX[place], py = placesY[place], sum = 0;
            for (var i = 0; i < x.Length; i++)
            {
                double dx = x[i] - px, dy = y[i] - py;
                sum += (weights?[i] ?? 1) * kernel.Height((dx * dx + dy * dy) * perSquared);
            }
            density[place] = sum * perSquared * 1e6;
        });
        return density;
    }
}
