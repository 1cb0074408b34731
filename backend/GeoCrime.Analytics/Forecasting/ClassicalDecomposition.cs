namespace GeoCrime.Analytics.Forecasting;

/// <summary>Classical decomposition by the centred moving average over one season.</summary>
/// <remarks>Hyndman and Athanasopoulos (2021), section 3.4. Trend and remainder are unknown half a season at each end and around gaps.</remarks>
public static class ClassicalDecomposition
{
    /// <summary>y = trend + seasonal + remainder; seasonal effects add up to 0.</summary>
    /// <param name="values">Shape [n ≥ 2·season]; NaN where missing; not modified.</param>
    /// <param name="season">Steps of a season; ≥ 2.</param>
    /// <exception cref="ArgumentException">Fewer than two seasons, or a phase of the season is never known.</exception>
    public static Decomposition Additive(double[] values, int season)
    {
        var trend = Trend(values, season);
        var effects = Effects([.. values.Zip(trend, (y, t) => y - t)], season);
        var mean = effects.Average();
        var seasonal = values.Select((_, i) => effects[i % season] - mean).ToArray();
        return new Decomposition(trend, seasonal, [.. values.Select((y, i) => y - trend[i] - seasonal[i])], Ones(values.Length));
    }

    /// <summary>y = trend · seasonal · remainder; seasonal factors have the mean 1.</summary>
    /// <exception cref="ArgumentException">A known value is not above 0, or as for <see cref="Additive"/>.</exception>
    /// <inheritdoc cref="Additive"/>
    public static Decomposition Multiplicative(double[] values, int season)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (Array.Find(values, v => v <= 0) is var low && values.Any(v => v <= 0))
            throw new ArgumentException($"the multiplicative form needs counts above 0; one is {low}");
        var trend = Trend(values, season);
        var effects = Effects([.. values.Zip(trend, (y, t) => y / t)], season);
        var mean = effects.Average();
        var seasonal = values.Select((_, i) => effects[i % season] / mean).ToArray();
        return new Decomposition(trend, seasonal, [.. values.Select((y, i) => y / trend[i] / seasonal[i])], Ones(values.Length));
    }

    internal static void Check(double[] values, int season)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(season, 2);
        if (values.Length < 2 * season)
            throw new ArgumentException($"a decomposition needs two seasons of {season} steps; the series has {values.Length}");
    }

    private static double[] Trend(double[] values, int season)
    {
        Check(values, season);
        var trend = new double[values.Length];
        Array.Fill(trend, double.NaN);
        var half = season / 2;
        for (var i = half; i + half < values.Length; i++)
        {
            // An even season's window has one step more; its two ends count half.
            var sum = 0.0;
            for (var j = i - half; j <= i + half; j++)
                sum += values[j] * (season % 2 == 0 && (j == i - half || j == i + half) ? 0.5 : 1);
            trend[i] = sum / season;
        }
        return trend;
    }

    private static double[] Effects(double[] detrended, int season)
    {
        var effects = new double[season];
        for (var s = 0; s < season; s++)
        {
            var known = detrended.Where((v, i) => i % season == s && !double.IsNaN(v)).ToArray();
            if (known.Length == 0)
                throw new ArgumentException($"step {s + 1} of the season is never known together with its trend");
            effects[s] = known.Average();
        }
        return effects;
    }

    private static double[] Ones(int length) => [.. Enumerable.Repeat(1.0, length)];
}
