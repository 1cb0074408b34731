using System.Collections.Concurrent;
using GeoCrime.Analytics.Neighbours;
using GeoCrime.Analytics.Numerics;

namespace GeoCrime.Analytics.Autocorrelation;

/// <summary>
/// Pseudo p-values of local statistics: a unit keeps its value while its neighbours' values are drawn, without putting back, from all
/// other units. It tests the surroundings of the unit, alike for Gi* and for local Moran.
/// </summary>
public static class ConditionalPermutation
{
    /// <summary>Two-sided pseudo p of the weighted sum of each unit's neighbours.</summary>
    /// <param name="values">Shape [n]; finite; not modified.</param>
    /// <param name="weights">n units; a unit's link to itself makes no difference.</param>
    /// <param name="permutations">R ≥ 1 draws a unit, independent between units.</param>
    /// <param name="seed">Same seed, same result, at any number of threads.</param>
    /// <param name="cancellation">Looked at every few units.</param>
    /// <returns>Shape [n]: min(1, 2·min(upper, lower)) with each tail (M + 1)/(R + 1), M the draws at least as extreme; ties count in
    /// both, so an empty neighbourhood among mostly empty units is not significant. 1 for islands.</returns>
    /// <exception cref="ArgumentException">Lengths differ or a value is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one permutation.</exception>
    /// <remarks>Anselin (1995), Geographical Analysis 27, 93–115, §4. O(R·links).</remarks>
    public static double[] PseudoP(
        double[] values, SpatialWeights weights, int permutations, int seed, CancellationToken cancellation = default)
    {
        GetisOrd.RequireUnits(values, weights);
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 1);
        var largest = weights.Values is null && values.All(value => value >= 0 && value == Math.Floor(value))
            ? values.DefaultIfEmpty().Max()
            : double.PositiveInfinity;
        // Small counts are nearly all there are, and a city of them stays in the first-level cache.
        return largest <= ushort.MaxValue
            ? DrawCounts([.. values.Select(value => (ushort)value)], weights, permutations, seed, cancellation)
            : DrawWeighted(values, weights, permutations, seed, cancellation);
    }

    private static double[] DrawCounts(
        ushort[] values, SpatialWeights weights, int permutations, int seed, CancellationToken cancellation)
    {
        var p = new double[values.Length];
        OverUnits(values.Length, (from, to) =>
        {
            // The other units, and one number past them that is never drawn.
            var pool = new ushort[values.Length];
            for (var unit = from; unit < to; unit++)
            {
                int neighbours = 0, observed = 0;
                foreach (var neighbour in weights.Of(unit))
                    if (neighbour != unit)
                        (neighbours, observed) = (neighbours + 1, checked(observed + values[neighbour]));
                FillPool(values, unit, pool);
                var random = new Xoshiro256(seed, unit);
                var (atLeast, atMost) = CountDraws.Suits(pool.Length - 1, neighbours)
                    ? CountDraws.Compare(pool, neighbours, observed, permutations, random)
                    : Shuffle(pool.AsSpan(0, pool.Length - 1), neighbours, observed, permutations, random);
                p[unit] = TwoSided(atLeast, atMost, permutations);
            }
        }, cancellation);
        return p;
    }

    /// <summary>The first draws of a shuffle (Fisher and Yates) for each permutation. The pool stays shuffled, which the next does not mind.</summary>
    private static (int AtLeast, int AtMost) Shuffle(Span<ushort> pool, int draws, int observed, int permutations, Xoshiro256 random)
    {
        int atLeast = 0, atMost = 0;
        for (var permutation = 0; permutation < permutations; permutation++)
        {
            var sum = 0;
            for (var t = 0; t < draws; t++)
            {
                var pick = t + (int)(random.NextDouble() * (pool.Length - t));
                (pool[t], pool[pick]) = (pool[pick], pool[t]);
                sum += pool[t];
            }
            atLeast += sum >= observed ? 1 : 0;
            atMost += sum <= observed ? 1 : 0;
        }
        return (atLeast, atMost);
    }

    private static double[] DrawWeighted(
        double[] values, SpatialWeights weights, int permutations, int seed, CancellationToken cancellation)
    {
        var p = new double[values.Length];
        OverUnits(values.Length, (from, to) =>
        {
            var pool = new double[Math.Max(0, values.Length - 1)];
            for (var unit = from; unit < to; unit++)
            {
                var row = new List<double>();
                double observed = 0, size = 0;
                for (var link = weights.Offsets[unit]; link < weights.Offsets[unit + 1]; link++)
                {
                    var neighbour = weights.Neighbours[link];
                    if (neighbour == unit)
                        continue;
                    row.Add(weights.Values?[link] ?? 1);
                    observed += row[^1] * values[neighbour];
                    size += Math.Abs(row[^1] * values[neighbour]);
                }
                FillPool(values, unit, pool);
                var random = new Xoshiro256(seed, unit);
                int atLeast = 0, atMost = 0;
                // Equal sums added in another order differ by rounding; they are ties all the same.
                var rounding = 1e-12 * size;
                for (var permutation = 0; permutation < permutations; permutation++)
                {
                    var sum = 0.0;
                    for (var t = 0; t < row.Count; t++)
                    {
                        var pick = t + (int)(random.NextDouble() * (pool.Length - t));
                        (pool[t], pool[pick]) = (pool[pick], pool[t]);
                        sum += row[t] * pool[t];
                    }
                    atLeast += sum >= observed - rounding ? 1 : 0;
                    atMost += sum <= observed + rounding ? 1 : 0;
                }
                p[unit] = TwoSided(atLeast, atMost, permutations);
            }
        }, cancellation);
        return p;
    }

    /// <summary>All values but one unit's own, in their order, so that what came before leaves no trace.</summary>
    private static void FillPool<T>(T[] values, int unit, T[] pool)
    {
        Array.Copy(values, 0, pool, 0, unit);
        Array.Copy(values, unit + 1, pool, unit, values.Length - 1 - unit);
    }

    private static double TwoSided(int atLeast, int atMost, int permutations) =>
        Math.Min(1, 2 * (Math.Min(atLeast, atMost) + 1.0) / (permutations + 1));

    private static void OverUnits(int units, Action<int, int> work, CancellationToken cancellation)
    {
        if (units > 0)
            Parallel.ForEach(Partitioner.Create(0, units, Math.Max(1, units / 256)),
                new ParallelOptions { CancellationToken = cancellation }, range => work(range.Item1, range.Item2));
    }
}
