namespace GeoCrime.Analytics.Forecasting;

/// <summary>Correlation of a series with its own past.</summary>
public static class Autocorrelations
{
    /// <summary>Autocorrelation at lags 0 … lags; the sum of products over known pairs by the sum of squares.</summary>
    /// <param name="values">NaN where missing; not modified.</param>
    /// <param name="lags">0 to n − 1.</param>
    /// <returns>Shape [lags + 1]; NaN for a constant series.</returns>
    /// <exception cref="ArgumentOutOfRangeException">lags is outside its range.</exception>
    public static double[] Acf(double[] values, int lags)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (lags < 0 || lags >= values.Length)
            throw new ArgumentOutOfRangeException(nameof(lags), lags, $"must be from 0 to {values.Length - 1} for {values.Length} values");
        var known = values.Where(v => !double.IsNaN(v)).ToArray();
        var mean = known.Length == 0 ? double.NaN : known.Average();
        var squares = known.Sum(v => (v - mean) * (v - mean));
        var result = new double[lags + 1];
        for (var lag = 0; lag <= lags; lag++)
        {
            var sum = 0.0;
            for (var i = lag; i < values.Length; i++)
            {
                var product = (values[i] - mean) * (values[i - lag] - mean);
                sum += double.IsNaN(product) ? 0 : product;
            }
            result[lag] = squares > 0 ? sum / squares : double.NaN;
        }
        return result;
    }

    /// <summary>Partial autocorrelation at lags 0 … lags from the Yule–Walker equations, by the Durbin–Levinson recursion.</summary>
    /// <inheritdoc cref="Acf"/>
    public static double[] Pacf(double[] values, int lags)
    {
        var r = Acf(values, lags);
        var result = new double[lags + 1];
        result[0] = r[0];
        var previous = new double[lags + 1];
        var variance = 1.0;
        for (var k = 1; k <= lags; k++)
        {
            var sum = r[k];
            for (var j = 1; j < k; j++)
                sum -= previous[j] * r[k - j];
            var next = (double[])previous.Clone();
            next[k] = sum / variance;
            for (var j = 1; j < k; j++)
                next[j] = previous[j] - next[k] * previous[k - j];
            variance *= 1 - next[k] * next[k];
            result[k] = next[k];
            previous = next;
        }
        return result;
    }
}
