using System.Numerics;
using System.Numerics.Tensors;
using GeoCrime.Analytics.Numerics;
using MathNet.Numerics;

namespace GeoCrime.Analytics.Autocorrelation;

/// <summary>The exact distribution of the sum of m units' counts, the units drawn at random from all.</summary>
internal static class SumsOfDraws
{
    /// <summary>Draws without putting back: the share of the sets of m units with each sum.</summary>
    /// <param name="counts">Shape [n]; ≥ 0.</param>
    /// <param name="sizes">The numbers m that are asked for, each in 0…n.</param>
    /// <returns>Tails for each of the sizes.</returns>
    /// <remarks>Counts sets by their number and sum, one distinct count after another. O(distinct·m²·largest sum).</remarks>
    public static Dictionary<int, TailProbabilities> Without(int[] counts, IReadOnlyCollection<int> sizes)
    {
        var most = sizes.Max();
        var largest = LargestSum(counts, most);
        // sets[m][s] = number of sets of m with sum s, times (most/n)^m so that binomials stay within range.
        var sets = Enumerable.Range(0, most + 1).Select(_ => new double[largest + 1]).ToArray();
        sets[0][0] = 1;
        var reached = new int[most + 1];
        Array.Fill(reached, -1);
        reached[0] = 0;
        var scale = (double)most / counts.Length;
        foreach (var group in counts.GroupBy(count => count).OrderBy(group => group.Key))
        {
            int value = group.Key, repeats = group.Count();
            var ways = Enumerable.Range(0, Math.Min(repeats, most) + 1)
                .Select(t => Math.Exp(SpecialFunctions.BinomialLn(repeats, t) + t * Math.Log(scale))).ToArray();
            for (var m = most; m >= 1; m--)
                for (var t = 1; t <= Math.Min(m, repeats); t++)
                {
                    if (reached[m - t] < 0)
                        continue;
                    var from = sets[m - t].AsSpan(0, reached[m - t] + 1);
                    var into = sets[m].AsSpan(t * value, from.Length);
                    TensorPrimitives.MultiplyAdd(from, ways[t], into, into);
                    reached[m] = Math.Max(reached[m], t * value + from.Length - 1);
                }
        }
        return sizes.Distinct().ToDictionary(m => m, m => TailProbabilities.Of(sets[m]));
    }

    /// <summary>Draws with putting back: the m-fold convolution of the distribution of one count. Absolute error under 10⁻¹².</summary>
    /// <param name="counts">Shape [n]; ≥ 0.</param>
    /// <param name="sizes">The numbers m that are asked for, each ≥ 1.</param>
    /// <remarks>O(s log s) a size for the largest sum s.</remarks>
    public static Dictionary<int, TailProbabilities> With(int[] counts, IReadOnlyCollection<int> sizes)
    {
        var highest = counts.Max();
        var transform = new FourierTransform((int)BitOperations.RoundUpToPowerOf2((uint)(sizes.Max() * highest + 1)));
        var real = new double[transform.Length];
        var imaginary = new double[transform.Length];
        foreach (var count in counts)
            real[count] += 1.0 / counts.Length;
        transform.Forward(real, imaginary);
        return sizes.Distinct().ToDictionary(m => m, m =>
        {
            var sumReal = new double[transform.Length];
            var sumImaginary = new double[transform.Length];
            for (var i = 0; i < transform.Length; i++)
            {
                var power = Complex.One;
                var root = new Complex(real[i], imaginary[i]);
                for (var bits = m; bits > 0; bits >>= 1, root *= root)
                    if ((bits & 1) == 1)
                        power *= root;
                (sumReal[i], sumImaginary[i]) = (power.Real, power.Imaginary);
            }
            transform.Backward(sumReal, sumImaginary);
            return TailProbabilities.Of(sumReal.AsSpan(0, m * highest + 1));
        });
    }

    /// <summary>Sum of the m largest counts.</summary>
    public static int LargestSum(int[] counts, int m) => counts.OrderDescending().Take(m).Sum();
}
