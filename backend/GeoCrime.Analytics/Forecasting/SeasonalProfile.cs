namespace GeoCrime.Analytics.Forecasting;

/// <summary>How much each weekday (week of 52, month) lies above or below the level around it, on average over a training part.</summary>
/// <param name="Effects">Shape [season]; counts; phase 0 is the series' first step. Sums to about 0.</param>
/// <remarks>
/// Effects are means of differences to the centred moving average over one season, shrunk together by
/// 1 − (error variance of such a mean) / (variance of the means), not below 0 (James and Stein 1961, positive part): a
/// season seen in too few years for its noise is forgotten. Cost: O(n · season).
/// </remarks>
public sealed record SeasonalProfile(double[] Effects)
{
    /// <summary>The profile of a history; all 0 where it is shorter than two seasons or has too many gaps.</summary>
    public static SeasonalProfile Fit(CountSeries history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var season = history.Season;
        var (sums, squares, counts) = (new double[season], new double[season], new int[season]);
        for (var i = season / 2; i + season / 2 < history.Length; i++)
        {
            var difference = history.Values[i] - Centre(history.Values, i, season);
            if (double.IsNaN(difference))
                continue;
            sums[i % season] += difference;
            squares[i % season] += difference * difference;
            counts[i % season]++;
        }
        if (counts.Min() < 2)
            return new SeasonalProfile(new double[season]);
        var means = sums.Select((sum, s) => sum / counts[s]).ToArray();
        var grand = means.Average();
        var between = means.Sum(m => (m - grand) * (m - grand)) / (season - 1);
        var within = Enumerable.Range(0, season).Average(s =>
            Math.Max(0, squares[s] - counts[s] * means[s] * means[s]) / (counts[s] - 1) / counts[s]);
        var kept = between > 0 ? Math.Max(0, 1 - within / between) : 0;
        return new SeasonalProfile([.. means.Select(m => kept * (m - grand))]);
    }

    /// <summary>The effect at a step of the series, also beyond its end.</summary>
    public double At(int index) => Effects[(index % Effects.Length + Effects.Length) % Effects.Length];

    // An even season's window has one step more; its two ends count half.
    private static double Centre(double[] values, int at, int season)
    {
        var half = season / 2;
        var sum = 0.0;
        for (var i = at - half; i <= at + half; i++)
            sum += values[i] * (season % 2 == 0 && (i == at - half || i == at + half) ? 0.5 : 1);
        return sum / season;
    }
}
