using GeoCrime.Analytics.Forecasting;

namespace GeoCrime.Analytics.Evaluation;

/// <summary>Intervals from a forecast's own distribution, as central as past counts turned out to need.</summary>
/// <param name="Scores">In increasing order: for each past count the level, 0 to 1, of the least central interval that held it.</param>
/// <remarks>
/// Distributional conformal prediction (Chernozhukov, Wüthrich and Zhu 2021, PNAS 118(48)), all areas, origins and steps alike: the
/// level that is asked for is replaced by its quantile among the scores, with the correction for their number.
/// </remarks>
public sealed record ConformalCounts(float[] Scores)
{
    // Beyond it a quantile of the distribution says nothing that past counts could have checked.
    private const double MostLevel = 1 - 1e-6;

    /// <summary>From the past forecasts of all areas.</summary>
    public static ConformalCounts From(GlobalBacktestResult past)
    {
        ArgumentNullException.ThrowIfNull(past);
        var scores = new List<float>();
        for (var area = 0; area < past.Areas.Count; area++)
            for (var o = 0; o < past.Paths[area].Length; o++)
                for (var h = 0; h < past.Areas[area].Horizon; h++)
                    if (past.Areas[area].Actuals[o][h] is var count && !double.IsNaN(count))
                        scores.Add((float)Score(past.Paths[area][o], h, count));
        scores.Sort();
        return new ConformalCounts([.. scores]);
    }

    /// <summary>The interval of a step.</summary>
    /// <param name="level">Per cent, between 0 and 100.</param>
    /// <returns>Lower and upper count; the distribution's own where there are no scores.</returns>
    public (double Lower, double Upper) Interval(CountPath path, int step, double level)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!(level is > 0 and < 100))
            throw new ArgumentOutOfRangeException(nameof(level), level, "must lie between 0 and 100 per cent");
        // A share that should be whole may fall a rounding above it.
        var rank = (int)Math.Ceiling((Scores.Length + 1) * level / 100 - 1e-9);
        var needed = Scores.Length == 0 ? level / 100 : Scores[Math.Clamp(rank, 1, Scores.Length) - 1];
        var central = Math.Clamp(needed, 0, MostLevel);
        return (path.Quantile(step, (1 - central) / 2), path.Quantile(step, (1 + central) / 2));
    }

    // Inside the central interval of level s: P(≤ y − 1) < (1 + s)/2 and P(≤ y) ≥ (1 − s)/2.
    private static double Score(CountPath path, int step, double count)
    {
        var below = path.Cumulative(step, count - 1);
        return Math.Clamp(Math.Max(2 * below - 1, 1 - 2 * path.Cumulative(step, count)), 0, 1);
    }
}
