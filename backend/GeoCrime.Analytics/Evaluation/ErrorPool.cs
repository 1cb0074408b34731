namespace GeoCrime.Analytics.Evaluation;

/// <summary>Past errors of one forecast step, from all origins and a few neighbouring steps, in increasing order.</summary>
/// <remarks>
/// Steps are pooled so that quantiles far out rest on enough errors: to both sides until 120 are expected, at most 7 steps.
/// Split conformal prediction (Vovk et al. 2005; Lei et al. 2018): quantiles carry the correction for n errors.
/// </remarks>
public static class ErrorPool
{
    private const int WantedErrors = 120;
    private const int MostNeighbours = 7;

    /// <summary>The known errors around a step.</summary>
    /// <param name="errors">Shape [origins, horizon], actual − forecast; NaN where unknown.</param>
    /// <param name="step">0 … horizon − 1.</param>
    /// <param name="leftOut">An origin whose errors are not used, or −1.</param>
    public static double[] Around(double[][] errors, int step, int leftOut = -1)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var origins = Math.Max(1, errors.Length - (leftOut >= 0 ? 1 : 0));
        var neighbours = (int)Math.Clamp(Math.Ceiling((WantedErrors / (double)origins - 1) / 2), 0, MostNeighbours);
        var pool = new List<double>();
        for (var o = 0; o < errors.Length; o++)
            if (o != leftOut)
                for (var h = Math.Max(0, step - neighbours); h <= Math.Min(errors[o].Length - 1, step + neighbours); h++)
                    if (!double.IsNaN(errors[o][h]))
                        pool.Add(errors[o][h]);
        pool.Sort();
        return [.. pool];
    }

    /// <summary>The two errors between which a further one falls with at least the given probability.</summary>
    /// <param name="sorted">Increasing; at least one.</param>
    /// <param name="level">Per cent, between 0 and 100.</param>
    /// <remarks>Ranks ⌊(n+1)·α/2⌋ and ⌈(n+1)·(1−α/2)⌉; the outermost error where n is too small for the level.</remarks>
    public static (double Lower, double Upper) Bounds(double[] sorted, double level)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        if (!(level > 0 && level < 100))
            throw new ArgumentOutOfRangeException(nameof(level), level, "must lie between 0 and 100 per cent");
        var tail = (1 - level / 100) / 2;
        var n = sorted.Length;
        // A share such as 0.1·(n+1) that should be whole may fall a rounding short of it.
        var lower = (int)Math.Floor((n + 1) * tail + 1e-9);
        var upper = (int)Math.Ceiling((n + 1) * (1 - tail) - 1e-9);
        return (sorted[Math.Clamp(lower, 1, n) - 1], sorted[Math.Clamp(upper, 1, n) - 1]);
    }

    /// <summary>The middle error.</summary>
    public static double Median(double[] sorted)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
