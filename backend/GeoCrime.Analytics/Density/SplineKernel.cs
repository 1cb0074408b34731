using MathNet.Numerics.LinearAlgebra;

namespace GeoCrime.Analytics.Density;

/// <summary>A kernel sampled on nodes as a sum of separable terms: value[j, l] = Σ sign·taps[j]·taps[l].</summary>
/// <param name="HalfWidth">Nodes to each side; every term has 2·HalfWidth + 1 taps.</param>
/// <param name="Terms">Sign (±1) and taps, strongest first.</param>
internal sealed record SplineKernel(int HalfWidth, IReadOnlyList<(float Sign, float[] Taps)> Terms)
{
    /// <summary>What the terms may leave out of any sample, as a share of the kernel's height.</summary>
    private const double LeftOut = 1e-4;

    /// <summary>Nodes past a compact kernel's rim on which the inverse spline filter still rings visibly: 0.268⁸ = 3e-5.</summary>
    private const int Ringing = 8;

    /// <summary>Decay per node of the inverse cubic spline filter.</summary>
    private static readonly double Pole = Math.Sqrt(3) - 2;

    /// <summary>The node weights whose cubic spline passes through the kernel at the nodes.</summary>
    /// <param name="kernel">Shape of the bump.</param>
    /// <param name="bandwidthNodes">Bandwidth in nodes.</param>
    /// <param name="splines">How often a spline is applied beside this kernel: 1 when points are binned, 2 when the surface is interpolated too.</param>
    /// <param name="scale">Factor on all values.</param>
    /// <remarks>Unser, Aldroubi and Eden (1993), IEEE Transactions on Signal Processing 41, 821–848 (the inverse filter).</remarks>
    public static SplineKernel Sample(DensityKernel kernel, double bandwidthNodes, int splines, double scale)
    {
        if (kernel == DensityKernel.Gaussian)
        {
            var reach = (int)Math.Ceiling(kernel.Reach() * bandwidthNodes);
            var samples = new double[2 * reach + 1];
            for (var j = -reach; j <= reach; j++)
                samples[j + reach] = Math.Exp(-0.5 * j * j / (bandwidthNodes * bandwidthNodes));
            var amplitude = Math.Sqrt(scale * kernel.Height(0));
            return new SplineKernel(reach, [(1, [.. Invert(samples, splines).Select(value => (float)(amplitude * value))])]);
        }
        var half = (int)Math.Ceiling(bandwidthNodes) + Ringing;
        return new SplineKernel(half, Separate(SampleDisc(kernel, bandwidthNodes, half, splines), half, scale));
    }

    private static double[,] SampleDisc(DensityKernel kernel, double bandwidthNodes, int half, int splines)
    {
        var width = 2 * half + 1;
        var values = new double[width, width];
        for (var j = -half; j <= half; j++)
            for (var l = -half; l <= half; l++)
                values[j + half, l + half] = kernel.Height((j * j + l * l) / (bandwidthNodes * bandwidthNodes));
        var line = new double[width];
        for (var axis = 0; axis < 2; axis++)
        {
            for (var j = 0; j < width; j++)
            {
                for (var l = 0; l < width; l++)
                    line[l] = axis == 0 ? values[j, l] : values[l, j];
                var inverted = Invert(line, splines);
                for (var l = 0; l < width; l++)
                    (axis == 0 ? ref values[j, l] : ref values[l, j]) = inverted[l];
            }
        }
        return values;
    }

    /// <summary>Convolution with the inverse of the sampled cubic spline (1/6, 4/6, 1/6), repeated; nothing beyond the ends.</summary>
    private static double[] Invert(double[] samples, int times)
    {
        var height = -6 * Pole / (1 - Pole * Pole);
        for (var time = 0; time < times; time++)
        {
            var inverted = new double[samples.Length];
            for (var j = 0; j < samples.Length; j++)
                for (var l = 0; l < samples.Length; l++)
                    inverted[j] += height * Math.Pow(Pole, Math.Abs(j - l)) * samples[l];
            samples = inverted;
        }
        return samples;
    }

    /// <summary>Eigenvectors of the symmetric sample matrix. It is even along both axes, so its quarter holds all of it.</summary>
    private static List<(float, float[])> Separate(double[,] values, int half, double scale)
    {
        static double Fold(int j) => j == 0 ? 1 : Math.Sqrt(2);
        var left = (double[,])values.Clone();
        var quarter = Matrix<double>.Build.Dense(half + 1, half + 1,
            (j, l) => values[j + half, l + half] * Fold(j) * Fold(l));
        var eigen = quarter.Evd(Symmetricity.Symmetric);
        var terms = new List<(float, float[])>();
        foreach (var t in Enumerable.Range(0, half + 1).OrderByDescending(t => Math.Abs(eigen.EigenValues[t].Real)))
        {
            var value = eigen.EigenValues[t].Real;
            var taps = Unfold(eigen.EigenVectors.Column(t));
            terms.Add((Math.Sign(value), [.. taps.Select(tap => (float)(tap * Math.Sqrt(scale * Math.Abs(value))))]));
            var rest = 0.0;
            for (var j = half; j <= 2 * half; j++)
                for (var l = half; l <= 2 * half; l++)
                    rest = Math.Max(rest, Math.Abs(left[j, l] -= value * taps[j] * taps[l]));
            if (rest <= LeftOut * values[half, half])
                break;
        }
        return terms;

        double[] Unfold(Vector<double> column)
        {
            var taps = new double[2 * half + 1];
            for (var j = -half; j <= half; j++)
                taps[j + half] = column[Math.Abs(j)] / Fold(Math.Abs(j));
            return taps;
        }
    }
}
