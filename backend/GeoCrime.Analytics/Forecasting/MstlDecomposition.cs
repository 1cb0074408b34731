namespace GeoCrime.Analytics.Forecasting;

/// <summary>A series taken apart into a trend and several seasons.</summary>
/// <param name="Seasons">Their lengths, increasing.</param>
/// <param name="Trend">Shape [n].</param>
/// <param name="Seasonals">Shape [seasons, n].</param>
/// <param name="Remainder">Shape [n]; NaN where the count is missing.</param>
public sealed record SeveralSeasons(int[] Seasons, double[] Trend, double[][] Seasonals, double[] Remainder)
{
    /// <summary>max(0, 1 − var remainder / var(seasonal + remainder)) of each season; null where that is 0/0.</summary>
    public double?[] Strengths => [.. Seasonals.Select(seasonal => new Decomposition(Trend, seasonal, Remainder, []).SeasonalStrength)];
}

/// <summary>STL for several seasons at once: the week and the year of daily counts.</summary>
/// <remarks>Bandara, Hyndman and Bergmeir (2021), arXiv 2107.13462: STL of each season in turn on what the others leave, twice. Cost: that of as many STLs.</remarks>
public static class MstlDecomposition
{
    private const int Rounds = 2;

    /// <summary>y = trend + Σ seasonal + remainder.</summary>
    /// <param name="values">Shape [n]; NaN where missing; not modified.</param>
    /// <param name="seasons">Steps of each season, each at least 2 and at most n/2; those that are longer are left out.</param>
    /// <exception cref="ArgumentException">No season fits twice into the series, or no count is known.</exception>
    public static SeveralSeasons Of(double[] values, IReadOnlyList<int> seasons, StlOptions options)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(seasons);
        ArgumentNullException.ThrowIfNull(options);
        int[] used = [.. seasons.Where(season => 2 * season <= values.Length).Order()];
        if (used.Length == 0)
            throw new ArgumentException($"a decomposition needs two rounds of a season; {values.Length} steps hold none of {string.Join(", ", seasons)}");
        var seasonals = used.Select(_ => new double[values.Length]).ToArray();
        var trend = new double[values.Length];
        for (var round = 0; round < (used.Length == 1 ? 1 : Rounds); round++)
            for (var s = 0; s < used.Length; s++)
            {
                var own = seasonals[s];
                double[] left = [.. values.Select((y, i) => y - seasonals.Sum(each => each[i]) + own[i])];
                // Wider windows for longer seasons, which are seen less often: 11, 15, … as in the paper.
                var parts = StlDecomposition.Of(left, used[s], options with { SeasonalWindow = 11 + 4 * s });
                (seasonals[s], trend) = (parts.Seasonal, parts.Trend);
            }
        return new SeveralSeasons(used, trend, seasonals, [.. values.Select((y, i) => y - trend[i] - seasonals.Sum(each => each[i]))]);
    }
}
