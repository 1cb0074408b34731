namespace GeoCrime.Analytics.Density;

/// <summary>The Gaussian on nodes, separable: value[j, l] = taps[j]·taps[l], corrected for the splines that points are binned and the
/// surface is interpolated by.</summary>
/// <param name="HalfWidth">Nodes to each side; 2·HalfWidth + 1 taps.</param>
/// <param name="Taps">From one side to the other.</param>
internal sealed record SplineKernel(int HalfWidth, float[] Taps)
{
    /// <summary>Decay per node of the inverse cubic spline filter.</summary>
    private static readonly double Pole = Math.Sqrt(3) - 2;

    /// <summary>The node weights whose cubic spline passes through the kernel at the nodes.</summary>
    /// <param name="bandwidthNodes">Standard deviation in nodes.</param>
    /// <param name="splines">How often a spline is applied beside this kernel: 1 when points are binned, 2 when the surface is interpolated too.</param>
    /// <param name="scale">Factor on all values.</param>
    /// <remarks>Unser, Aldroubi and Eden (1993), IEEE Transactions on Signal Processing 41, 821–848 (the inverse filter).</remarks>
    public static SplineKernel Gaussian(double bandwidthNodes, int splines, double scale)
    {
        var reach = (int)Math.Ceiling(DensityKernel.Gaussian.Reach() * bandwidthNodes);
        var samples = new double[2 * reach + 1];
        for (var j = -reach; j <= reach; j++)
            samples[j + reach] = Math.Exp(-0.5 * j * j / (bandwidthNodes * bandwidthNodes));
        for (var time = 0; time < splines; time++)
            samples = Invert(samples);
        var amplitude = Math.Sqrt(scale * DensityKernel.Gaussian.Height(0));
        return new SplineKernel(reach, Array.ConvertAll(samples, value => (float)(amplitude * value)));
    }

    /// <summary>Convolution with the inverse of the sampled cubic spline (1/6, 4/6, 1/6), a multiple of Pole^|j|; nothing beyond the ends.</summary>
    private static double[] Invert(double[] samples)
    {
        var height = -6 * Pole / (1 - Pole * Pole);
        var inverted = new double[samples.Length];
        double before = 0, after = 0;
        for (var j = 0; j < samples.Length; j++)
            inverted[j] = height * (before = samples[j] + Pole * before);
        for (var j = samples.Length - 1; j >= 0; after = Pole * (samples[j] + after), j--)
            inverted[j] += height * after;
        return inverted;
    }
}
