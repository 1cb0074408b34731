using GeoCrime.Analytics.Learning;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>Simulated totals over a horizon. One draw takes one past origin for all areas, so what made them err together stays together.</summary>
public static class JointPaths
{
    /// <summary>Totals of simulated paths.</summary>
    /// <param name="forecasts">Shape [areas, horizon]: mean paths.</param>
    /// <param name="errorsByArea">
    /// Shape [areas, origins, horizon]: actual − forecast of past origins, NaN where unknown. Origins are matched from the last
    /// one back; an area with fewer of them uses its own again in turn, one with none gets its forecast's total in every draw.
    /// </param>
    /// <param name="draws">≥ 1.</param>
    /// <returns>Shape [areas, draws]; ≥ 0.</returns>
    /// <exception cref="ArgumentException">The areas of the two arrays differ in number.</exception>
    /// <remarks>Cost: O(areas · (origins · horizon + draws)).</remarks>
    public static double[][] Totals(double[][] forecasts, double[][][] errorsByArea, int draws, int seed)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        ArgumentNullException.ThrowIfNull(errorsByArea);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        if (forecasts.Length != errorsByArea.Length)
            throw new ArgumentException($"{forecasts.Length} forecasts but errors of {errorsByArea.Length} areas");
        var totalErrors = errorsByArea.Select(TotalErrors).ToArray();
        var most = totalErrors.Select(e => e.Length).DefaultIfEmpty().Max();
        var random = SplitMix64.For(seed, 100);
        var drawn = new int[draws];
        if (most > 0)
            for (var d = 0; d < draws; d++)
                drawn[d] = random.NextIndex(most);
        return [.. forecasts.Select((path, area) =>
        {
            var (sum, errors) = (path.Sum(), totalErrors[area]);
            return drawn.Select(o => errors.Length == 0 ? sum : Math.Max(0, sum + errors[^(o % errors.Length + 1)])).ToArray();
        })];
    }

    /// <summary>The error of the horizon's total at each origin; unknown steps count as that origin's mean error.</summary>
    /// <param name="errors">Shape [origins, horizon]; NaN where unknown.</param>
    /// <returns>One value an origin of which at least half the steps are known.</returns>
    public static double[] TotalErrors(double[][] errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var totals = new List<double>();
        foreach (var path in errors)
        {
            var known = path.Where(e => !double.IsNaN(e)).ToArray();
            if (known.Length > 0 && 2 * known.Length >= path.Length)
                totals.Add(known.Average() * path.Length);
        }
        return [.. totals];
    }
}
