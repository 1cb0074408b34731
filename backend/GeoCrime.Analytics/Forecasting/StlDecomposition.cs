namespace GeoCrime.Analytics.Forecasting;

/// <summary>Seasonal-trend decomposition by loess.</summary>
/// <remarks>
/// Cleveland et al. (1990), Journal of Official Statistics 6(1), 3–73; all fits local-linear at every step. Missing
/// counts get weight 0, so the parts run through gaps. Cost: O(passes · n · windows).
/// </remarks>
public static class StlDecomposition
{
    /// <summary>y = trend + seasonal + remainder.</summary>
    /// <param name="values">Shape [n ≥ 2·season]; NaN where missing; not modified.</param>
    /// <param name="season">Steps of a season; ≥ 2.</param>
    /// <exception cref="ArgumentException">Fewer than two seasons, no known count, or an option out of range.</exception>
    public static Decomposition Of(double[] values, int season, StlOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        ClassicalDecomposition.Check(values, season);
        var known = values.Select(v => double.IsNaN(v) ? 0.0 : 1.0).ToArray();
        if (!known.Contains(1))
            throw new ArgumentException("a decomposition needs known counts; all are missing");
        var filled = Interpolation.Linear(values);
        var weights = (double[])known.Clone();
        var (trend, seasonal) = (new double[values.Length], new double[values.Length]);
        var (rounds, passes) = options.Robust ? (16, 2) : (1, 5);
        for (var round = 0; round < rounds; round++)
        {
            var weighted = round > 0 || known.Contains(0) ? weights : [];
            for (var pass = 0; pass < passes; pass++)
                Pass(filled, season, options, weighted, trend, seasonal);
            if (round < rounds - 1)
                Reweight(filled, trend, seasonal, known, weights);
        }
        return new Decomposition(trend, seasonal, [.. values.Select((y, i) => y - trend[i] - seasonal[i])], weights);
    }

    private static void Pass(double[] values, int season, StlOptions options, double[] weights, double[] trend, double[] seasonal)
    {
        var n = values.Length;
        var detrended = values.Zip(trend, (y, t) => y - t).ToArray();
        var cycle = SmoothPhases(detrended, season, options.SeasonalWindow, weights);
        var average = MovingAverage(MovingAverage(MovingAverage(cycle, season), season), 3);
        var low = new double[n];
        Loess.Smooth(average, StlOptions.OddAbove(season + 1), [], low);
        for (var i = 0; i < n; i++)
            seasonal[i] = cycle[season + i] - low[i];
        var deseasonalised = values.Zip(seasonal, (y, s) => y - s).ToArray();
        Loess.Smooth(deseasonalised, options.TrendWindowFor(season), weights, trend);
    }

    // Each phase is smoothed on its own and continued by one season at both ends; shape [n + 2·season].
    private static double[] SmoothPhases(double[] values, int season, int window, double[] weights)
    {
        var cycle = new double[values.Length + 2 * season];
        for (var phase = 0; phase < season; phase++)
        {
            var own = values.Where((_, i) => i % season == phase).ToArray();
            var ownWeights = weights.Where((_, i) => i % season == phase).ToArray();
            var smooth = new double[own.Length];
            Loess.Smooth(own, window, ownWeights, smooth);
            var k = own.Length;
            cycle[phase] = Loess.At(own, -1, 0, Math.Min(window, k) - 1, window, ownWeights) ?? smooth[0];
            for (var m = 0; m < k; m++)
                cycle[(m + 1) * season + phase] = smooth[m];
            cycle[(k + 1) * season + phase] = Loess.At(own, k, Math.Max(0, k - window), k - 1, window, ownWeights) ?? smooth[k - 1];
        }
        return cycle;
    }

    private static double[] MovingAverage(double[] values, int length)
    {
        var result = new double[values.Length - length + 1];
        var sum = values.Take(length).Sum();
        result[0] = sum / length;
        for (var i = 1; i < result.Length; i++)
        {
            sum += values[i + length - 1] - values[i - 1];
            result[i] = sum / length;
        }
        return result;
    }

    // Bisquare weights of remainders over six times their median.
    private static void Reweight(double[] values, double[] trend, double[] seasonal, double[] known, double[] weights)
    {
        var remainders = values.Select((y, i) => Math.Abs(y - trend[i] - seasonal[i])).ToArray();
        var sorted = remainders.Where((_, i) => known[i] > 0).Order().ToArray();
        var limit = 3 * (sorted[sorted.Length / 2] + sorted[sorted.Length - sorted.Length / 2 - 1]);
        for (var i = 0; i < values.Length; i++)
        {
            var r = remainders[i];
            var u = 1 - r / limit * (r / limit);
            weights[i] = known[i] * (r <= 0.001 * limit ? 1 : r <= 0.999 * limit ? u * u : 0);
        }
    }
}
