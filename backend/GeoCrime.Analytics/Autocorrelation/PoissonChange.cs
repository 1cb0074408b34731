using GeoCrime.Analytics.Neighbours;
using MathNet.Numerics.Distributions;

namespace GeoCrime.Analytics.Autocorrelation;

/// <summary>Whether counts of two periods differ by more than chance, unit by unit.</summary>
public static class PoissonChange
{
    /// <summary>Exact two-sided p: given both counts' sum, the later one is binomial with the later period's share of the days.</summary>
    /// <param name="before">Shape [n]; whole numbers ≥ 0; not modified.</param>
    /// <param name="after">Shape [n]; likewise.</param>
    /// <param name="daysBefore">Length of the earlier period, &gt; 0.</param>
    /// <param name="daysAfter">Length of the later period, &gt; 0.</param>
    /// <returns>min(1, 2·min(P≤, P≥)); direction 1 where the later count is high. Correct for many units by
    /// <see cref="Numerics.BenjaminiHochberg"/> or <see cref="HotSpots.Bin"/>.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a count is not a whole number ≥ 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A period has no length.</exception>
    /// <remarks>Przyborowski and Wilenski (1940), Biometrika 31, 313–323. O(n).</remarks>
    public static ExactP Test(double[] before, double[] after, double daysBefore, double daysAfter)
    {
        if (before.Length != after.Length)
            throw new ArgumentException($"There are {before.Length} counts before and {after.Length} after.", nameof(after));
        RequireCounts(before, nameof(before));
        RequireCounts(after, nameof(after));
        RequireDays(daysBefore, nameof(daysBefore));
        RequireDays(daysAfter, nameof(daysAfter));
        var share = daysAfter / (daysBefore + daysAfter);
        var p = new double[before.Length];
        var direction = new int[before.Length];
        for (var unit = 0; unit < p.Length; unit++)
        {
            var (later, all) = (after[unit], checked((int)(before[unit] + after[unit])));
            // At its upper end Math.NET's distribution function may answer NaN.
            var atMost = later == all ? 1 : Binomial.CDF(share, all, later);
            var atLeast = later == 0 ? 1 : Binomial.CDF(1 - share, all, all - later);
            p[unit] = Math.Min(1, 2 * Math.Min(atMost, atLeast));
            direction[unit] = p[unit] < 1 ? Math.Sign(atMost - atLeast) : 0;
        }
        return new ExactP(p, direction);
    }

    private static void RequireCounts(double[] counts, string name)
    {
        PlanarPoints.RequireFinite(counts, name);
        for (var i = 0; i < counts.Length; i++)
            if (counts[i] < 0 || counts[i] != Math.Floor(counts[i]))
                throw new ArgumentException($"{name}[{i}] is {counts[i]}; it must be a whole number ≥ 0.", name);
    }

    private static void RequireDays(double days, string name)
    {
        if (!double.IsFinite(days) || days <= 0)
            throw new ArgumentOutOfRangeException(name, days, "A period must last more than 0 days.");
    }
}
