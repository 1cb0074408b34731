namespace GeoCrime.Analytics.Evaluation;

/// <summary>Past errors of one forecast step, from all origins and a few neighbouring steps, in increasing order and with both signs.</summary>
/// <remarks>
/// Steps are pooled so that quantiles far out rest on enough errors: to both sides until 120 are expected, at most 7 steps.
/// An error counts in units of the spread of its forecast (<see cref="Spread"/>), so that a past at another level serves too. Each error
/// enters once with either sign: a model that ran too high for a year, as after a change of level, is not expected to go on so; on
/// Denver's months this takes a fifth off the CRPS. Split conformal prediction (Vovk et al. 2005; Lei et al. 2018): quantiles
/// carry the correction for n errors.
/// </remarks>
public static class ErrorPool
{
    private const int WantedErrors = 120;
    private const int MostNeighbours = 7;

    /// <summary>What errors of a forecast are measured by: chance of a count about a mean, and a model's own 5 % of it.</summary>
    /// <param name="mean">Forecast count; ≥ 0.</param>
    public static double Spread(double mean)
    {
        const double modelError = 0.05;
        return Math.Sqrt(1 + mean + modelError * mean * (modelError * mean));
    }

    /// <summary>Errors that a forecast of a given mean may make at a step.</summary>
    /// <param name="backtest">Past forecasts and what came.</param>
    /// <param name="step">0 … horizon − 1.</param>
    /// <param name="mean">The forecast; ≥ 0.</param>
    /// <param name="leftOut">An origin whose errors are not used, or −1.</param>
    /// <param name="origins">Only the first so many origins are used; null for all.</param>
    public static double[] Around(Backtest backtest, int step, double mean, int leftOut = -1, int? origins = null)
    {
        ArgumentNullException.ThrowIfNull(backtest);
        var used = origins ?? backtest.Origins.Length;
        var expected = Math.Max(1, used - (leftOut >= 0 && leftOut < used ? 1 : 0));
        var neighbours = (int)Math.Clamp(Math.Ceiling((WantedErrors / (double)expected - 1) / 2), 0, MostNeighbours);
        var pool = new List<double>();
        var spread = Spread(mean);
        for (var o = 0; o < used; o++)
            if (o != leftOut)
                for (var h = Math.Max(0, step - neighbours); h <= Math.Min(backtest.Horizon - 1, step + neighbours); h++)
                    if (!double.IsNaN(backtest.Errors[o][h]))
                        pool.Add(Math.Abs(backtest.Errors[o][h]) / Spread(backtest.Forecasts[o][h]) * spread);
        return BothSigns(pool);
    }

    /// <summary>Errors that the horizon's total may make: from whole past paths, so that errors which last are counted as lasting.</summary>
    /// <param name="mean">The forecast total; ≥ 0.</param>
    /// <param name="leftOut">An origin whose errors are not used, or −1.</param>
    public static double[] OfTotals(Backtest backtest, double mean, int leftOut = -1)
    {
        ArgumentNullException.ThrowIfNull(backtest);
        var sizes = new List<double>();
        for (var o = 0; o < backtest.Origins.Length; o++)
            if (o != leftOut)
                foreach (var error in JointPaths.TotalErrors([backtest.Errors[o]]))
                    sizes.Add(Math.Abs(error) / Spread(backtest.Forecasts[o].Sum()) * Spread(mean));
        return BothSigns(sizes);
    }

    /// <summary>Errors of either sign, in increasing order.</summary>
    /// <param name="sizes">≥ 0.</param>
    private static double[] BothSigns(List<double> sizes)
    {
        sizes.Sort();
        var n = sizes.Count;
        var result = new double[2 * n];
        for (var i = 0; i < n; i++)
            (result[n - 1 - i], result[n + i]) = (-sizes[i], sizes[i]);
        return result;
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
