using GeoCrime.Analytics.Numerics;

namespace GeoCrime.Analytics.Evaluation.Places;

/// <summary>A mean with the interval that resampling gives it.</summary>
/// <param name="Lower">Percentile bound.</param>
/// <param name="Upper">Percentile bound.</param>
public readonly record struct BootstrapMean(double Mean, double Lower, double Upper);

/// <summary>Percentile bootstrap of means over origins.</summary>
public static class Bootstrap
{
    /// <summary>The mean of rows' means, origins drawn with putting back within each row.</summary>
    /// <param name="rows">One entry a row: a value an origin. NaN is left out; a row without a value is left out.</param>
    /// <param name="level">0–1, for instance 0.9.</param>
    /// <param name="draws">≥ 1.</param>
    /// <param name="seed">Same seed, same interval.</param>
    /// <returns>All NaN where there is no value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1), or there are no draws.</exception>
    /// <remarks>Efron (1979), Annals of Statistics 7, 1–26. O(draws·values).</remarks>
    public static BootstrapMean Mean(IReadOnlyList<double[]> rows, double level, int draws, int seed)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "The level must be in (0, 1).");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        var known = rows.Select(row => row.Where(value => !double.IsNaN(value)).ToArray()).Where(row => row.Length > 0).ToArray();
        if (known.Length == 0)
            return new BootstrapMean(double.NaN, double.NaN, double.NaN);
        var random = new Xoshiro256(seed);
        var means = new double[draws];
        for (var draw = 0; draw < draws; draw++)
        {
            foreach (var row in known)
            {
                var sum = 0.0;
                for (var i = 0; i < row.Length; i++)
                    sum += row[(int)(random.NextDouble() * row.Length)];
                means[draw] += sum / row.Length / known.Length;
            }
        }
        Array.Sort(means);
        var tail = (1 - level) / 2;
        return new BootstrapMean(known.Average(row => row.Average()), At(means, tail), At(means, 1 - tail));
    }

    private static double At(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        return sorted[below] + (place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
    }
}
