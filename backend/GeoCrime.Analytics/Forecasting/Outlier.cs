namespace GeoCrime.Analytics.Forecasting;

/// <summary>A count far from those around it.</summary>
/// <param name="Index">Its step.</param>
/// <param name="Expected">Median of the neighbourhood with the season of the step.</param>
/// <param name="Score">Distance in robust standard deviations; negative below.</param>
public sealed record Outlier(int Index, DateOnly Start, double Count, double Expected, double Score)
{
    private const double Threshold = 5;
    private const int Half = 15;

    /// <param name="adjusted">Counts less season; NaN where missing.</param>
    /// <remarks>Hampel's rule on variance-stabilised counts: beyond 5 × 1.4826 × the median distance of all from their medians, that of Poisson counts at least.</remarks>
    internal static IReadOnlyList<Outlier> Find(CountSeries series, double[] adjusted, SeasonalProfile profile, IReadOnlyList<LevelShift> shifts)
    {
        var even = adjusted.Select(v => 2 * Math.Sqrt(v + 0.375)).ToArray();
        // A neighbourhood stays on its own side of a shift.
        int[] edges = [0, .. shifts.Select(shift => shift.Index), even.Length];
        var medians = even.Select((_, i) =>
        {
            var part = Array.FindLastIndex(edges, edge => edge <= i);
            return Median(even[Math.Max(edges[part], i - Half)..Math.Min(edges[Math.Min(part + 1, edges.Length - 1)], i + Half + 1)]);
        }).ToArray();
        var distances = even.Zip(medians, (value, median) => Math.Abs(value - median)).ToArray();
        var scale = Math.Max(1, 1.4826 * Median(distances));
        return [.. Enumerable.Range(0, even.Length).Where(i => distances[i] > Threshold * scale).Select(i => new Outlier(
            i, series.DateAt(i), series.Values[i], Math.Max(0, medians[i] * medians[i] / 4 - 0.375 + profile.At(i)), (even[i] - medians[i]) / scale))];
    }

    private static double Median(double[] values)
    {
        var known = values.Where(v => !double.IsNaN(v)).Order().ToArray();
        return known.Length == 0 ? double.NaN : (known[(known.Length - 1) / 2] + known[known.Length / 2]) / 2;
    }
}
