namespace GeoCrime.Studies.Risk;

/// <summary>Spearman's rank correlation; values that are equal share the mean of their ranks.</summary>
internal static class RankCorrelation
{
    /// <param name="first">Shape [n].</param>
    /// <param name="second">Shape [n].</param>
    /// <returns>−1 … 1; null where either does not vary.</returns>
    public static double? Of(double[] first, double[] second)
    {
        var (a, b) = (Ranks(first), Ranks(second));
        var mean = (a.Length + 1) / 2.0;
        var (product, squareA, squareB) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            product += (a[i] - mean) * (b[i] - mean);
            squareA += (a[i] - mean) * (a[i] - mean);
            squareB += (b[i] - mean) * (b[i] - mean);
        }
        return squareA > 0 && squareB > 0 ? product / Math.Sqrt(squareA * squareB) : null;
    }

    private static double[] Ranks(double[] values)
    {
        var keys = (double[])values.Clone();
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort(keys, order);
        var ranks = new double[values.Length];
        for (var first = 0; first < keys.Length;)
        {
            var end = first + 1;
            while (end < keys.Length && keys[end] == keys[first])
                end++;
            for (var place = first; place < end; place++)
                ranks[order[place]] = (first + 1 + end) / 2.0;
            first = end;
        }
        return ranks;
    }
}
