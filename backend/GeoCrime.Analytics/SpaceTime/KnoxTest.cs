using GeoCrime.Analytics.Neighbours;
using GeoCrime.Analytics.Numerics;

namespace GeoCrime.Analytics.SpaceTime;

/// <summary>How far apart two places are.</summary>
public enum DistanceMetric
{
    /// <summary>As the crow flies.</summary>
    Euclidean,

    /// <summary>|Δx| + |Δy|: along streets of a grid.</summary>
    Manhattan,
}

/// <summary>One band of distance and time.</summary>
/// <param name="FromMetres">Exclusive, save 0 in the first band.</param>
/// <param name="ToMetres">Inclusive.</param>
/// <param name="FromDays">Inclusive.</param>
/// <param name="ToDays">Inclusive.</param>
/// <param name="Pairs">Pairs of events this far apart.</param>
/// <param name="Expected">Mean over permutations.</param>
/// <param name="Ratio">Pairs over expected; NaN where none are expected.</param>
/// <param name="P">(M + 1)/(R + 1) with M the permutations that reach the pairs, ties counted.</param>
public sealed record KnoxBand(double FromMetres, double ToMetres, int FromDays, int ToDays, long Pairs, double Expected, double Ratio, double P);

/// <summary>Near repeats: do events close in space tend to be close in time?</summary>
public static class KnoxTest
{
    /// <summary>Steps that counting and permuting may take.</summary>
    private const double MostWork = 1e10;

    /// <summary>Counts pairs by band and compares with shuffled days.</summary>
    /// <param name="x">Shape [n]; metres; not modified.</param>
    /// <param name="y">Shape [n]; metres.</param>
    /// <param name="days">Shape [n]: whole days.</param>
    /// <param name="metres">Upper limits of the distance bands, rising; the first may be 0, the very same place.</param>
    /// <param name="dayLimits">Upper limits of the time bands, whole days, rising; ≥ 0.</param>
    /// <param name="metric">Of distance.</param>
    /// <param name="permutations">≥ 1.</param>
    /// <param name="seed">Same seed, same answer, whatever the number of threads.</param>
    /// <param name="cancellation">Looked at within each permutation's start.</param>
    /// <returns>Distance bands outer, time bands inner.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a coordinate is not finite, limits do not rise, or the pairs are too many.</exception>
    /// <remarks>
    /// Knox (1964), Applied Statistics 13, 25–30; permutation as in Johnson et al. (2007), Journal of Quantitative Criminology 23, 201–219.
    /// Events at one position are held together, so a corner with many costs what its days cost. Memory O(n + close pairs of positions).
    /// </remarks>
    public static IReadOnlyList<KnoxBand> Run(
        double[] x, double[] y, int[] days, double[] metres, int[] dayLimits, DistanceMetric metric = DistanceMetric.Euclidean,
        int permutations = 999, int seed = 1, CancellationToken cancellation = default)
    {
        PlanarPoints.Require(x, y);
        if (days.Length != x.Length)
            throw new ArgumentException($"There are {days.Length} days for {x.Length} events.", nameof(days));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(permutations);
        RequireRising([.. metres], nameof(metres));
        RequireRising([.. dayLimits.Select(limit => (double)limit)], nameof(dayLimits));
        var pairs = ClosePairs.Find(x, y, metres, metric, MostWork / permutations, cancellation);
        var observed = pairs.Count(days, dayLimits);
        var gate = new Lock();
        var (sums, reached) = (new long[observed.Length], new long[observed.Length]);
        Parallel.For(0, permutations, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, draw =>
        {
            // A stream of its own for each permutation, and whole numbers added up: the order of threads cannot show.
            var counts = pairs.Count(Shuffled(days, new Xoshiro256(seed, draw)), dayLimits);
            lock (gate)
                for (var band = 0; band < counts.Length; band++)
                {
                    sums[band] += counts[band];
                    reached[band] += counts[band] >= observed[band] ? 1 : 0;
                }
        });
        return [.. observed.Select((count, band) =>
        {
            var (far, late) = Math.DivRem(band, dayLimits.Length);
            var expected = (double)sums[band] / permutations;
            return new KnoxBand(
                far == 0 ? 0 : metres[far - 1], metres[far], late == 0 ? 0 : dayLimits[late - 1] + 1, dayLimits[late],
                count, expected, expected > 0 ? count / expected : double.NaN, (reached[band] + 1.0) / (permutations + 1));
        })];
    }

    private static int[] Shuffled(int[] days, Xoshiro256 random)
    {
        var shuffled = (int[])days.Clone();
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var j = (int)(random.NextDouble() * (i + 1));
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }
        return shuffled;
    }

    private static void RequireRising(double[] limits, string name)
    {
        if (limits.Length == 0)
            throw new ArgumentException("At least one band is needed.", name);
        for (var i = 0; i < limits.Length; i++)
            if (!double.IsFinite(limits[i]) || limits[i] < 0 || i > 0 && limits[i] <= limits[i - 1])
                throw new ArgumentException($"Limit {i + 1} is {limits[i]}; limits are finite, ≥ 0 and rise.", name);
        if (name == "metres" && limits[^1] == 0)
            throw new ArgumentException("The last distance limit must be > 0.", name);
    }
}
