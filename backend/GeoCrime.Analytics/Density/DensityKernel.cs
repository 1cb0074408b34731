namespace GeoCrime.Analytics.Density;

/// <summary>Shape of the bump that each point adds; each integrates to 1 over the plane. r is distance over bandwidth.</summary>
/// <remarks>Silverman (1986), Density Estimation, §4.2.</remarks>
public enum DensityKernel
{
    /// <summary>exp(−r²/2)/(2π); the bandwidth is its standard deviation.</summary>
    Gaussian,

    /// <summary>3(1 − r²)²/π inside r &lt; 1; the bandwidth is its radius.</summary>
    Quartic,

    /// <summary>2(1 − r²)/π inside r &lt; 1; the bandwidth is its radius.</summary>
    Epanechnikov,
}

internal static class DensityKernelShape
{
    /// <summary>Height at r² (squared distance over squared bandwidth), for bandwidth 1.</summary>
    public static double Height(this DensityKernel kernel, double squaredRatio) => kernel switch
    {
        DensityKernel.Gaussian => Math.Exp(-0.5 * squaredRatio) / (2 * Math.PI),
        DensityKernel.Quartic => squaredRatio < 1 ? 3 / Math.PI * (1 - squaredRatio) * (1 - squaredRatio) : 0,
        DensityKernel.Epanechnikov => squaredRatio < 1 ? 2 / Math.PI * (1 - squaredRatio) : 0,
        _ => throw new ArgumentOutOfRangeException(nameof(kernel), kernel, "Unknown kernel."),
    };

    /// <summary>Bandwidths from a point beyond which a float32 surface no longer shows it (e⁻¹²·⁵ of the Gaussian's height).</summary>
    public static double Reach(this DensityKernel kernel) => kernel == DensityKernel.Gaussian ? 5 : 1;

    /// <summary>∫K² over the plane, for bandwidth 1.</summary>
    public static double SquaredIntegral(this DensityKernel kernel) => kernel switch
    {
        DensityKernel.Gaussian => 1 / (4 * Math.PI),
        DensityKernel.Quartic => 9 / (5 * Math.PI),
        DensityKernel.Epanechnikov => 4 / (3 * Math.PI),
        _ => throw new ArgumentOutOfRangeException(nameof(kernel), kernel, "Unknown kernel."),
    };

    /// <exception cref="ArgumentOutOfRangeException">The kernel is unknown or the bandwidth not finite and positive.</exception>
    public static void Require(this DensityKernel kernel, double bandwidthMetres)
    {
        if (!Enum.IsDefined(kernel))
            throw new ArgumentOutOfRangeException(nameof(kernel), kernel, "Unknown kernel.");
        if (!double.IsFinite(bandwidthMetres) || bandwidthMetres <= 0)
            throw new ArgumentOutOfRangeException(
                nameof(bandwidthMetres), bandwidthMetres, "The bandwidth must be finite and > 0 metres.");
    }
}
