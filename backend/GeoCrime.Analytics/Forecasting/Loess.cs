namespace GeoCrime.Analytics.Forecasting;

/// <summary>Local linear regression of equally spaced values with tricube weights, as STL uses it.</summary>
/// <remarks>Cleveland et al. (1990), Journal of Official Statistics 6(1). Cost: O(n · window).</remarks>
internal static class Loess
{
    /// <summary>Smooths all values.</summary>
    /// <param name="window">Odd number of neighbours; more than there are values widens the weights instead.</param>
    /// <param name="weights">Shape of the values: further weights ≥ 0, or empty for none.</param>
    /// <param name="result">Shape of the values. Where all weights are 0 the value itself.</param>
    public static void Smooth(ReadOnlySpan<double> values, int window, ReadOnlySpan<double> weights, Span<double> result)
    {
        var n = values.Length;
        var length = Math.Min(window, n);
        for (var i = 0; i < n; i++)
        {
            // The window stays inside the series: near its ends it stops moving.
            var left = window >= n ? 0 : Math.Clamp(i - (window - 1) / 2, 0, n - length);
            result[i] = At(values, i, left, left + length - 1, window, weights) ?? values[i];
        }
    }

    /// <summary>The fit at one place, which may lie one step outside.</summary>
    /// <param name="left">First value of the window.</param>
    /// <param name="right">Last value of it.</param>
    /// <returns>Null where all weights are 0.</returns>
    public static double? At(ReadOnlySpan<double> values, double place, int left, int right, int window, ReadOnlySpan<double> weights)
    {
        var n = values.Length;
        var h = Math.Max(place - left, right - place) + (window > n ? (window - n) / 2 : 0);
        Span<double> w = right - left < 512 ? stackalloc double[right - left + 1] : new double[right - left + 1];
        var total = 0.0;
        for (var j = left; j <= right; j++)
        {
            var r = Math.Abs(j - place);
            var weight = r <= 0.001 * h ? 1 : r <= 0.999 * h ? Cube(1 - Cube(r / h)) : 0;
            if (!weights.IsEmpty)
                weight *= weights[j];
            w[j - left] = weight;
            total += weight;
        }
        if (total <= 0)
            return null;
        var centre = 0.0;
        for (var j = left; j <= right; j++)
            centre += w[j - left] / total * j;
        var spread = 0.0;
        for (var j = left; j <= right; j++)
            spread += w[j - left] / total * (j - centre) * (j - centre);
        // With nearly all weight on one value a slope would be noise.
        var slope = Math.Sqrt(spread) > 0.001 * (n - 1) ? (place - centre) / spread : 0;
        var sum = 0.0;
        for (var j = left; j <= right; j++)
            sum += w[j - left] / total * (slope * (j - centre) + 1) * values[j];
        return sum;
    }

    private static double Cube(double x) => x * x * x;
}
