using GeoCrime.Analytics.Neighbours;
using GeoCrime.Analytics.Numerics;

namespace GeoCrime.Analytics.Autocorrelation;

/// <summary>Whether units with much of one thing have neighbours with much of another, over the whole map.</summary>
/// <param name="I">Correlation of the units' own x with their neighbours' y: Σᵢ zxᵢ Σⱼ wᵢⱼ zyⱼ / (n·sx·sy).</param>
/// <param name="Expected">Mean over the permutations.</param>
/// <param name="P">Two-sided pseudo p: 2·min of both tails, (M + 1)/(R + 1), ties counted in both, at most 1.</param>
public sealed record BivariateMoran(double I, double Expected, double P)
{
    /// <summary>Permutes y over all units, R times.</summary>
    /// <param name="x">Shape [n], n ≥ 4; finite, not all alike; not modified.</param>
    /// <param name="y">Shape [n]; likewise.</param>
    /// <param name="weights">n units; row-standardised by custom.</param>
    /// <param name="permutations">R ≥ 1.</param>
    /// <param name="seed">Same seed, same answer, whatever the number of threads.</param>
    /// <param name="cancellation">Looked at before each permutation.</param>
    /// <exception cref="ArgumentException">The input is not as described; the message says how.</exception>
    /// <remarks>Wartenberg (1985), Geographical Analysis 17, 263–283; Anselin, Syabri and Smirnov (2002). It is the mean of
    /// <see cref="LocalMoran.Bivariate"/>. O(R·links).</remarks>
    public static BivariateMoran Test(double[] x, double[] y, SpatialWeights weights, int permutations, int seed, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 1);
        CentredValues own = CentredValues.Of(x, weights), others = CentredValues.Of(y, weights);
        var scale = Math.Sqrt(own.Variance * others.Variance) * x.Length;
        // Σᵢ zxᵢ Σⱼ wᵢⱼ zyⱼ = Σⱼ zyⱼ·pull[j]: the weights are walked once, not once a permutation.
        var pull = new double[x.Length];
        for (var unit = 0; unit < x.Length; unit++)
            for (var link = weights.Offsets[unit]; link < weights.Offsets[unit + 1]; link++)
                pull[weights.Neighbours[link]] += (weights.Values?[link] ?? 1) * own.Deviations[unit];
        var observed = Product(pull, others.Deviations) / scale;
        var drawn = new double[permutations];
        Parallel.For(0, permutations, new ParallelOptions { CancellationToken = cancellation }, draw =>
        {
            var random = new Xoshiro256(seed, draw);
            var shuffled = others.Deviations.ToArray();
            for (var last = shuffled.Length - 1; last > 0; last--)
            {
                var other = (int)(random.NextDouble() * (last + 1));
                (shuffled[last], shuffled[other]) = (shuffled[other], shuffled[last]);
            }
            drawn[draw] = Product(pull, shuffled) / scale;
        });
        var (high, low) = (drawn.Count(value => value >= observed), drawn.Count(value => value <= observed));
        return new BivariateMoran(observed, drawn.Average(), Math.Min(1, 2.0 * (Math.Min(high, low) + 1) / (permutations + 1)));
    }

    private static double Product(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
