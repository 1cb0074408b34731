using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Numerics;

namespace GeoCrime.Analytics.Density;

/// <summary>Where a density rose or fell between two periods, and where that is more than chance.</summary>
/// <param name="Difference">Shape [cells]: later density minus the earlier one scaled to the later period's length, per km².</param>
/// <param name="Ratio">Shape [cells]: later over scaled earlier density; NaN where both are 0, +∞ where only the earlier one is.</param>
/// <param name="P">Shape [cells]: two-sided p, uncorrected; 1 where too few incidents lie around for a test.</param>
/// <param name="Direction">Shape [cells]: 1 risen, −1 fallen at the false discovery rate asked for; else 0.</param>
public sealed record DensityChange(float[] Difference, float[] Ratio, double[] P, sbyte[] Direction)
{
    /// <summary>Incidents of both periods that must lie in a kernel's window for a test.</summary>
    private const double LeastIncidents = 5;

    /// <summary>Compares two surfaces of one grid, kernel and bandwidth, each incident counted as 1.</summary>
    /// <param name="before">The earlier period's; not modified.</param>
    /// <param name="after">The later period's; not modified.</param>
    /// <param name="daysBefore">Length of the earlier period, &gt; 0.</param>
    /// <param name="daysAfter">Length of the later period, &gt; 0.</param>
    /// <param name="kernel">Of both.</param>
    /// <param name="bandwidthMetres">Of both.</param>
    /// <param name="falseDiscoveryRate">In (0, 1): expected share of chance among the cells called risen or fallen.</param>
    /// <exception cref="ArgumentException">The grids differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A period has no length, or the rate is out of its range.</exception>
    /// <remarks>
    /// λ̂·h²/∫K² is, to first order, a Poisson count of the incidents in the kernel's window (its mean equals its variance); two such
    /// counts are compared by the variance-stabilised W₅ of Gu, Ng, Tang and Schucany (2008), Biometrical Journal 50, 283–298, held to a
    /// false discovery rate over the tested cells. It takes incidents as independent: repeats make it call a little more. O(cells·log cells).
    /// </remarks>
    public static DensityChange Between(
        DensitySurface before, DensitySurface after, double daysBefore, double daysAfter,
        DensityKernel kernel, double bandwidthMetres, double falseDiscoveryRate = 0.05)
    {
        if (before.Grid != after.Grid)
            throw new ArgumentException("Both surfaces must lie on one grid.", nameof(after));
        kernel.Require(bandwidthMetres);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(daysBefore);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(daysAfter);
        if (falseDiscoveryRate is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(falseDiscoveryRate), falseDiscoveryRate, "A false discovery rate must be in (0, 1).");
        var cells = before.Grid.Cells;
        var (difference, ratio, p) = (new float[cells], new float[cells], new double[cells]);
        var lengths = daysAfter / daysBefore;
        // Square kilometres of a kernel's window, which turn a density into a count.
        var window = bandwidthMetres * bandwidthMetres / kernel.SquaredIntegral() * 1e-6;
        for (var cell = 0; cell < cells; cell++)
        {
            var (earlier, later) = ((double)before.PerSquareKilometre[cell], (double)after.PerSquareKilometre[cell]);
            difference[cell] = (float)(later - (lengths * earlier));
            ratio[cell] = (float)(later / (lengths * earlier));
            p[cell] = PValue(earlier * window, later * window, lengths);
        }
        return new DensityChange(difference, ratio, p, Decide(p, difference, falseDiscoveryRate));
    }

    private static double PValue(double before, double after, double lengths)
    {
        if (before + after < LeastIncidents)
            return 1;
        var z = 2 * (Math.Sqrt(after + 0.375) - Math.Sqrt(lengths * (before + 0.375))) / Math.Sqrt(1 + lengths);
        return NormalDeviates.TwoSided(z);
    }

    private static sbyte[] Decide(double[] p, float[] difference, double rate)
    {
        // Untested cells are no hypotheses: they would only thin out the others.
        var tested = Enumerable.Range(0, p.Length).Where(cell => p[cell] < 1).ToArray();
        var adjusted = BenjaminiHochberg.Adjust([.. tested.Select(cell => p[cell])]);
        var direction = new sbyte[p.Length];
        for (var i = 0; i < tested.Length; i++)
            if (adjusted[i] <= rate)
                direction[tested[i]] = (sbyte)Math.Sign(difference[tested[i]]);
        return direction;
    }
}
