namespace GeoCrime.Analytics.Forecasting;

/// <summary>A day, week or month from which the series runs at another level.</summary>
/// <param name="Index">First step of the new level.</param>
/// <param name="Before">Mean count of the level before, less season.</param>
/// <param name="After">Mean count from here to the next shift or the end.</param>
/// <param name="Score">How many long-run standard errors the levels lie apart.</param>
public sealed record LevelShift(int Index, DateOnly Start, double Before, double After, double Score)
{
    private const double Threshold = 5;
    private const int Most = 8;

    /// <summary>Shifts by binary segmentation of variance-stabilised counts.</summary>
    /// <param name="adjusted">Counts less season; NaN where missing.</param>
    /// <remarks>
    /// Anscombe's 2√(y + 3/8) makes the noise of counts even; the statistic is the cumulative sum's, in units of a long-run standard
    /// deviation, so that what merely hangs together from day to day is not taken for a shift. Cost: O(n · shifts).
    /// </remarks>
    internal static IReadOnlyList<LevelShift> Find(CountSeries series, double[] adjusted)
    {
        var least = Math.Max(8, series.Step == SeriesStep.Day ? 28 : series.Step == SeriesStep.Week ? 12 : 6);
        var known = Enumerable.Range(0, adjusted.Length).Where(i => !double.IsNaN(adjusted[i])).ToArray();
        var even = known.Select(i => 2 * Math.Sqrt(adjusted[i] + 0.375)).ToArray();
        var cuts = new SortedDictionary<int, double>();
        Split(even, 0, even.Length, least, cuts);
        int[] edges = [0, .. cuts.Keys, known.Length];
        return [.. cuts.Select((cut, k) => new LevelShift(
            known[cut.Key], series.DateAt(known[cut.Key]), known[edges[k]..edges[k + 1]].Average(i => adjusted[i]), known[edges[k + 1]..edges[k + 2]].Average(i => adjusted[i]), cut.Value))];
    }

    private static void Split(double[] values, int from, int to, int least, SortedDictionary<int, double> cuts)
    {
        if (to - from < 2 * least || cuts.Count >= Most)
            return;
        var part = values.AsSpan(from, to - from);
        var mean = Mean(part);
        var (sum, best, at) = (0.0, 0.0, 0);
        for (var i = 0; i < part.Length; i++)
        {
            sum += part[i] - mean;
            if (i + 1 < least || part.Length - i - 1 < least)
                continue;
            var apart = Math.Abs(sum) / Math.Sqrt((i + 1.0) * (part.Length - i - 1) / part.Length);
            if (apart > best)
                (best, at) = (apart, from + i + 1);
        }
        if (at == 0)
            return;
        var score = best / LongRunDeviation(values, from, at, to);
        if (score < Threshold)
            return;
        cuts[at] = score;
        Split(values, from, at, least, cuts);
        Split(values, at, to, least, cuts);
    }

    // About the two levels, with Bartlett weights up to the cube root of the length, and not below that of Poisson counts, which is 1.
    private static double LongRunDeviation(double[] values, int from, int at, int to)
    {
        var (before, after) = (Mean(values.AsSpan(from, at - from)), Mean(values.AsSpan(at, to - at)));
        var residuals = Enumerable.Range(from, to - from).Select(i => values[i] - (i < at ? before : after)).ToArray();
        var lags = (int)Math.Ceiling(2 * Math.Cbrt(residuals.Length));
        var variance = 0.0;
        for (var lag = 0; lag <= Math.Min(lags, residuals.Length - 1); lag++)
        {
            var covariance = Enumerable.Range(lag, residuals.Length - lag).Sum(i => residuals[i] * residuals[i - lag]) / residuals.Length;
            variance += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * covariance;
        }
        return Math.Sqrt(Math.Max(1, variance));
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }
}
