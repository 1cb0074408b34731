using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Forecasting;

/// <summary>Quantiles of the Poisson distribution.</summary>
public static class PoissonQuantile
{
    // Above this mean the normal distribution is within half a count of the Poisson at every level in use.
    private const double NormalFrom = 500;

    /// <summary>The least count whose cumulative probability reaches a share.</summary>
    /// <param name="mean">≥ 0.</param>
    /// <param name="share">Between 0 and 1.</param>
    public static double At(double mean, double share)
    {
        if (!(mean >= 0 && double.IsFinite(mean)))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "must be finite and not negative");
        if (!(share > 0 && share < 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "must lie between 0 and 1");
        if (mean > NormalFrom)
            return Math.Max(0, Math.Round(mean + Math.Sqrt(mean) * Normal.InvCDF(0, 1, share)));
        var probability = Math.Exp(-mean);
        var cumulative = probability;
        var count = 0;
        while (cumulative < share && probability > 0)
        {
            count++;
            probability *= mean / count;
            cumulative += probability;
        }
        return count;
    }
}
