using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Density;

/// <summary>Bandwidths by rule of thumb, for points in the plane.</summary>
public static class Bandwidth
{
    /// <summary>Scott's rule: n^(−1/6) times the root mean square of both coordinates' standard deviations (n − 1).</summary>
    /// <param name="x">Shape [n], n ≥ 2; metres.</param>
    /// <param name="y">Shape [n]; metres.</param>
    /// <param name="kernel">Whose scale to answer in: the Gaussian's sd, or a radius of √8 (quartic) or √6 (Epanechnikov) sd.</param>
    /// <returns>Metres, &gt; 0.</returns>
    /// <exception cref="ArgumentException">Fewer than two points, none that differ, or a coordinate that is not finite.</exception>
    /// <remarks>Scott (1992), Multivariate Density Estimation, §6.3, with d = 2.</remarks>
    public static double Scott(double[] x, double[] y, DensityKernel kernel)
    {
        PlanarPoints.Require(x, y);
        return Rule(StandardDeviation(x), StandardDeviation(y), x.Length, kernel);
    }

    /// <summary>Silverman's rule: as Scott's, with min(sd, IQR/1.34) as each coordinate's spread, which far points do not stretch.</summary>
    /// <remarks>Silverman (1986), Density Estimation, §3.4.2 and §4.3.2; quartiles interpolate linearly between order statistics.
    /// Where the middle half of a coordinate coincides its IQR is 0 and its sd stands alone.</remarks>
    /// <inheritdoc cref="Scott"/>
    public static double Silverman(double[] x, double[] y, DensityKernel kernel)
    {
        PlanarPoints.Require(x, y);
        return Rule(RobustSpread(x), RobustSpread(y), x.Length, kernel);
    }

    /// <summary>Bandwidth of a kernel over the standard deviation of the Gaussian with the same variance per axis.</summary>
    public static double PerGaussianDeviation(DensityKernel kernel) => kernel switch
    {
        DensityKernel.Gaussian => 1,
        DensityKernel.Quartic => Math.Sqrt(8),
        DensityKernel.Epanechnikov => Math.Sqrt(6),
        _ => throw new ArgumentOutOfRangeException(nameof(kernel), kernel, "Unknown kernel."),
    };

    private static double Rule(double spreadX, double spreadY, int points, DensityKernel kernel)
    {
        var spread = Math.Sqrt((spreadX * spreadX + spreadY * spreadY) / 2);
        if (!(spread > 0))
            throw new ArgumentException($"A bandwidth needs at least two different points; of {points} none differ.", nameof(points));
        return spread * Math.Pow(points, -1.0 / 6) * PerGaussianDeviation(kernel);
    }

    private static double StandardDeviation(double[] values)
    {
        if (values.Length < 2)
            return 0;
        // Two passes: coordinates are millions of metres, their spread kilometres.
        var mean = values.Average();
        var squares = 0.0;
        foreach (var value in values)
            squares += (value - mean) * (value - mean);
        return Math.Sqrt(squares / (values.Length - 1));
    }

    private static double RobustSpread(double[] values)
    {
        var deviation = StandardDeviation(values);
        if (deviation == 0)
            return 0;
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var interquartile = Quantile(sorted, 0.75) - Quantile(sorted, 0.25);
        return interquartile > 0 ? Math.Min(deviation, interquartile / 1.34) : deviation;
    }

    private static double Quantile(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        return below + 1 == sorted.Length
            ? sorted[below]
            : sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
    }
}
