namespace GeoCrime.Analytics.Numerics;

/// <summary>Control of the false-discovery rate over many tests.</summary>
public static class BenjaminiHochberg
{
    /// <summary>For each test the lowest rate q at which it is rejected: min over j ≥ i of p₍ⱼ₎·m/j, at most 1.</summary>
    /// <param name="p">Shape [m]; in [0, 1]; not modified.</param>
    /// <returns>Shape [m].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A p is not in [0, 1].</exception>
    /// <remarks>Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289–300. O(m log m).</remarks>
    public static double[] Adjust(double[] p)
    {
        for (var i = 0; i < p.Length; i++)
            if (!(p[i] >= 0 && p[i] <= 1))
                throw new ArgumentOutOfRangeException(nameof(p), p[i], $"p[{i}] must be in [0, 1].");
        var sorted = p.ToArray();
        var order = Enumerable.Range(0, p.Length).ToArray();
        Array.Sort(sorted, order);
        var adjusted = new double[p.Length];
        var lowest = 1.0;
        for (var rank = p.Length; rank >= 1; rank--)
        {
            lowest = Math.Min(lowest, sorted[rank - 1] * p.Length / rank);
            adjusted[order[rank - 1]] = lowest;
        }
        return adjusted;
    }
}
