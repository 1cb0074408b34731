using System.Runtime.Intrinsics;

namespace GeoCrime.Analytics.Learning;

/// <summary>Shortens gradients whose Euclidean norm is too long.</summary>
/// <remarks>Pascanu et al. (2013), ICML. The norm is summed in double precision and a fixed order: the same on every machine.</remarks>
internal static class GradientClip
{
    /// <exception cref="ArgumentOutOfRangeException">clipNorm is not above 0.</exception>
    public static double Checked(double clipNorm) => clipNorm > 0
        ? clipNorm
        : throw new ArgumentOutOfRangeException(nameof(clipNorm), clipNorm, "must be above 0");

    /// <summary>What the gradient is multiplied by: 1, or clipNorm over its norm where that is longer.</summary>
    /// <exception cref="NonConvergenceException">The gradient holds a value that is not finite.</exception>
    public static float Factor(ReadOnlySpan<float> gradient, double clipNorm, int steps)
    {
        var norm = Norm(gradient);
        if (!double.IsFinite(norm))
            throw new NonConvergenceException("the gradient of the network is not finite", steps, clipNorm, norm);
        return (float)(norm > clipNorm ? clipNorm / norm : 1);
    }

    private static double Norm(ReadOnlySpan<float> gradient)
    {
        var sums = Vector512<double>.Zero;
        var i = 0;
        for (; i + 8 <= gradient.Length; i += 8)
        {
            var (low, high) = Vector256.Widen(Vector256.Create(gradient.Slice(i, 8)));
            var wide = Vector512.Create(low, high);
            sums = Vector512.FusedMultiplyAdd(wide, wide, sums);
        }
        var sum = 0.0;
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
            sum += sums[lane];
        for (; i < gradient.Length; i++)
            sum += (double)gradient[i] * gradient[i];
        return Math.Sqrt(sum);
    }
}
