using GeoCrime.Analytics.Autocorrelation;
using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.SpaceTime;

/// <summary>Whether numbers in order of time rise or fall.</summary>
/// <param name="S">Pairs that rise minus pairs that fall.</param>
/// <param name="Z">Normal deviate of S with continuity correction, ties taken into the variance; 0 where all numbers are alike or S is 0.</param>
/// <param name="P">Two-sided normal p.</param>
/// <param name="SenSlope">Median rise a step over all pairs; 0 for fewer than two numbers.</param>
public readonly record struct MannKendall(long S, double Z, double P, double SenSlope)
{
    /// <summary>Tests a series of equal steps.</summary>
    /// <param name="values">Shape [n]; finite; not modified.</param>
    /// <returns>Z 0 and p 1 below two numbers. With fewer than four numbers p cannot fall below 0.05.</returns>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    /// <remarks>Mann (1945); Kendall (1975), variance with ties; Sen (1968), JASA 63, 1379–1389. O(n² log n).</remarks>
    public static MannKendall Of(ReadOnlySpan<double> values)
    {
        PlanarPoints.RequireFinite(values, nameof(values));
        var n = values.Length;
        if (n < 2)
            return new MannKendall(0, 0, 1, 0);
        var slopes = new double[n * (n - 1) / 2];
        var s = 0L;
        for (int i = 0, pair = 0; i < n; i++)
            for (var j = i + 1; j < n; j++)
            {
                s += Math.Sign(values[j] - values[i]);
                slopes[pair++] = (values[j] - values[i]) / (j - i);
            }
        Array.Sort(slopes);
        var slope = (slopes[(slopes.Length - 1) / 2] + slopes[slopes.Length / 2]) / 2;
        var variance = n * (n - 1.0) * (2 * n + 5) / 18 - TieTerm(values);
        if (s == 0 || !(variance > 0))
            return new MannKendall(s, 0, 1, slope);
        var z = (s - Math.Sign(s)) / Math.Sqrt(variance);
        return new MannKendall(s, z, NormalDeviates.TwoSided(z), slope);
    }

    private static double TieTerm(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var term = 0.0;
        for (int start = 0, at = 1; at <= sorted.Length; at++)
            if (at == sorted.Length || sorted[at] != sorted[start])
            {
                double ties = at - start;
                term += ties * (ties - 1) * (2 * ties + 5) / 18;
                start = at;
            }
        return term;
    }
}
