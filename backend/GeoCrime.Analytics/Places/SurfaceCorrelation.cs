using GeoCrime.Analytics.Neighbours;

namespace GeoCrime.Analytics.Places;

/// <summary>How alike two surfaces over the same cells are. Neighbouring cells of a density know of each other, so there is no p.</summary>
/// <param name="Pearson">Of the values; NaN where one surface is constant.</param>
/// <param name="Spearman">Of the ranks, ties sharing theirs; NaN likewise.</param>
public readonly record struct SurfaceCorrelation(double Pearson, double Spearman)
{
    /// <summary>Compares two surfaces.</summary>
    /// <param name="first">Shape [cells]; finite; not modified.</param>
    /// <param name="second">Shape [cells]; finite.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a value is not finite.</exception>
    /// <remarks>O(n log n).</remarks>
    public static SurfaceCorrelation Of(double[] first, double[] second)
    {
        PlanarPoints.Require(first, second);
        return new SurfaceCorrelation(Correlate(first, second), Correlate(Ranks(first), Ranks(second)));
    }

    private static double Correlate(double[] a, double[] b)
    {
        if (a.Length == 0)
            return double.NaN;
        double meanA = a.Average(), meanB = b.Average(), ab = 0, aa = 0, bb = 0;
        for (var i = 0; i < a.Length; i++)
        {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return aa > 0 && bb > 0 ? ab / Math.Sqrt(aa * bb) : double.NaN;
    }

    private static double[] Ranks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Length];
        for (int start = 0, end; start < order.Length; start = end)
        {
            end = start + 1;
            while (end < order.Length && values[order[end]] == values[order[start]])
                end++;
            for (var i = start; i < end; i++)
                ranks[order[i]] = (start + end - 1) / 2.0;
        }
        return ranks;
    }
}
